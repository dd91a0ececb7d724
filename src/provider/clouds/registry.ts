import { PeeringError } from "../../model/errors";
import type { CloudName } from "../../model/clouds";
import { complaintAboutCloud, isCloudName } from "../../model/clouds";
import type { CloudModule } from "./cloud";

/** Each cloud's code is loaded when it is first needed, so that nobody pays for the others. */
const MODULES: Record<CloudName, () => Promise<CloudModule>> = {
  alicloud: async () => (await import("./alicloud/index.js")).alicloud,
  tencentcloud: async () => (await import("./tencentcloud/index.js")).tencentcloud,
  huaweicloud: async () => (await import("./huaweicloud/index.js")).huaweicloud,
};

/** Loads a cloud's code. */
export async function cloudModule(name: unknown): Promise<CloudModule> {
  if (!isCloudName(name)) throw new PeeringError(complaintAboutCloud(name), { kind: "unsupported" });
  return await MODULES[name]();
}
