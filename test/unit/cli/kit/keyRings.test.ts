import { keyRings } from "../../../../src/cli/kit/keyRings";
import type { StateResource } from "../../../../src/cli/kit/pulumi";

const instance = (type: string, name: string, inputs: Record<string, unknown>): StateResource => ({
  type: `pulumi:providers:${type}`,
  urn: `urn:pulumi:dev::net::pulumi:providers:${type}::${name}`,
  id: "0",
  inputs,
});

/** Whose keys there are for Alibaba Cloud, and the access key of each. */
const ringsOf = (resources: StateResource[], config: Record<string, string> = {}) =>
  keyRings({ resources, config }, "alicloud").map(({ keys, settings }) => [
    keys,
    settings("alicloud:accessKey"),
  ]);

const CONFIG_AND_ENVIRONMENT = "the stack's config and the environment";

test("an instance has its keys where its door has them", () => {
  expect(
    ringsOf([
      instance("pulumi-nodejs", "dynamic", { "alicloud:accessKey": "k1" }),
      instance("vpc-peering", "plugin", { alicloud: { accessKey: "k2" }, version: "0.1.0" }),
      instance("vpc-peering", "written", { alicloud: JSON.stringify({ accessKey: "k3" }) }),
      instance("vpc-peering", "elsewhere", { tencentcloud: { secretId: "k4" } }),
      instance("alicloud", "official", { accessKey: "k5" }),
    ]),
  ).toEqual([
    ["provider instance dynamic", "k1"],
    ["provider instance plugin", "k2"],
    ["provider instance written", "k3"],
  ]);
});

test.each(["default", "default_0_1_0", "default_0_2_0_alpha_1"])(
  "what the engine calls %s has the keys of the config as it is now",
  (name) => {
    const former = instance("vpc-peering", name, { alicloud: JSON.stringify({ accessKey: "old" }) });
    const config = { "vpc-peering:alicloud": JSON.stringify({ accessKey: "new" }) };
    expect(ringsOf([former], config)).toEqual([[CONFIG_AND_ENVIRONMENT, "new"]]);
  },
);

test("config has keys for either door", () => {
  expect(ringsOf([], { "alicloud:accessKey": "k1" })).toEqual([[CONFIG_AND_ENVIRONMENT, "k1"]]);
  const named = instance("vpc-peering", "named", { alicloud: { accessKey: "k2" } });
  expect(ringsOf([named], { "alicloud:accessKey": "k1" })).toEqual([["provider instance named", "k2"]]);
});

test("an instance that says nothing of the cloud has the environment's keys for what it serves", () => {
  const silent = instance("vpc-peering", "silent", { requestTimeoutMs: "60000" });
  const named = instance("vpc-peering", "named", { alicloud: { accessKey: "k1" } });
  const served = (cloud: string): StateResource => ({
    type: "vpc-peering:index:Connection",
    urn: "urn:pulumi:dev::net::vpc-peering:index:Connection::net",
    provider: `${silent.urn}::0`,
    inputs: { cloud },
  });
  const [own, others] = [
    ["provider instance silent", undefined],
    ["provider instance named", "k1"],
  ];
  expect(ringsOf([silent, named, served("alicloud")])).toEqual([own, others]);
  expect(ringsOf([silent, named, served("tencentcloud")])).toEqual([others]);
});
