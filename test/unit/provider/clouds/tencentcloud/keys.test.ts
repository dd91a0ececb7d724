import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { AssumeRole, Role } from "../../../../../src/provider/clouds/tencentcloud/keys";
import type { Keys } from "../../../../../src/provider/clouds/tencentcloud/sign";
import { keySource, regionOf } from "../../../../../src/provider/clouds/tencentcloud/keys";
import { redacted } from "../../../../../src/io/secrets";
import { withEnvironment } from "../../../support/environment";
import type { Stub } from "./support";
import { startStub } from "./support";

const environment = withEnvironment(/^TENCENTCLOUD_/);
let metadata: Stub;

beforeEach(async () => {
  metadata = await startStub();
});

afterEach(() => {
  metadata.close();
});

let taken: { by: Keys; role: Role }[] = [];
let lastsMs = 3_600_000;
const takeOn: AssumeRole = (by, role) => {
  taken.push({ by, role });
  const name = role.roleArn.split("/").at(-1) ?? "";
  return Promise.resolve({
    secretId: `id-of-${name}`,
    secretKey: `key-of-${name}`,
    token: "tok",
    endsAt: Date.now() + lastsMs,
  });
};

beforeEach(() => {
  taken = [];
  lastsMs = 3_600_000;
});

function source(given: Record<string, unknown> = {}) {
  const machine = { home: environment.home, metadataUrl: `${metadata.url}/roles/` };
  return keySource((key) => given[key.replace("tencentcloud:", "")], takeOn, machine);
}

