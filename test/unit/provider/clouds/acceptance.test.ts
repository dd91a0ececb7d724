import type { CloudName } from "../../../../src/model/clouds";
import { CLOUDS } from "../../../../src/model/clouds";
import type { Complaints } from "../../../../src/provider/clouds/cloud";
import { cloudModule } from "../../../../src/provider/clouds/registry";
import { UNKNOWN } from "../../../../src/model/unknown";
import { clouds } from "../../../clouds/index.cjs";

type Inputs = Record<string, unknown>;

/** What an accepter says of a connection on a cloud. */
function goodOn(cloud: CloudName): Inputs {
  const { vpcs, accounts, accountKey, connectionId, accepterSays } = clouds[cloud];
  return {
    connectionId,
    requester: { vpcId: vpcs.hub.vpcId },
    accepter: { ...vpcs.afar, [accountKey]: accounts.b },
    expect: { ...vpcs.hub, [accountKey]: accounts.a },
    ...accepterSays,
  };
}

/** The clouds on which an accepter sets no tags. */
const WITHOUT_TAGS = CLOUDS.filter((cloud) => !("tags" in goodOn(cloud)));

describe.each(CLOUDS)("on %s, of what an accepter says", (cloud) => {
  const good: Inputs = {
    cloud,
    decision: "accept",
    onDelete: "keep",
    pendingTimeout: "30m",
    ...goodOn(cloud),
  };
  let complaints: Complaints;
  beforeAll(async () => {
    ({ complaints } = await cloudModule(cloud));
  });
  const complain = (more: Inputs): string[] => complaints.acceptance({ ...good, ...more });
  const within = (name: string, more: Inputs): Inputs => ({ [name]: { ...(good[name] as Inputs), ...more } });

  test("what is right passes, and what is not known yet", () => {
    expect(complain({})).toEqual([]);
    for (const name of Object.keys(good)) {
      if (name !== "cloud") expect(complain({ [name]: UNKNOWN })).toEqual([]);
    }
    expect(complain({ pendingTimeout: "1h30m", decision: "reject", onDelete: "delete" })).toEqual([]);
  });

  test.each<[string, (complaint: typeof within) => Inputs, string]>([
    [
      "a misspelt key of expect",
      (of) => of("expect", { accountID: "1" }),
      "expect.accountID: this cloud has no such property. Did you mean",
    ],
    [
      "a key that expect has not",
      (of) => of("expect", { colour: "1" }),
      "expect.colour: this cloud has no such property. Check its spelling, or remove it.",
    ],
    [
      "a misspelt key of accepter",
      (of) => of("accepter", { regoin: "x" }),
      "accepter.regoin: this cloud has no such property. Did you mean `region`?",
    ],
    [
      "a stranger of requester",
      (of) => of("requester", { accountId: "x" }),
      "requester.accountId: this cloud has no such property.",
    ],
    [
      "a misspelt argument",
      () => ({ expected: {} }),
      "expected: this cloud has no such property. Did you mean `expect`?",
    ],
    [
      "a limit in words",
      () => ({ pendingTimeout: "5 minutes" }),
      'pendingTimeout is "5 minutes": it must be a duration such as "90s"',
    ],
    ["a limit without a unit", () => ({ pendingTimeout: 5 }), "pendingTimeout is 5: it must be a duration"],
    [
      "an empty id",
      () => ({ connectionId: "" }),
      'connectionId is "": it must be the id of a connection, such as',
    ],
    [
      "addresses for a VPC that asks",
      () => ({ requester: { vpcId: "10.1.0.0/16" } }),
      'requester.vpcId is "10.1.0.0/16": it must be the id of a VPC',
    ],
    [
      "addresses for a VPC that is asked",
      (of) => of("accepter", { vpcId: "10.1.0.0/16" }),
      'accepter.vpcId is "10.1.0.0/16"',
    ],
    [
      "addresses for the VPC that is expected",
      (of) => of("expect", { vpcId: "10.1.0.0/16" }),
      'expect.vpcId is "10.1.0.0/16"',
    ],
    ["a region that is none", (of) => of("expect", { region: "Beijing!" }), 'expect.region is "Beijing!"'],
    [
      "a requester that is no object",
      () => ({ requester: 5 }),
      "requester is 5: it must be an object with vpcId",
    ],
    [
      "a decision that is none",
      () => ({ decision: "maybe" }),
      'decision is "maybe": it must be one of "accept", "reject"',
    ],
    [
      "an end that is none",
      () => ({ onDelete: true }),
      'onDelete is true: it must be one of "keep", "delete", "reject"',
    ],
    [
      "what only the requester can say",
      () => ({ bandwidth: 100 }),
      "bandwidth: on this cloud an accepter cannot set it. Remove it.",
    ],
  ])("%s is complained about", (_, spoil, told) => {
    expect(complain(spoil(within))).toEqual([expect.stringContaining(told)]);
  });

  test("a connection that is only read is asked for by an id and in a region that can be", () => {
    const { connectionId: id, accepter } = good as { connectionId: string; accepter: { region: string } };
    const asked = { cloud, requester: { region: accepter.region }, accepter: {}, id };
    expect(complaints.existing(asked)).toEqual([]);
    expect(complaints.existing({ ...asked, id: "" })).toEqual([expect.stringContaining('id is ""')]);
    expect(complaints.existing({ ...asked, requester: { region: "here it is" } })).toHaveLength(1);
  });

  test("an identity is asked for in a region that can be", () => {
    expect(complaints.identity({ cloud })).toEqual([]);
    expect(complaints.identity({ cloud, where: "here it is" })).toEqual([
      expect.stringContaining('where is "here it is": it must be'),
    ]);
  });
});

describe("tags of an accepter", () => {
  const complain = async (cloud: CloudName, more: Inputs): Promise<string[]> =>
    (await cloudModule(cloud)).complaints.acceptance({
      cloud,
      decision: "accept",
      ...goodOn(cloud),
      ...more,
    });

  test.each<[object, string]>([
    [{ cost: 5 }, "tags.cost is 5: it must be text of at most 128 characters"],
    [{ "acs:x": "1" }, 'tags.acs:x is "1": keys'],
    [{ "pulumi-vpc-peering": "1" }, 'tags.pulumi-vpc-peering is "1": keys'],
    [
      Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, ""])),
      "tags has 21 entries: at most 20",
    ],
  ])("on Alibaba Cloud keep its rules (%#)", async (tags, told) => {
    expect(await complain("alicloud", { tags })).toEqual([expect.stringContaining(told)]);
  });

  test.each<[string]>([["__proto__"], ["constructor"], ["toString"]])(
    "may be called %s, and are looked at",
    async (key) => {
      const tags = (value: unknown): object => Object.fromEntries([[key, value]]);
      expect(await complain("alicloud", { tags: tags("x") })).toEqual([]);
      expect(await complain("alicloud", { tags: tags(5) })).toEqual([
        expect.stringContaining(`tags.${key} is 5: it must be text`),
      ]);
    },
  );

  test.each(WITHOUT_TAGS)("are none on %s", async (cloud) => {
    expect(await complain(cloud, { tags: {} })).toEqual([
      "tags: on this cloud an accepter cannot set it. Remove it.",
    ]);
  });
});
