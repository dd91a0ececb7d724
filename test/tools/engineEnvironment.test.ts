import { existsSync } from "node:fs";
import { join } from "node:path";

import { engineBin, engineEnvironment } from "../../tools/engine/environment.cjs";
import { removeTemporaryFolders, temporaryFolder } from "./scripts";

afterAll(removeTemporaryFolders);

describe("the engine's environment", () => {
  test("keeps state, settings and profile files apart, and the engine first on PATH", () => {
    const folder = temporaryFolder();
    const env = engineEnvironment({ folder, from: { PATH: "/somewhere", HOME: "/home/user", LANG: "C" } });

    expect(env.PATH).toMatch(new RegExp(`^${engineBin}:.*:/somewhere$`));
    expect(env.PULUMI_BACKEND_URL).toBe(`file://${folder}/state`);
    expect(env.HOME).toBe(join(folder, "home"));
    expect(env.PULUMI_HOME).toBe(join(folder, "home", ".pulumi"));
    expect(env.LANG).toBe("C");
    expect(existsSync(join(folder, "state"))).toBe(true);
  });

  test("knows nothing of the shell's accounts, credentials and proxies", () => {
    const secrets = [
      "PULUMI_ACCESS_TOKEN",
      "PULUMI_STACK",
      "ALICLOUD_ACCESS_KEY",
      "ALIBABA_CLOUD_ACCESS_KEY_ID",
      "ALIBABACLOUD_ACCESS_KEY_ID",
      "TENCENTCLOUD_SECRET_ID",
      "HUAWEICLOUD_SDK_AK",
      "HW_ACCESS_KEY",
      "OS_PASSWORD",
      "http_proxy",
      "HTTPS_PROXY",
      "ALL_PROXY",
      "no_proxy",
    ];
    const from = Object.fromEntries(secrets.map((name) => [name, "ambient"]));

    expect(Object.values(engineEnvironment({ folder: temporaryFolder(), from }))).not.toContain("ambient");
  });

  test("has no colours unless they are wanted, and takes what is set last", () => {
    const folder = temporaryFolder();
    const from = { FORCE_COLOR: "1" };

    expect(engineEnvironment({ folder, from })).toMatchObject({ NO_COLOR: "1" });
    expect(engineEnvironment({ folder, from })).not.toHaveProperty("FORCE_COLOR");
    expect(engineEnvironment({ folder, from, colours: true })).not.toHaveProperty("NO_COLOR");
    expect(engineEnvironment({ folder, from, set: { ALICLOUD_REGION: "cn-beijing" } })).toMatchObject({
      ALICLOUD_REGION: "cn-beijing",
    });
  });
});
