import { declaredIn } from "../../../../src/cli/doctor/declared";
import type { StateResource } from "../../../../src/cli/kit/pulumi";
import type { ResourceKind } from "../../../../src/model/resourceKinds";
import { pluginTokenOf, typeTokenOf } from "../../../../src/model/resourceKinds";

const resource = (kind: ResourceKind, more: Partial<StateResource>): StateResource => {
  const type = typeTokenOf(kind);
  return { type, urn: `urn:pulumi:dev::net::${type}::hub-app`, id: "pcc-1", ...more };
};
const hub = { vpcId: "vpc-hub", region: "r" };
const app = { vpcId: "vpc-app", region: "r", accountId: "2" };
const ofPlugin = (kind: ResourceKind, more: Partial<StateResource>): StateResource =>
  resource(kind, { type: pluginTokenOf(kind), ...more });
const a = "urn:pulumi:dev::net::pulumi:providers:pulumi-nodejs::a";

test.each([
  ["dynamic resources", resource],
  ["the plugin's resources", ofPlugin],
])(
  "a connection of %s has its ends, its owner's account, whose keys are used for which, and its routes",
  (_, one) => {
    const routes = [{ table: "vtb-1", destination: "10.1.0.0/16", status: "present" }];
    const ofHub = { cloud: "alicloud", connectionId: "pcc-1", end: "requester", ...hub, tables: "all" };
    expect(
      declaredIn([
        one("Routes", {
          id: "pcc-1/vpc-hub",
          provider: `${a}::0`,
          outputs: { ...ofHub, destinations: ["10.1.0.0/16"], routes, __named: true },
        }),
        one("Connection", {
          provider: `${a}::0`,
          inputs: { cloud: "alicloud", requester: hub, accepter: app },
          outputs: { account: "1" },
        }),
      ]),
    ).toEqual([
      {
        name: "hub-app",
        cloud: "alicloud",
        id: "pcc-1",
        role: "declared",
        isAccepted: false,
        requester: {
          ...hub,
          account: "1",
          isManaged: true,
          instance: a,
          routes: { tables: "all", destinations: ["10.1.0.0/16"], isNarrow: true, routes },
        },
        accepter: { vpcId: "vpc-app", region: "r", account: "2", isManaged: false },
      },
    ]);
  },
);

test.each([
  ["`VpcPeering.get`", resource("Connection", { outputs: { cloud: "alicloud", onlyRead: true } })],
  [
    "`get` in another language",
    ofPlugin("Connection", { external: true, outputs: { cloud: "alicloud", requester: hub, accepter: app } }),
  ],
])("what a program only reads, by %s, is nothing that it could mend", (_, one) => {
  const [read] = declaredIn([{ ...one, provider: `${a}::0` }]);
  expect(read).toMatchObject({ role: "read", requester: { isManaged: false } });
});

test.each([
  "urn:pulumi:dev::net::pulumi:providers:pulumi-nodejs::default::0",
  "urn:pulumi:dev::net::pulumi:providers:vpc-peering::default_0_1_0::0",
])("the accepter's own stack knows who asked, with keys of %s", (provider) => {
  const standalone = { accepter: app, decision: "accept" };
  const outputs = { cloud: "alicloud", standalone, peer: { ...hub, account: "1" } };
  expect(declaredIn([resource("Acceptance", { outputs, provider })])).toMatchObject([
    {
      role: "accepted",
      isAccepted: true,
      requester: { ...hub, account: "1", isManaged: false },
      accepter: { vpcId: "vpc-app", account: "2", isManaged: true },
    },
  ]);
});

test("a connection that is only read says nothing of whose keys are whose", () => {
  const outputs = { cloud: "alicloud", requester: hub, accepter: app, account: "1", onlyRead: true };
  const [read] = declaredIn([resource("Connection", { outputs, provider: `${a}::0` })]);
  expect(read).toMatchObject({ role: "read", requester: { isManaged: false, account: "1" } });
});

test("what was never made, and what is of others, is left out", () => {
  const inputs = { cloud: "alicloud", requester: hub, accepter: app };
  const { id: _, ...unmade } = resource("Connection", { inputs });
  expect(
    declaredIn([
      unmade,
      resource("Connection", { inputs: { ...inputs, cloud: "aws" } }),
      { ...resource("Connection", { inputs }), type: "aws:ec2:VpcPeeringConnection" },
    ]),
  ).toEqual([]);
});