function write(file: string, text: string): void {
  const full = path.join(environment.home, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const inEnvironment = (more: Record<string, string> = {}) => {
  environment.set({ TENCENTCLOUD_SECRET_ID: "env", TENCENTCLOUD_SECRET_KEY: "envkey", ...more });
};

test("the instance's or stack's own keys come first, and their secrets are blotted out", async () => {
  inEnvironment();
  const keys = await source({ secretId: "own", secretKey: "ownsecretkey", securityToken: "owntoken" })();
  expect(keys).toEqual({ secretId: "own", secretKey: "ownsecretkey", token: "owntoken" });
  expect(redacted("ownsecretkey owntoken")).toBe("[secret] [secret]");
});

test.each(["TENCENTCLOUD_SECURITY_TOKEN", "TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN"])(
  "then those of the environment, with %s",
  async (name) => {
    inEnvironment({ [name]: "envtoken" });
    expect(await source()()).toEqual({
      secretId: "env",
      secretKey: "envkey",
      token: "envtoken",
      from: ["TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", name],
    });
  },
);

test("half a pair is told, with the names of what is missing", () => {
  expect(() => source({ secretId: "own" })).toThrow(
    "`tencentcloud:secretId` is set, but `tencentcloud:secretKey` is not.",
  );
  environment.set({ TENCENTCLOUD_SECRET_KEY: "x" });
  expect(() => source()).toThrow("TENCENTCLOUD_SECRET_KEY is set, but TENCENTCLOUD_SECRET_ID is not.");
});

test("a profile that is named beats the environment", async () => {
  inEnvironment();
  write(".tccli/spoke.credential", JSON.stringify({ secretId: "spoke", secretKey: "spokekey", token: null }));
  expect(await source({ profile: "spoke" })()).toEqual({ secretId: "spoke", secretKey: "spokekey" });
});

test("a profile may be a section of the SDKs' file, and its folder elsewhere", async () => {
  write(
    ".tencentcloud/credentials",
    "[default]\nsecret_id = d\n# x\n[ spoke ]\nsecret_id=s\r\nsecret_key = k=1\ntoken =t\n",
  );
  expect(await source({ profile: "spoke" })()).toEqual({ secretId: "s", secretKey: "k=1", token: "t" });
  environment.set({ TENCENTCLOUD_SHARED_CREDENTIALS_DIR: path.join(environment.home, "elsewhere") });
  environment.set({ TENCENTCLOUD_PROFILE: "other" });
  write("elsewhere/other.credential", JSON.stringify({ secretId: "o", secretKey: "okey" }));
  expect(await source()()).toEqual({ secretId: "o", secretKey: "okey" });
});

test("without anything else, the default ones of the SDKs, then of the command line, then of the machine", async () => {
  const expiry = Math.floor(Date.now() / 1000) + 3600;
  const role = {
    TmpSecretId: "m",
    TmpSecretKey: "mkey",
    Token: "mtoken",
    ExpiredTime: expiry,
    Code: "Success",
  };
  metadata.answers = [{ body: "my-role" }, { body: JSON.stringify(role) }];
  const onMachine = source();
  expect(await onMachine()).toEqual({ secretId: "m", secretKey: "mkey", token: "mtoken" });
  expect(await onMachine()).toMatchObject({ secretId: "m" });
  expect(metadata.seen.map(({ path: asked }) => asked)).toEqual(["/roles/", "/roles/my-role"]);

  write(".tccli/default.credential", JSON.stringify({ secretId: "t", secretKey: "tkey" }));
  expect(await source()()).toMatchObject({ secretId: "t" });
  write(".tencentcloud/credentials", "[default]\nsecret_id=s\nsecret_key=k\n");
  expect(await source()()).toMatchObject({ secretId: "s" });
});

test.each([
  ["nothing there", [{ status: 404, body: "" }]],
  ["no role", [{ body: "" }]],
  ["a role without keys", [{ body: "r" }, { body: '{"Code":"Failed"}' }]],
  ["nonsense", [{ body: "r" }, { body: "<html>" }]],
])("where nothing has keys (%s), it is told where was looked", async (_, answers) => {
  metadata.answers = answers;
  await expect(source()()).rejects.toThrow(
    /No keys were found: .* and this machine has no role\. Set `secretId`/,
  );
});

test("a failure is not kept", async () => {
  metadata.answers = [{ status: 404, body: "" }];
  const lazy = source({ profile: "late" });
  await expect(lazy()).rejects.toThrow('There is no profile "late" with keys.');
  write(".tccli/late.credential", JSON.stringify({ secretId: "l", secretKey: "lkey" }));
  expect(await lazy()).toMatchObject({ secretId: "l" });
});

test("a file that cannot be read is named, and never quoted", async () => {
  write(".tccli/default.credential", '{"secretKey": "topsecret", oops');
  const failed = await source()().then(
    () => "",
    (error: unknown) => String(error),
  );
  expect(failed).toContain(".tccli/default.credential is not a JSON object");
  expect(failed).not.toContain("topsecret");
});

describe("a role", () => {
  const roleArn = "qcs::cam::uin/1:roleName/peering";

  test.each([
    ["an object", { roleArn, sessionName: "session" }],
    ["JSON, as in a stack's config", JSON.stringify({ roleArn, sessionName: "session" })],
  ])("given as %s is taken on once, and again shortly before its end", async (_, assumeRole) => {
    const keys = source({ secretId: "own", secretKey: "ownkey", assumeRole });
    expect(await keys()).toEqual({ secretId: "id-of-peering", secretKey: "key-of-peering", token: "tok" });
    await Promise.all([keys(), keys()]);
    expect(taken).toEqual([
      { by: { secretId: "own", secretKey: "ownkey" }, role: { roleArn, sessionName: "session" } },
    ]);
  });

  test("that ends within five minutes is renewed", async () => {
    lastsMs = 299_000;
    const keys = source({ secretId: "own", secretKey: "ownkey", assumeRole: { roleArn } });
    await keys();
    await keys();
    expect(taken).toHaveLength(2);
  });

  test("may come from the environment, or with a profile", async () => {
    inEnvironment({
      TENCENTCLOUD_ASSUME_ROLE_ARN: roleArn,
      TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION: "900",
    });
    await source()();
    expect(taken.at(-1)?.role).toEqual({ roleArn, sessionDuration: 900 });
    Reflect.deleteProperty(process.env, "TENCENTCLOUD_ASSUME_ROLE_ARN");
    const profile = { secretId: "p", secretKey: "pkey", "role-arn": roleArn, "role-session-name": "me" };
    write(".tccli/spoke.credential", JSON.stringify(profile));
    expect(await source({ profile: "spoke" })()).toMatchObject({ secretId: "id-of-peering" });
    expect(taken.at(-1)?.role).toEqual({ roleArn, sessionName: "me", sessionDuration: 900 });
  });

  test.each(["{", "[]", { sessionName: "session" }])("without an ARN is refused: %j", (assumeRole) => {
    expect(() => source({ secretId: "own", secretKey: "ownkey", assumeRole })).toThrow("has no `roleArn`");
  });
});

test("the region comes from the settings, the environment, or the profile in use", async () => {
  const region = (given: Record<string, unknown> = {}) => regionOf((key) => given[key], environment.home);
  expect(await region()).toBeUndefined();
  write(".tccli/default.configure", JSON.stringify({ _sys_param: { region: "ap-tokyo", output: "json" } }));
  write(".tccli/spoke.configure", JSON.stringify({ region: "ap-seoul" }));
  expect(await region()).toBe("ap-tokyo");
  expect(await region({ "tencentcloud:profile": "spoke" })).toBe("ap-seoul");
  environment.set({ TENCENTCLOUD_REGION: "ap-beijing" });
  expect(await region()).toBe("ap-beijing");
  expect(await region({ "tencentcloud:region": "ap-guangzhou" })).toBe("ap-guangzhou");
});
