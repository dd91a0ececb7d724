import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const SIDES = `cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-bp1app01" },`;
const WITH_STACK_CONFIG = `${PRELUDE} new VpcPeering("hub-app", { ${SIDES} });`;
const withInstance = (args: string): string =>
  `${PRELUDE} new VpcPeering("hub-app", { ${SIDES} }, { provider: new AlicloudProvider("only", { endpoint, ${args} }) });`;

const PROFILES = {
  current: "other",
  profiles: [
    {
      name: "other",
      mode: "AK",
      access_key_id: "LTAIfakeB",
      access_key_secret: "fakesecretB",
      region_id: "cn-beijing",
    },
    {
      name: "hub",
      mode: "AK",
      access_key_id: "LTAIfakeA",
      access_key_secret: "fakesecretA",
      region_id: "cn-hangzhou",
    },
    {
      name: "chained",
      mode: "ChainableRamRoleArn",
      source_profile: "other",
      ram_role_arn: "acs:ram::1000000000000001:role/peering",
      region_id: "cn-hangzhou",
    },
  ],
};

/** Runs the program to its end and back; the accounts whose keys were used. */
async function accountsUsed(stack: Stack): Promise<unknown[]> {
  await stack.ok("up", "--yes", "--skip-preview");
  expect((await stack.peerings()).filter(({ deleted }) => !deleted).map(({ status }) => status)).toEqual([
    "active",
  ]);
  const requests = await stack.requests();
  await stack.ok("destroy", "--yes", "--skip-preview");
  return [
    ...new Set(requests.filter(({ action }) => action.includes("VpcPeer")).map(({ account }) => account)),
  ];
}

async function writeProfiles(stack: Stack): Promise<void> {
  const folder = join(stack.environment["HOME"] ?? "", ".aliyun");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "config.json"), JSON.stringify(PROFILES));
}

test("the stack's own config, and a warning if the secret stands there in clear", async () => {
  const stack = await openStack(WITH_STACK_CONFIG);
  await stack.config("alicloud:endpoint", stack.emulator.url);
  await stack.config("alicloud:region", "cn-hangzhou");
  await stack.config("alicloud:accessKey", "LTAIfakeA");
  await stack.ok("config", "set", "--plaintext", "alicloud:secretKey", "fakesecretA");
  const warning =
    "alicloud:secretKey stands unencrypted in this stack's config. Encrypt it: pulumi config set --secret alicloud:secretKey";
  expect((await stack.ok("preview")).split(warning)).toHaveLength(3); // on the row, and in the diagnostics
  await stack.ok("config", "set", "--secret", "alicloud:secretKey", "fakesecretA");
  expect(await stack.ok("preview")).not.toContain("unencrypted");
  expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
});

test("the environment's variables", async () => {
  const stack = await openStack(withInstance(""));
  Object.assign(stack.environment, {
    ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIfakeA",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "fakesecretA",
    ALICLOUD_REGION: "cn-hangzhou",
  });
  expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
});

test("a profile of the command line, with its region", async () => {
  const stack = await openStack(withInstance('profile: "hub"'));
  await writeProfiles(stack);
  expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
});

test("a profile whose role is taken on with another profile's keys, through the same endpoint", async () => {
  const stack = await openStack(withInstance('profile: "chained"'));
  await writeProfiles(stack);
  expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
  const assumed = (await stack.requests()).filter(({ action }) => action === "AssumeRole");
  expect(assumed[0]).toMatchObject({ account: "1000000000000002" });
});

test("a role given to the instance", async () => {
  const role = 'assumeRole: { roleArn: "acs:ram::1000000000000001:role/peering", sessionExpiration: 900 }';
  const stack = await openStack(
    withInstance(`region: "cn-hangzhou", accessKey: "LTAIfakeB", secretKey: "fakesecretB", ${role}`),
  );
  expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
});

test("a URI that answers temporary keys", async () => {
  const server = createServer((_request, response) => {
    response.end(
      JSON.stringify({
        Code: "Success",
        AccessKeyId: "LTAIfakeA",
        AccessKeySecret: "fakesecretA",
        SecurityToken: "fake-token-A",
        Expiration: new Date(Date.now() + 3_600_000).toISOString(),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const stack = await openStack(withInstance(`region: "cn-hangzhou", credentialsUri: "${uri}"`), {
      world: {
        alicloud: {
          accounts: [
            {
              accountId: "1000000000000001",
              accessKeyId: "LTAIfakeA",
              accessKeySecret: "fakesecretA",
              securityToken: "fake-token-A",
            },
          ],
        },
      },
    });
    expect(await accountsUsed(stack)).toEqual(["1000000000000001"]);
  } finally {
    server.close();
  }
});

test("after a rotation, destroy says how to use the new keys, and then does", async () => {
  const keys = (secret: string): string =>
    withInstance(`region: "cn-hangzhou", accessKey: "LTAIfakeA", secretKey: ${secret}`);
  const stack = await openStack(keys('"fakesecretA"'));
  await stack.ok("up", "--yes", "--skip-preview");
  const [made] = await stack.peerings();
  await stack.admin("POST", "/faults", {
    cloud: "alicloud",
    action: "*",
    times: 1,
    fault: { type: "error", code: "InvalidAccessKeyId.Inactive" },
  });
  expect(await stack.fails("destroy", "--yes")).toContain("run `pulumi destroy --run-program`");
  expect((await stack.peerings()).find(({ id }) => id === made?.id)?.deleted).toBe(false);
  await stack.ok("destroy", "--yes", "--skip-preview", "--run-program");
  expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
});
