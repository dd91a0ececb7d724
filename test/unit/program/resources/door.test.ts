import type { Program } from "../../support/program";
import { run } from "../../support/program";

const declare = ({ lib }: Program) =>
  new lib.VpcPeering(
    "x",
    {
      cloud: "alicloud",
      requester: { vpcId: "vpc-a", region: "r" },
      accepter: { vpcId: "vpc-b", accountId: "1" },
    },
    { provider: new lib.AlicloudProvider("keys", { region: "r", secretKey: "s" }) },
  );

test("a stack's config chooses the plugin, whose instances have a block for each cloud", async () => {
  const config = { "vpc-peering:door": "plugin", "vpc-peering:requestTimeoutMs": "500" };
  const { only, registered } = await run(declare, { config });
  const connection = only("Connection");
  expect([connection.type, connection.provider]).toEqual(["vpc-peering:index:Connection", "keys"]);
  expect(connection.inputs).not.toHaveProperty("__provider");
  const instance = registered.find(({ type }) => type === "pulumi:providers:vpc-peering");
  expect(Object.keys(instance?.inputs ?? {}).sort()).toEqual(["alicloud", "requestTimeoutMs"]);
});

test.each([{}, { "vpc-peering:door": "dynamic" }])(
  "dynamic resources are the door with %j",
  async (config) => {
    const { only } = await run(declare, { config });
    expect(only("Connection").type).toBe("pulumi-nodejs:dynamic/vpcPeering:Connection");
  },
);

test("what is no door is refused, with those that there are", async () => {
  await expect(run(declare, { config: { "vpc-peering:door": "gate" } })).rejects.toThrow(
    'vpc-peering:door is "gate": it must be one of dynamic, plugin.',
  );
});
