import type { WorldInput } from "../../emulator";
import { clouds } from "../clouds/index.cjs";
import type { Bench } from "./support";
import { failure, openBench } from "./support";

const under = clouds.tencentcloud;
const { create, update } = under.actions;

type Guesses = NonNullable<WorldInput["tencentcloud"]>["guesses"];

/** A bench where the cloud answers otherwise than assumed. */
const guessing = (guesses: Guesses, timings: WorldInput["timings"] = {}): Promise<Bench> =>
  openBench(under, { tencentcloud: { guesses }, timings });

const times = async ({ calls }: Bench, action: string): Promise<number> =>
  (await calls()).filter((call) => call === action).length;

/** Inputs of a connection between two regions of account A. */
const crossRegion = ({ sameAccount }: Bench, more: Record<string, unknown> = {}): Record<string, unknown> =>
  sameAccount({
    accepter: { ...under.vpcs.moved, accountId: under.accounts.a },
    bandwidth: 10,
    ...more,
  });

describe("what the cloud does in its own time", () => {
  test("a change between regions that shows later is asked for once", async () => {
    const bench = await openBench(under, { timings: { updateMs: 800 } });
    const { id, outs } = await bench.connection.create(crossRegion(bench));
    const changed = crossRegion(bench, {
      bandwidth: 20,
      name: "renamed",
      chargeType: "POSTPAID_BY_MONTH_95",
    });
    const updated = await bench.connection.update(id, outs, changed);
    expect(await times(bench, update ?? "")).toBe(1);
    expect(updated.outs).toMatchObject({ bandwidth: 20, name: "renamed" });
    expect(await bench.connection.read(id, updated.outs)).toMatchObject({ inputs: changed });
  });

  test("a new connection that shows later is waited for, and found again after a lost answer", async () => {
    for (const fault of [undefined, { type: "drop", when: "after" }]) {
      const bench = await guessing({ createShowsAfterMs: 700 });
      if (fault !== undefined) await bench.fault(create, fault);
      const { id } = await bench.connection.create(bench.sameAccount());
      expect((await bench.live()).map((row) => row.id)).toEqual([id]);
    }
  });

  test("within one account PENDING means being made, and is waited for", async () => {
    const bench = await openBench(under, { timings: { activateMs: 600 } });
    const { outs } = await bench.connection.create(bench.sameAccount());
    expect(outs["status"]).toBe("active");
  });

  test("an isolated connection is neither replaced nor taken for finished", async () => {
    const bench = await openBench(under);
    const { id, outs } = await bench.connection.create(bench.sameAccount());
    await bench.admin("PATCH", `/peerings/${id}`, { cloudStatus: "ISOLATED" });
    const read = await bench.connection.read(id, outs);
    expect(await bench.connection.diff(id, read.props ?? {}, bench.sameAccount())).toEqual({ changes: true });
  });
});

describe("what is not documented may be either way", () => {
  test.each<[string, Guesses]>([
    ["the filter goes by the requester's VPC alone", { vpcFilterIs: "source" }],
    ["an id that is gone is an error", { unknownIdIsEmpty: false }],
    ["a deleted connection can still be read", { deletedReadableMs: 60_000, deletedReadableBy: "both" }],
    ["an acceptance takes a while", { acceptIsImmediate: false }],
    ["the older spelling of a conflict", { cidrConflictCode: "UnauthorizedOperation.VpcPeerCidrConflict" }],
    ["a limit of 50 in lists", { listMost: 50 }],
  ])("%s: a connection lives its whole life all the same", async (_, guesses) => {
    const bench = await guessing(guesses, { acceptMs: 300 });
    const { id, outs } = await bench.connection.create(bench.crossAccount());
    const again = await bench.connection.create(bench.crossAccount());
    expect(again.id).toBe(id);
    const accepted = await bench.acceptance.create(bench.acceptanceOf(id));
    expect(accepted.outs["status"]).toBe("active");
    await bench.connection.delete(id, outs);
    expect(await bench.connection.read(id, outs)).toEqual({});
    expect(await bench.live()).toEqual([]);
  });

  test("a rejected connection that is in the way of a new one is cleared away, if it is ours", async () => {
    const bench = await guessing({ deadBlocksPair: true });
    const { id } = await bench.connection.create(bench.crossAccount());
    await bench.admin("PATCH", `/peerings/${id}`, { status: "rejected" });
    const next = await bench.connection.create(bench.crossAccount());
    expect((await bench.live()).map((row) => [row.id, row.status])).toEqual([[next.id, "pending"]]);
  });
});

