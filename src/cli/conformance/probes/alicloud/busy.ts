import type { Probe } from "../../probe";
import type { Ask } from "../../stage/asking";
import type { Stage } from "../../stage/stage";
import { batch, route, scratch } from "./calls";

/** Makes a route, and answers what is refused while the cloud is at work on it. */
async function whileAtWork<T>(stage: Stage, part: number, ask: () => Promise<T>): Promise<T> {
  const { id } = await stage.pair();
  await stage.asking.fields(await route(stage, "first", scratch(part), id));
  try {
    return await ask();
  } finally {
    await stage.tables.clear(stage.vpc("first"));
  }
}

/** What the cloud says while it is at work on a route. */
export const busy: Probe = {
  name: "busy",
  asks: ["busyVpcCode", "pendingEntryCode", "busyFailsByEntry"],
  unknown:
    "what a write gets while a route of the VPC is being worked on, and whether a batch then fails as a whole",
  does: "Makes a route, and at once asks for another, to delete it, and for a batch.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const { asking } = stage;
    const another = await route(stage, "first", scratch(14), id);
    const code = await whileAtWork(stage, 13, () => asking.refusalAtOnce(another));
    tell({ busyVpcCode: code.code });

    const place = { RouteTableId: await stage.table("first"), DestinationCidrBlock: scratch(15) };
    const removal: Ask = { action: "DeleteRouteEntry", params: { ...place, NextHopId: id } };
    const pending = await whileAtWork(stage, 15, () => asking.refusalAtOnce(removal));
    tell({ pendingEntryCode: pending.code });

    const many = await batch(stage, [{ vpc: "first", destination: scratch(17), hop: id }]);
    const failsByEntry = await whileAtWork(stage, 16, () =>
      asking.seen(async () => {
        const { refusal, fields } = await asking.once(many);
        return refusal === undefined ? fields["FailedCount"] : refusal.code;
      }),
    );
    if (failsByEntry === 1) tell({ busyFailsByEntry: true });
    if (failsByEntry === code.code) tell({ busyFailsByEntry: false });
  },
};
