import fc from "fast-check";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { diffConnection } from "../../../../../src/provider/lifecycle/connection/diff";
import type { ConnectionInputs } from "../../../../../src/provider/lifecycle/connection/inputs";
import { outputsOf } from "../../../../../src/provider/lifecycle/connection/state";
import { A, anyInputs, anyStatus, B, madeFrom, reordered, without } from "../../../support/samples";
import { inPlace, news, olds, replacing, unchanged } from "./diffSupport";

const edits: readonly [what: string, edited: ConnectionInputs, answer: object][] = [
  ["the cloud", { ...news, cloud: "tencentcloud" }, replacing("cloud")],
  [
    "the requester's VPC",
    { ...news, requester: { ...news.requester, vpcId: "vpc-2" } },
    replacing("requester.vpcId"),
  ],
  [
    "the requester's region",
    { ...news, requester: { ...news.requester, region: "cn-2" } },
    replacing("requester.region"),
  ],
  [
    "the requester's account",
    { ...news, requester: { ...news.requester, accountId: B } },
    replacing("requester.accountId"),
  ],
  [
    "the accepter's VPC",
    { ...news, accepter: { ...news.accepter, vpcId: "vpc-2" } },
    replacing("accepter.vpcId"),
  ],
  [
    "the accepter's region",
    { ...news, accepter: { ...news.accepter, region: "cn-2" } },
    replacing("accepter.region"),
  ],
  [
    "the accepter's account",
    { ...news, accepter: { ...news.accepter, accountId: A } },
    replacing("accepter.accountId"),
  ],
  ["the name", { ...news, name: "new" }, inPlace],
  ["the description", { ...news, description: "New" }, inPlace],
  ["the bandwidth", { ...news, bandwidth: 201 }, inPlace],
  ["the link type", { ...news, linkType: "Platinum" }, inPlace],
  ["the resource group", { ...news, resourceGroupId: "rg-2" }, inPlace],
  ["a tag's value", { ...news, tags: { ...news.tags, team: "x" } }, inPlace],
  ["a tag more", { ...news, tags: { ...news.tags, extra: "" } }, inPlace],
  ["a tag less", { ...news, tags: { team: "network" } }, inPlace],
  ["tags that are gone", without(news, "tags"), inPlace],
  ["a tag's key", { ...news, tags: { team: "network", Env: "prod" } }, inPlace],
  ["what to wait for", { ...news, waitFor: "active" }, inPlace],
  ["an option of deletion, which sees the outputs only", { ...news, forceDelete: true }, inPlace],
  ["adopt", { ...news, adopt: true }, inPlace],
  ["whether to look ahead in previews", { ...news, preflight: true }, unchanged],
];