describe("the accepter's half in a stack of its own", () => {
  const half = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    cloud: under.cloud,
    requester: { vpcId: under.vpcs.hub.vpcId },
    accepter: { ...under.vpcs.partner, accountId: under.accounts.b },
    expect: { accountId: under.accounts.a },
    decision: "accept",
    timeouts: { create: "5s" },
    __owner: { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeeringAccepter::partner" },
    __provider: "the line",
    ...more,
  });

  test("finds the request by its VPCs, accepts it, and ends it for both", async () => {
    const bench = await openBench(under);
    const { id } = await bench.connection.create(bench.crossAccount());
    const accepted = await bench.acceptance.create(half({ onDelete: "delete" }));
    expect(accepted).toMatchObject({ id, outs: { status: "active" } });
    await bench.acceptance.delete(id, accepted.outs);
    expect(await bench.live()).toEqual([]);
  });

  test.each([true, false])(
    "rejects it, whether it can read that (%s) or not",
    async (rejectedReadableByAccepter) => {
      const bench = await guessing({ rejectedReadableByAccepter });
      const { id } = await bench.connection.create(bench.crossAccount());
      const rejected = await bench.acceptance.create(half({ connectionId: id, decision: "reject" }));
      expect(rejected.outs["status"]).toBe("rejected");
      expect((await bench.live()).map(({ status }) => status)).toEqual(["rejected"]);
    },
  );

  test("cannot set tags or a resource group, and hears that at preview", async () => {
    const bench = await openBench(under);
    const { failures } = await bench.acceptance.check(
      {},
      half({ tags: { a: "b" }, resourceGroupId: "rg-1" }),
    );
    expect(failures.map(({ reason }) => reason).sort()).toEqual([
      "resourceGroupId: on this cloud an accepter cannot set it. Remove it.",
      "tags: on this cloud an accepter cannot set it. Remove it.",
    ]);
  });
});

