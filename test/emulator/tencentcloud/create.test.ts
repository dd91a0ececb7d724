import type { WorldInput } from "../../../emulator";
import {
  accountA,
  accountB,
  codeOf,
  create,
  crossAccount,
  crossRegion,
  list,
  openBench,
  sameAccount,
  stateOf,
} from "./support";

const action = "CreateVpcPeeringConnection";

describe("within one account", () => {
  test("a connection is PENDING, and active by itself after a while", async () => {
    const { a, advance } = await openBench();
    const id = await create(a, sameAccount);
    expect(id).toMatch(/^pcx-[a-z0-9]{8}$/);
    expect(await stateOf(a, id)).toBe("PENDING");
    await advance(600_000);
    expect(await stateOf(a, id)).toBe("ACTIVE");
  });

  test("with no time to wait it is active at once", async () => {
    const { a } = await openBench({ timings: { activateMs: 0 } });
    expect(await stateOf(a, await create(a, sameAccount))).toBe("ACTIVE");
  });

  test("nobody can accept or reject what is being made", async () => {
    const { a } = await openBench();
    const params = { PeeringConnectionId: await create(a, sameAccount) };
    for (const verb of ["Accept", "Reject"]) {
      expect(await codeOf(a(`${verb}VpcPeeringConnection`, params))).toBe(
        "UnsupportedOperation.VpcPeerInvalidStateChange",
      );
    }
  });
});

test("all 19 fields are there, as the service writes them", async () => {
  const { a, b, admin } = await openBench();
  await admin("POST", "/clock", { now: "2026-11-22T03:50:04Z" });
  const id = await create(a, { ...crossAccount, Tags: [{ Key: "team", Value: "network" }] });
  const row = {
    SourceVpcId: "vpc-hub00001",
    PeerVpcId: "vpc-par00001",
    PeeringConnectionId: id,
    PeeringConnectionName: "hub-partner",
    State: "PENDING",
    IsNgw: false,
    Bandwidth: 0,
    SourceRegion: "gz",
    DestinationRegion: "gz",
    CreateTime: expect.stringMatching(/^2026-11-22 11:50:0\d$/) as string,
    AppId: 1250000001,
    PeerAppId: 1250000002,
    ChargeType: "POSTPAID_BY_DAY_MAX",
    SourceUin: Number(accountA),
    DestinationUin: Number(accountB),
    DestinationVpcId: "vpc-par00001",
    QosLevel: "",
    Type: "VPC0",
    TagSet: [{ Key: "team", Value: "network" }],
  };
  expect(Object.keys(row)).toHaveLength(19);
  expect(await list(a)).toEqual([row]);
  expect(await list(b)).toEqual([row]);
});

test("between regions the options are kept, and the regions' short codes differ", async () => {
  const { a } = await openBench();
  await create(a, { ...crossRegion, ChargeType: "POSTPAID_BY_MONTH_95", QosLevel: "AU" });
  const shown = {
    SourceRegion: "gz",
    DestinationRegion: "sh",
    Bandwidth: 10,
    ChargeType: "POSTPAID_BY_MONTH_95",
    QosLevel: "AU",
  };
  expect(await list(a)).toMatchObject([shown]);
  expect(await list(a, {}, "ap-shanghai")).toMatchObject([shown]);
  expect(await list(a, {}, "ap-beijing")).toEqual([]);
});

