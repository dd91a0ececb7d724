import { diffAcceptance } from "../../../../../src/provider/lifecycle/acceptance/diff";
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