describe("what a user sees", () => {
  test("addresses that overlap are told with what to do, and nothing is left", async () => {
    const bench = await openBench(under);
    const accepter = { ...under.vpcs.app, vpcId: "vpc-dup00001", accountId: under.accounts.a };
    const { message } = await failure(bench.connection.create(bench.sameAccount({ accepter })));
    expect(message).toContain("The CIDR blocks of VPC vpc-hub00001 and VPC vpc-dup00001 conflict.");
    expect(message).toContain("choose other VPCs, or remove the connection in the way");
    expect(await bench.live()).toEqual([]);
  });

  test("a VPC that is not there is named, and no connection is thought to be gone", async () => {
    const bench = await openBench(under);
    const accepter = { ...under.vpcs.app, vpcId: "vpc-none0001", accountId: under.accounts.a };
    const { message } = await failure(bench.connection.create(bench.sameAccount({ accepter })));
    expect(message).toContain("The resource vpc-none0001 does not exist. One of the VPCs is not there");
  });

  test("the quota is told with its name", async () => {
    const bench = await openBench(under, { quotas: { tencentcloud: { perVpc: 1 } } });
    await bench.connection.create(bench.sameAccount());
    const { message } = await failure(bench.connection.create(bench.crossAccount()));
    expect(message).toContain("vpc-max-vpcpeers");
  });

  test("a connection that the other side asked for is left to it", async () => {
    const bench = await openBench(under);
    const { requester, accepter } = bench.sameAccount() as { requester: object; accepter: object };
    const back = bench.sameAccount({
      requester: accepter,
      accepter: { ...requester, accountId: under.accounts.a },
      __owner: { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" },
    });
    const { id } = await bench.connection.create(back);
    const { message } = await failure(bench.connection.create(bench.sameAccount()));
    expect(message).toContain(`are connected already by ${id}`);
    expect(message).toContain("It was requested from the other side");
  });

  test("a change of tags is refused, but goes along with a replacement; tags that others change are no drift", async () => {
    const bench = await openBench(under);
    const tagged = bench.sameAccount({ tags: { team: "network" } });
    const { id, outs } = await bench.connection.create(tagged);
    expect(await bench.connection.diff(id, outs, bench.sameAccount({ tags: { team: "x" } }))).toMatchObject({
      replaces: ["tags"],
      deleteBeforeReplace: true,
    });
    const retagged = bench.sameAccount({ tags: { team: "x" } });
    const { failures } = await bench.connection.check(tagged, retagged);
    expect(failures.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^tags is \{"team":"x"\}: Tencent Cloud takes tags only when a connection is made/,
      ),
    ]);
    const moved = { ...retagged, accepter: bench.crossAccount()["accepter"] };
    expect((await bench.connection.check(tagged, moved)).failures).toEqual([]);
    expect((await bench.connection.check({}, retagged)).failures).toEqual([]);
    await bench.admin("PATCH", `/peerings/${id}`, { tags: { by: "hand" } });
    expect(await bench.connection.read(id, outs)).toEqual({ id, props: outs, inputs: tagged });
  });

  test("a name too long for a mark behind it is set without one", async () => {
    const bench = await openBench(under);
    const others = { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" };
    const { id: adopt } = await bench.connection.create(bench.sameAccount({ __owner: others }));
    const { id, outs } = await bench.connection.create(bench.sameAccount({ adopt }));
    const renamed = bench.sameAccount({ adopt, name: "n".repeat(60) });
    const updated = await bench.connection.update(id, outs, renamed);
    expect((await bench.live())[0]).toMatchObject({ name: "n".repeat(60) });
    const read = await bench.connection.read(id, updated.outs);
    expect(await bench.connection.diff(id, read.props ?? {}, renamed)).toEqual({ changes: false });
  });

  test("a replacement that is made first, of the same two VPCs, is not deleted as the old connection", async () => {
    const bench = await openBench(under);
    const first = crossRegion(bench, { qosLevel: "PT" });
    const { id, outs } = await bench.connection.create(first);
    const second = { ...first, qosLevel: "AU" };
    expect(await bench.connection.diff(id, outs, second)).toMatchObject({ replaces: ["qosLevel"] });
    const made = await bench.connection.create(second);
    await bench.connection.delete(id, outs);
    expect((await bench.live()).map((row) => row.id)).toEqual([made.id]);
  });

  test("a connection is found among more than a page of others", async () => {
    const spokes = Array.from({ length: 60 }, (_, n) => `vpc-${String(n).padStart(8, "0")}`);
    const bench = await openBench(under, {
      tencentcloud: { strictIds: false },
      quotas: { tencentcloud: { perVpc: 0 } },
      peerings: spokes.map((vpcId) => ({
        cloud: "tencentcloud" as const,
        requester: { vpcId: under.vpcs.hub.vpcId },
        accepter: { vpcId },
      })),
    });
    const wanted = { ...under.vpcs.app, vpcId: spokes[59] ?? "", accountId: under.accounts.a };
    const { message } = await failure(bench.connection.create(bench.sameAccount({ accepter: wanted })));
    expect(message).toContain("are connected already by");
    expect(await times(bench, create)).toBe(0);
  });
});
