import { openStack } from "../support";
import { PRELUDE } from "./program";

test("keys of an instance and those of the role it takes on show nowhere, however much is asked to be shown", async () => {
  const role = (arn: string): string => `assumeRole: { roleArn: "${arn}", sessionExpiration: 900 }`;
  const program = (arn: string): string => `${PRELUDE}
    const peering = new VpcPeering("hub-app", {
      cloud: "alicloud",
      requester: { vpcId: "vpc-bp1hub01" },
      accepter: { vpcId: "vpc-bp1app01" },
    }, { provider: a("a", { accessKey: "LTAIfakeB", secretKey: ["fake", "secretB"].join(""), ${role(arn)} }) });
    exports.all = peering;`;
  const stack = await openStack(program("acs:ram::1000000000000001:role/peering"));
  await stack.ok("preview", "--diff", "--show-config");
  await stack.ok("preview", "--json");
  await stack.ok("up", "--yes", "--diff", "--show-config", "--show-reads");
  await stack.ok("stack", "export");
  await stack.ok("stack", "output", "--json");
  await stack.ok("refresh", "--yes", "--diff", "--debug");
  await stack.write(program("acs:ram::1999999999999999:role/nobody"));
  await stack.fails("refresh", "--yes", "--run-program");
  expect((await stack.requests()).filter(({ action }) => action === "AssumeRole").length).toBeGreaterThan(1);
  const stored = JSON.stringify(await stack.state());
  expect(stored).toContain('"ciphertext"');
});