describe("a finished connection", () => {
  test.each(["description", "bandwidth", "linkType", "resourceGroupId"] as const)(
    "from which %s is gone is shown as edited, with a word that the cloud cannot clear it",
    (key) => {
      const { warning, ...answer } = diffConnection(olds, without(news, key));
      expect(answer).toEqual(inPlace);
      expect(warning).toContain(`${key} stays ${JSON.stringify(news[key])}`);
    },
  );

  test("that is as declared is left alone", () => {
    expect(diffConnection(olds, news)).toEqual(unchanged);
  });

  test.each(edits)("with an edit of %s", (_, edited, answer) => {
    expect(diffConnection(olds, edited)).toEqual(answer);
  });

  test("with an edit of the quality, which Tencent Cloud has, is replaced there", () => {
    const there = { cloud: "tencentcloud" } as const;
    const answer = diffConnection({ ...olds, ...there }, { ...news, ...there, qosLevel: "PT" });
    expect(answer).toEqual(replacing("qosLevel"));
  });

  test("with a value that its cloud does not have is updated, since an unknown one may turn out to be none", () => {
    expect(diffConnection(olds, { ...news, qosLevel: UNKNOWN })).toEqual(inPlace);
  });

  test("with edits of several things names all of those that replace it", () => {
    const edited = { ...news, name: "new", requester: { vpcId: "vpc-9", region: "cn-9", accountId: A } };
    expect(diffConnection(olds, edited)).toEqual(replacing("requester.vpcId", "requester.region"));
  });

  test("that was asked for without the accepter's account is within the requester's own", () => {
    const { accountId: _, ...accepter } = olds.accepter;
    const before = { ...olds, accepter, account: A };
    const accepterOf = (accountId: string) => ({ ...news, accepter: { ...news.accepter, accountId } });
    expect(diffConnection(before, accepterOf(A))).toEqual(unchanged);
    expect(diffConnection(before, accepterOf(B))).toEqual(replacing("accepter.accountId"));
  });

  test("on Huawei Cloud calls the owner of a VPC a project", () => {
    const huawei = { ...news, cloud: "huaweicloud" as const };
    const before = { ...olds, cloud: huawei.cloud, accepter: { vpcId: "v", region: "r", projectId: "p1" } };
    const after = { ...huawei, accepter: { vpcId: "v", region: "r", projectId: "p2" } };
    expect(diffConnection(before, after)).toEqual(replacing("accepter.projectId"));
  });

  test("is left alone when its tags are written in another order", () => {
    expect(diffConnection(olds, { ...news, tags: { env: "prod", team: "network" } })).toEqual(unchanged);
  });

  test("is left alone when the requester's account, resolved before, is named now, or not named any more", () => {
    const unnamed = { ...olds, requester: { vpcId: "vpc-hub", region: "cn-hangzhou" } };
    expect(diffConnection(unnamed, news)).toEqual(unchanged);
    expect(diffConnection(olds, { ...news, requester: unnamed.requester })).toEqual(unchanged);
  });

  test("is replaced when the requester's account is named for the first time, and is another one", () => {
    const unnamed = { ...olds, requester: { vpcId: "vpc-hub", region: "cn-hangzhou" } };
    const other = { ...news, requester: { ...news.requester, accountId: B } };
    expect(diffConnection(unnamed, other)).toEqual(replacing("requester.accountId"));
  });
});

describe("for any connection", () => {
  const fresh = (declared: ConnectionInputs) => outputsOf(declared, madeFrom(declared), "marker");

  test("one that was made as declared is left alone, whatever the order of keys", () => {
    fc.assert(
      fc.property(anyInputs, (declared) => {
        expect(diffConnection(fresh(declared), declared)).toEqual(unchanged);
        expect(diffConnection(fresh(declared), reordered(declared))).toEqual(unchanged);
        expect(diffConnection(reordered(fresh(declared)), declared)).toEqual(unchanged);
      }),
    );
  });

  test("the answer does not depend on the order of keys", () => {
    fc.assert(
      fc.property(anyInputs, anyInputs, anyStatus, (before, after, status) => {
        const old = { ...fresh(before), status };
        const { warning, ...answer } = diffConnection(old, after);
        const { warning: other, ...same } = diffConnection(reordered(old), reordered(after));
        expect(same).toEqual(answer);
        expect(other === undefined).toBe(warning === undefined);
      }),
    );
  });

  test("an answer with `changes` never hides an edit from the engine, but for a dead connection", () => {
    fc.assert(
      fc.property(anyInputs, anyInputs, anyStatus, (before, after, status) => {
        const { changes, replaces } = diffConnection({ ...fresh(before), status }, after);
        if (changes === true && !replaces?.includes("status"))
          expect(diffConnection(fresh(before), after)).toEqual(unchanged);
        if (changes === undefined) expect(replaces).toBeDefined();
      }),
    );
  });

  test("nothing that can be not known yet makes it fail", () => {
    const open = (declared: ConnectionInputs): fc.Arbitrary<ConnectionInputs> =>
      fc
        .subarray(Object.keys(declared).filter((key) => key !== "cloud"))
        .map((keys) => ({ ...declared, ...Object.fromEntries(keys.map((key) => [key, UNKNOWN])) }));
    fc.assert(
      fc.property(
        anyInputs.chain((given) => fc.tuple(fc.constant(given), open(given))),
        anyStatus,
        (both, status) => {
          const [declared, unclear] = both;
          const answer = diffConnection({ ...fresh(declared), status }, unclear);
          const isOpen = Object.entries(unclear).some(
            ([key, value]) => value === UNKNOWN && key !== "preflight",
          );
          if (isOpen) expect(answer.changes).not.toBe(false);
        },
      ),
    );
  });
});

test("an edit of a tag `project` of one's own is seen", () => {
  const before = { ...olds, tags: { project: "x" } };
  expect(diffConnection(before, { ...news, tags: { project: "y" } })).toEqual(inPlace);
});
