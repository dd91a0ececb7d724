import fc from "fast-check";
import type { CloudName } from "../../../src/model/clouds";
import type { ConnectionSpec, Peering } from "../../../src/model/peering";
import { PEERING_STATUSES } from "../../../src/model/status";
import type { OwnerInputs } from "../../../src/model/owner";
import type { ConnectionInputs } from "../../../src/provider/lifecycle/connection/inputs";
import type { ConnectionOutputs } from "../../../src/provider/lifecycle/connection/state";
import { clouds } from "../../clouds/index.cjs";
import { STATE_VERSION } from "../../../src/provider/lifecycle/stateVersion";

export const A = "1000000000000001";
export const B = "1000000000000002";
export const URN = "urn:pulumi:prod::network::vpc-peering:index:VpcPeering::hub-spoke";

/** Who declares it. */
export const owner: OwnerInputs = { urn: URN, organization: "acme" };

/** The inputs of a connection between two accounts and regions, as the component writes them. */
export const inputs: ConnectionInputs = {
  cloud: "alicloud",
  requester: { vpcId: "vpc-hub", region: "cn-hangzhou", accountId: A },
  accepter: { vpcId: "vpc-spoke", region: "cn-beijing", accountId: B },
  name: "hub-spoke",
  description: "Hub to spoke",
  bandwidth: 200,
  linkType: "Gold",
  tags: { team: "network", env: "prod" },
  resourceGroupId: "rg-acfm1",
};

/** The connection that these inputs make. */
export const peering: Peering = {
  id: "pcc-1",
  status: "active",
  cloudStatus: "Activated",
  requester: { vpcId: "vpc-hub", region: "cn-hangzhou", account: A },
  accepter: { vpcId: "vpc-spoke", region: "cn-beijing", account: B },
  name: "hub-spoke",
  description: "Hub to spoke",
  bandwidth: 200,
  linkType: "Gold",
  tags: { team: "network", env: "prod" },
  resourceGroupId: "rg-acfm1",
};

/** What the state holds of it when it is finished. */
export const outputs: ConnectionOutputs = {
  ...inputs,
  stateVersion: STATE_VERSION,
  status: "active",
  marker: "0123456789abcdef01234567",
  account: A,
};

/** What the cloud is asked for. */
export const spec: ConnectionSpec = {
  requester: peering.requester,
  accepter: peering.accepter,
  name: "hub-spoke",
  owner: { marker: "ours", stack: "acme/network/prod" },
};

/** An object without one of its members. */
export function without<T extends object, K extends keyof T>(from: T, ...keys: K[]): Omit<T, K> {
  const copy = { ...from };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}

/** The same value with the members of every object in another order. */
export function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map((part: unknown) => reordered(part)) as T;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, part]) => [key, reordered<unknown>(part)] as const);
  return Object.fromEntries(members.reverse()) as T;
}

/** Text that is no member of every JavaScript object. */
const word = fc.string({ minLength: 1, maxLength: 12 }).filter((key) => !(key in {}));
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });

/** Tags of people: none of those that clouds put on by themselves. */
export const tags = fc.dictionary(
  word.filter((key) => !/^(acs:|aliyun|qcs:|project$)/.test(key)),
  fc.string({ maxLength: 12 }),
  { maxKeys: 5 },
);

const side = fc.record({ vpcId: word, region: word });

/** Inputs of any connection, of the shape that a check would pass. */
export const anyInputs: fc.Arbitrary<ConnectionInputs> = fc
  .record({
    cloud: fc.constantFrom<CloudName>("alicloud", "tencentcloud", "huaweicloud"),
    requester: side,
    accepter: side,
    account: optional(word),
    accepterAccount: word,
    name: optional(word),
    description: optional(word),
    tags: optional(tags),
    bandwidth: optional(fc.integer({ min: 1, max: 10_000 })),
    linkType: optional(word),
    qosLevel: optional(word),
    chargeType: optional(word),
    resourceGroupId: optional(word),
    waitFor: optional(fc.constantFrom<"active" | "pending">("active", "pending")),
    adopt: optional(fc.oneof(fc.boolean(), word)),
    forceDelete: optional(fc.boolean()),
    preflight: optional(fc.boolean()),
  })
  .map(({ account, accepterAccount, requester, accepter, ...rest }) => {
    const key = clouds[rest.cloud].accountKey;
    const all = {
      ...rest,
      requester: account === undefined ? requester : { ...requester, [key]: account },
      accepter: { ...accepter, [key]: accepterAccount },
    };
    return JSON.parse(JSON.stringify(all)) as ConnectionInputs;
  });

/** The connection that some inputs make, where nobody has touched it since. */
export function madeFrom(declared: ConnectionInputs, status: Peering["status"] = "active"): Peering {
  const { requester, accepter, name, description, bandwidth, linkType, qosLevel, chargeType } = declared;
  const { resourceGroupId } = declared;
  const all = {
    id: "pcc-1",
    status,
    cloudStatus: "Activated",
    requester: { vpcId: requester.vpcId, region: requester.region, account: accountOf(requester) ?? "own" },
    accepter: { vpcId: accepter.vpcId, region: accepter.region, account: accountOf(accepter) ?? "own" },
    name,
    description,
    bandwidth: bandwidth ?? 1024,
    linkType: linkType ?? "Gold",
    qosLevel,
    chargeType,
    resourceGroupId: resourceGroupId ?? "rg-default",
    tags: declared.tags ?? {},
  };
  return JSON.parse(JSON.stringify(all)) as Peering;
}

function accountOf(end: ConnectionInputs["requester"]): string | undefined {
  return end.accountId ?? end.projectId;
}

export const anyStatus = fc.constantFrom(...PEERING_STATUSES);