describe("a create is refused", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["without a VPC of that id", { SourceVpcId: "vpc-none0001" }, "ResourceNotFound"],
    ["with another account's VPC as its own", { SourceVpcId: "vpc-par00001" }, "ResourceNotFound"],
    [
      "with the peer's VPC in another region",
      { DestinationRegion: "ap-beijing", Bandwidth: 5 },
      "ResourceNotFound",
    ],
    ["with the peer's VPC in another account", { DestinationUin: accountB }, "ResourceNotFound"],
    ["with one VPC at both ends", { DestinationVpcId: "vpc-hub00001" }, "InvalidParameterValue"],
    [
      "with addresses that overlap",
      { DestinationVpcId: "vpc-dup00001" },
      "UnsupportedOperation.VpcPeerCidrConflict",
    ],
    ["with an id of another shape", { DestinationVpcId: "vpc-bp1app01x" }, "InvalidParameterValue.Malformed"],
    ["with an empty name", { PeeringConnectionName: "" }, "InvalidParameterValue.Empty"],
    ["with a long name", { PeeringConnectionName: "x".repeat(61) }, "InvalidParameterValue.TooLong"],
    ["with a region that there is not", { DestinationRegion: "ap-atlantis" }, "UnsupportedRegion"],
    ["with a bandwidth in one region", { Bandwidth: 10 }, "InvalidParameterValue.DuplicateRegion"],
    ["with a quality in one region", { QosLevel: "PT" }, "InvalidParameterValue.DuplicateRegion"],
    ["with a charge type that there is not", { ChargeType: "PREPAID" }, "InvalidParameterValue"],
    ["with tags of the system", { Tags: [{ Key: "qcs:x", Value: "" }] }, "InvalidParameterValue"],
    ["with a name of 0 as a number", { PeeringConnectionName: 0 }, "InvalidParameter"],
    ["with the UIN as a number", { DestinationUin: 100000000001 }, "InvalidParameter"],
    ["with the bandwidth as a text", { Bandwidth: "10" }, "InvalidParameter"],
    ["with tags that are no list", { Tags: { Key: "a" } }, "InvalidParameter"],
    ["without a name", { PeeringConnectionName: undefined }, "MissingParameter"],
    ["with what no parameter is called", { ClientToken: "x" }, "UnknownParameter"],
    ["with a stranger deep inside", { Tags: [{ Key: "a", Val: "b" }] }, "UnknownParameter"],
  ])("%s", async (_, change, code) => {
    const { a, peerings } = await openBench();
    expect(await codeOf(a(action, { ...sameAccount, ...change }))).toBe(code);
    expect(await peerings()).toEqual([]);
  });

  test("between regions without a bandwidth", async () => {
    const { a } = await openBench();
    for (const Bandwidth of [undefined, 0]) {
      expect(await codeOf(a(action, { ...crossRegion, Bandwidth }))).toBe("MissingParameter");
    }
  });

  test("for a pair that is connected already, in either direction", async () => {
    const { a } = await openBench();
    await create(a, sameAccount);
    const reverse = { ...sameAccount, SourceVpcId: "vpc-app00001", DestinationVpcId: "vpc-hub00001" };
    for (const params of [sameAccount, reverse]) {
      expect(await codeOf(a(action, params))).toBe("UnsupportedOperation.VpcPeerAlreadyExist");
    }
  });

  test("for addresses that another peer has", async () => {
    const { a } = await openBench();
    await create(a, { ...sameAccount, SourceVpcId: "vpc-app00001", DestinationVpcId: "vpc-hub00001" });
    const twin = { ...sameAccount, SourceVpcId: "vpc-app00001", DestinationVpcId: "vpc-dup00001" };
    expect(await codeOf(a(action, twin))).toBe("UnsupportedOperation.VpcPeerCidrConflict");
  });

  test("for addresses that another peer has only got since", async () => {
    const { a, admin } = await openBench();
    await create(a, sameAccount);
    await admin("PATCH", "/vpcs/vpc-app00001", { secondaryCidrBlocks: ["10.8.128.0/17"] });
    expect(await codeOf(a(action, crossAccount))).toBe("UnsupportedOperation.VpcPeerCidrConflict");
  });

  test("for a VPC that has as many as it may", async () => {
    const { a } = await openBench({ quotas: { tencentcloud: { perVpc: 1 } } });
    await create(a, sameAccount);
    expect(await a(action, crossAccount)).toMatchObject({
      code: "LimitExceeded.VpcPeerTotalLimitExceeded",
      message: "The peering connections of VPC vpc-hub00001 exceed the limit 1.",
    });
  });
});

describe("what is guessed can be set", () => {
  const guessing = (guesses: NonNullable<WorldInput["tencentcloud"]>["guesses"]) =>
    openBench({ tencentcloud: { guesses } });

  test("the direction of a pair counts, and addresses do not", async () => {
    const { a } = await guessing({ pairIsUnordered: false, otherPeersMustNotOverlap: false });
    await create(a, sameAccount);
    await create(a, { ...sameAccount, SourceVpcId: "vpc-app00001", DestinationVpcId: "vpc-hub00001" });
  });

  test("a rejected connection is in the way, and counts", async () => {
    const { a, b } = await guessing({ deadBlocksPair: true, deadCountsAgainstQuota: true });
    const id = await create(a, crossAccount);
    await b("RejectVpcPeeringConnection", { PeeringConnectionId: id });
    expect(await codeOf(a(action, crossAccount))).toBe("UnsupportedOperation.VpcPeerAlreadyExist");
  });

  test("options within one region are ignored, and between regions a bandwidth is not needed", async () => {
    const { a } = await guessing({ intraRegionRefusesOptions: false, interRegionNeedsBandwidth: false });
    await create(a, { ...sameAccount, Bandwidth: 10 });
    await create(a, { ...crossRegion, Bandwidth: undefined });
    expect(await list(a, { OrderField: "CreatedTime", OrderDirection: "ASC" })).toMatchObject([
      { Bandwidth: 0 },
      { Bandwidth: 0 },
    ]);
  });

  test("a new connection shows later", async () => {
    const { a, advance } = await guessing({ createShowsAfterMs: 300_000 });
    const id = await create(a, sameAccount);
    expect(await list(a)).toEqual([]);
    await advance(300_000);
    expect(await stateOf(a, id)).toBe("PENDING");
  });

  test("ids of any shape name VPCs that the world does not list", async () => {
    const { a } = await openBench({ tencentcloud: { strictIds: false } });
    await create(a, { ...sameAccount, SourceVpcId: "vpc-x", DestinationVpcId: "vpc-y" });
  });
});
