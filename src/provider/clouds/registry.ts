import { PeeringError } from "../../model/errors";
import type { CloudName } from "../../model/clouds";
import { isCloudName } from "../../model/clouds";
import type { CloudModule } from "./cloud";

/** Each cloud's code is loaded when it is first needed, so that nobody pays for the other two. */
const MODULES: Record<CloudName, () => Promise<CloudModule>> = {
  alicloud: async () => (await import("./alicloud/index.js")).alicloud,
  tencentcloud: async () => (await import("./tencentcloud/index.js")).tencentcloud,
  huaweicloud: async () => (await import("./huaweicloud/index.js")).huaweicloud,
};

/** Loads a cloud's code. */
export async function cloudModule(name: unknown): Promise<CloudModule> {
  const load = isCloudName(name) ? MODULES[name] : undefined;
  if (load === undefined) {
    throw new PeeringError(
      `cloud is ${JSON.stringify(name)}: this release drives ${listOf(Object.keys(MODULES))}.`,
      {
        kind: "unsupported",
      },
    );
  }
  return await load();
}

function listOf(names: string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
