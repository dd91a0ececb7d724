import { UNKNOWN } from "../../src/model/unknown";

type Rule = (type: string, inputs: Record<string, unknown>, accounts: string[]) => string | undefined;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript, as policy packs often are
const { strangerIn } = require("../../examples/pipelines/policy/rule.js") as { strangerIn: Rule };

const CONNECTION = "pulumi-nodejs:dynamic/vpcPeering:Connection";
const ACCEPTANCE = "pulumi-nodejs:dynamic/vpcPeering:Acceptance";
const OURS = ["1000000000000001"];

test.each([
  ["a peering with a stranger", CONNECTION, { accepter: { accountId: "1000000000000002" } }],
  ["one from a stranger", CONNECTION, { requester: { accountId: "1000000000000002" } }],
  ["one with a stranger's project", CONNECTION, { accepter: { projectId: "1000000000000002" } }],
  ["one by the plugin", "vpc-peering:index:Connection", { accepter: { accountId: "1000000000000002" } }],
  ["a stranger's request", ACCEPTANCE, { expect: { accountId: "1000000000000002" } }],
])("%s is refused, and told apart by its account", (_what, type, inputs) => {
  expect(strangerIn(type, inputs, OURS)).toContain(
    "leads to account 1000000000000002, which is not in the list (1000000000000001)",
  );
});

test.each([
  ["a peering of one's own", CONNECTION, { accepter: { accountId: "1000000000000001" } }],
  ["an account that is not known yet", CONNECTION, { accepter: { accountId: UNKNOWN } }],
  ["an end that is not known yet", ACCEPTANCE, { accepter: UNKNOWN, requester: { vpcId: "vpc-a" } }],
  ["another resource", "alicloud:vpc/network:Network", { accepter: { accountId: "1000000000000002" } }],
])("%s is let through", (_what, type, inputs) => {
  expect(strangerIn(type, inputs, OURS)).toBeUndefined();
});
