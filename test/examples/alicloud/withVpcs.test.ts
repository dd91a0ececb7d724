import * as pulumi from "@pulumi/pulumi";

// As a user's program finds it, but from the source.
jest.mock("pulumi-vpc-peering", () => jest.requireActual<object>("../../../src/program"));

/** What the engine was asked to make. */
interface Made {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** `type::name` of the provider, without the id. */
  provider: string;
}

const made: Made[] = [];

beforeAll(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, provider = "", ...rest }) => {
        const inputs = rest.inputs as Record<string, unknown>;
        made.push({ type, name, inputs, provider: provider.split("::").slice(2, 4).join("::") });
        // What the cloud would add.
        const ends = { __ends: { requester: ["10.0.0.0/16"], accepter: ["10.1.0.0/16"] } };
        const added = type.endsWith(":Network") ? {} : { status: "active", ...ends };
        return { id: `${name}-id`, state: { ...inputs, ...added } };
      },
      call: ({ inputs }) => inputs as Record<string, unknown>,
    },
    "with-alicloud-vpcs",
    "dev",
    false,
    "organization",
  );
});

test("with-alicloud-vpcs: joins its two VPCs and routes both ways", async () => {
  const example = await import("../../../examples/with-alicloud-vpcs/index.js");
  expect(await valueOf(example.status)).toBe("active");
  expect(await valueOf(example.connectionId)).toBe("hub-spoke-id");
  // Routes are nobody's output.
  await pulumi.runtime.disconnect();

  expect(of("pulumi-nodejs:dynamic/vpcPeering:Connection")).toMatchObject([
    {
      inputs: {
        requester: { vpcId: "hub-id", region: "cn-hangzhou" },
        accepter: { vpcId: "spoke-id", region: "cn-beijing" },
        bandwidth: 200,
      },
      provider: "pulumi:providers:pulumi-nodejs::hub",
    },
  ]);
  expect(of("pulumi-nodejs:dynamic/vpcPeering:Acceptance")).toMatchObject([
    { inputs: { connectionId: "hub-spoke-id" }, provider: "pulumi:providers:pulumi-nodejs::spoke" },
  ]);
  expect(of("pulumi:providers:pulumi-nodejs").map(({ inputs }) => inputs)).toMatchObject([
    { "alicloud:region": "cn-hangzhou", "alicloud:profile": "hub" },
    { "alicloud:region": "cn-beijing", "alicloud:profile": "spoke" },
  ]);
  const orderOf = (end: string): number => made.findIndex(({ type }) => type.endsWith(end));
  expect(orderOf(":Routes")).toBeGreaterThan(orderOf(":Acceptance"));
  const between = { connectionId: "hub-spoke-id", tables: "all" };
  expect(of("pulumi-nodejs:dynamic/vpcPeering:Routes")).toMatchObject([
    {
      name: "hub-spoke-accepter",
      inputs: { ...between, vpcId: "spoke-id", region: "cn-beijing", __blocks: ["10.0.0.0/16"] },
      provider: "pulumi:providers:pulumi-nodejs::spoke",
    },
    {
      name: "hub-spoke-requester",
      inputs: { ...between, vpcId: "hub-id", region: "cn-hangzhou", __blocks: ["10.1.0.0/16"] },
      provider: "pulumi:providers:pulumi-nodejs::hub",
    },
  ]);
});

/** All of one type, by name. */
function of(type: string): Made[] {
  const wanted = made.filter((one) => one.type === type);
  return wanted.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
