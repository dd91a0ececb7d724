import { diffConnection } from "../../../../../src/provider/lifecycle/connection/diff";
import type { ConnectionInputs } from "../../../../../src/provider/lifecycle/connection/inputs";
import type { ConnectionOutputs } from "../../../../../src/provider/lifecycle/connection/state";
import { A, B, without } from "../../../support/samples";
import { inPlace, news, olds, unchanged } from "./diffSupport";

describe("a connection found dead", () => {
  test.each(["rejected", "expired", "failed", "deleting", "deleted"] as const)(
    "(%s) is replaced, and the user is told why",
    (status) => {
      const { warning, ...answer } = diffConnection({ ...olds, status }, news);
      // Only with `changes` does the engine replace what nobody edited.
      expect(answer).toEqual({ changes: true, replaces: ["status"], deleteBeforeReplace: true });
      expect(warning).toMatch(/reject|expire|fail|delete/);
    },
  );

  test("is replaced for all reasons at once when it was edited too", () => {
    const edited = { ...news, accepter: { ...news.accepter, vpcId: "vpc-2" }, name: "new" };
    expect(diffConnection({ ...olds, status: "expired" }, edited)).toMatchObject({
      changes: true,
      replaces: ["status", "accepter.vpcId"],
    });
  });

  test("is told with the time since when it is so, where the cloud says it", () => {
    const since = "2026-01-09T03:04:05Z";
    const dead = { ...olds, status: "expired", since } as const;
    expect(diffConnection(dead, news).warning).toContain(`(status expired since ${since})`);
    expect(diffConnection({ ...olds, status: "expired" }, news).warning).not.toContain("since");
  });

  test("is told apart by its reason: rejected, expired, deleted", () => {
    const warnings = (["rejected", "expired", "deleted"] as const).map(
      (status) => diffConnection({ ...olds, status }, news).warning,
    );
    expect(warnings[0]).toMatch(/was rejected/);
    expect(warnings[1]).toMatch(/expired/);
    expect(warnings[2]).toMatch(/was deleted outside/);
  });
});

describe("a connection that is not finished", () => {
  test.each(["creating", "updating"] as const)(
    "(%s) is gone on with, though nothing was edited",
    (status) => {
      expect(diffConnection({ ...olds, status }, news)).toEqual({ changes: true });
    },
  );

  test("is one whose status nobody wrote down", () => {
    expect(diffConnection(without(olds, "status") as ConnectionOutputs, news)).toEqual({ changes: true });
  });

  test.each(["creating", "pending", "updating", undefined] as const)(
    "(%s) that was edited is shown as edited",
    (status) => {
      const old = { ...without(olds, "status"), ...(status && { status }) };
      expect(diffConnection(old, { ...news, name: "new" })).toEqual(inPlace);
    },
  );
});

describe("pending is enough", () => {
  const end = (accountId: string) => ({ ...news.accepter, accountId });
  const pending = (more: Partial<ConnectionInputs>) =>
    diffConnection({ ...olds, ...more, status: "pending" }, { ...news, ...more });

  test("for a connection to another account, which is accepted elsewhere", () => {
    expect(pending({ accepter: end(B) })).toEqual(unchanged);
  });

  test("not for one within an account, which the cloud accepts by itself", () => {
    expect(pending({ accepter: end(A) })).toEqual({ changes: true });
  });

  test("for any connection if it is all that is waited for", () => {
    expect(pending({ accepter: end(A), waitFor: "pending" })).toEqual(unchanged);
    expect(pending({ accepter: end(B), waitFor: "pending" })).toEqual(unchanged);
  });

  test("for none that is to be active", () => {
    expect(pending({ accepter: end(B), waitFor: "active" })).toEqual({ changes: true });
  });

  test("and when a later look finds it active, that is no change", () => {
    expect(diffConnection({ ...olds, status: "active" }, { ...news })).toEqual(unchanged);
  });
});
