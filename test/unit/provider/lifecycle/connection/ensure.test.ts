import { PeeringError } from "../../../../../src/model/errors";
import type { Peering } from "../../../../../src/model/peering";
import { errorOf } from "../../../../../src/provider/clouds/alicloud/errors";
import { ensureConnection } from "../../../../../src/provider/lifecycle/connection/ensure";
import type { Work } from "../../../../../src/provider/lifecycle/work";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";
import { peering, spec } from "../../../support/samples";

describe("a create that fails, where a connection is there all the same", () => {
  const made: Peering = { ...peering, owner: spec.owner };

  /** Ensures on a cloud whose create fails so, and which lists what it made after this time. */
  async function ensured(failure: PeeringError, listedAfterMs: number): Promise<Peering> {
    const clock = new FakeClock(() => 0.5, 0);
    const cloud = {
      name: "alicloud",
      createIsRepeatable: true,
      create: async () => {
        await clock.after(50);
        throw failure;
      },
      find: () => Promise.resolve(clock.now() > listedAfterMs ? [made] : []),
      get: () => Promise.resolve(made),
    };
    const exclusively = (_keys: unknown, task: () => unknown) => task();
    const work = { cloud, context: contextOn(clock, 600_000), exclusively } as unknown as Work;
    return await ensureConnection(
      { spec, markers: ["ours"], adopt: undefined, declarer: { urn: "urn:pulumi:s::p::t::n" } },
      () => undefined,
      work,
    );
  }

  test("as a duplicate that the list shows only a second later is gone on with", async () => {
    const duplicate = new PeeringError("exists", { kind: "duplicate", executed: "yes" });
    expect(await ensured(duplicate, 1_000)).toEqual(made);
  });

  test("with an unknown 5xx is looked up", async () => {
    const answer = { status: 502, code: "BadGateway", message: "m" };
    expect(await ensured(errorOf("CreateVpcPeerConnection", answer), 0)).toEqual(made);
  });
});
