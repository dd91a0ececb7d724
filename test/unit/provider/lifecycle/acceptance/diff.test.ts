import { diffAcceptance } from "../../../../../src/provider/lifecycle/acceptance/diff";
import type { StandaloneInputs } from "../../../../../src/provider/lifecycle/acceptance/inputs";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { inputs, without } from "../../../support/samples";

const unchanged = { changes: false };
const replacing = (...paths: string[]) => ({ replaces: paths, deleteBeforeReplace: true });

describe("an acceptance", () => {
  const { cloud, requester, accepter } = inputs;
  const asked = { cloud, connectionId: "pcc-1", requester: { vpcId: requester.vpcId }, accepter };
  const accepted = { cloud, status: "active" as const, region: accepter.region };

  test("of an active connection is left alone", () => {
    expect(diffAcceptance("pcc-1", accepted, asked)).toEqual(unchanged);
  });

  test("of a connection that is replaced, or may be, is made anew", () => {
    for (const connectionId of ["pcc-2", UNKNOWN])
      expect(diffAcceptance("pcc-1", accepted, { ...asked, connectionId })).toEqual(
        replacing("connectionId"),
      );
  });

  test.each(["rejected", "expired", "failed", "deleting", "deleted"] as const)(
    "of a connection found %s is made anew",
    (status) => {
      expect(diffAcceptance("pcc-1", { ...accepted, status }, asked)).toMatchObject({
        changes: true,
        replaces: ["status"],
        deleteBeforeReplace: true,
      });
    },
  );

  test.each(["creating", "pending", "updating"] as const)("found %s is gone on with", (status) => {
    expect(diffAcceptance("pcc-1", { ...accepted, status }, asked)).toEqual({ changes: true });
  });

  test("whose status nobody wrote down is gone on with", () => {
    expect(diffAcceptance("pcc-1", without(accepted, "status"), asked)).toEqual({ changes: true });
  });
});

describe("an acceptance in a stack of its own", () => {
  const { cloud, requester, accepter } = inputs;
  const [hub, app] = [{ vpcId: requester.vpcId }, { vpcId: accepter.vpcId, region: accepter.region }];
  const byPair = { requester: hub, accepter: app, decision: "accept", onDelete: "delete" } as const;
  const byId = { connectionId: "pcc-1", accepter: { region: app.region }, decision: "accept" } as const;
  const accepted = { cloud, status: "active" as const, region: app.region };
  const diff = (before: StandaloneInputs, now: StandaloneInputs) =>
    diffAcceptance("pcc-1", { ...accepted, standalone: before }, { cloud, ...now });
  const named: StandaloneInputs = { ...byPair, accepter: { ...app, accountId: "1000000000000002" } };
  const other: StandaloneInputs = { ...byPair, accepter: { ...app, accountId: "1000000000000003" } };
  const updating = { replaces: [], deleteBeforeReplace: true };

  test.each<[string, StandaloneInputs, StandaloneInputs]>([
    ["its account is named", byPair, named],
    ["its account is named no more", named, byPair],
    ["its VPC is named beside the connection's id", byId, { ...byId, accepter: app }],
    ["both VPCs are named beside the connection's id", byId, { ...byId, ...byPair }],
    ["its VPC is named no more beside the connection's id", { ...byId, accepter: app }, byId],
    ["the connection's id is named beside both VPCs", byPair, { ...byPair, connectionId: "pcc-1" }],
    ["the connection's id is named no more beside both VPCs", { ...byPair, connectionId: "pcc-1" }, byPair],
    ["a preview does not know the region yet", byId, { ...byId, accepter: { region: UNKNOWN } }],
  ])("goes on with its connection when %s", (_, before, now) => {
    expect(diff(before, now)).toEqual(updating);
  });

  test.each<[string, StandaloneInputs, StandaloneInputs, string[]]>([
    ["another connection", byId, { ...byId, connectionId: "pcc-2" }, ["connectionId"]],
    ["a connection that is not known yet", byId, { ...byId, connectionId: UNKNOWN }, ["connectionId"]],
    ["another requester", byPair, { ...byPair, requester: { vpcId: "vpc-other" } }, ["requester"]],
    ["another VPC", byPair, { ...byPair, accepter: { ...app, vpcId: "vpc-other" } }, ["accepter"]],
    ["another account", named, other, ["accepter"]],
    ["two VPCs instead of an id", byId, byPair, ["requester", "accepter"]],
    ["another decision", byPair, { ...byPair, decision: "reject" }, ["decision"]],
  ])("decides anew about %s", (_, before, now, replaces) => {
    expect(diff(before, now)).toEqual(replacing(...replaces));
  });
});
