import type { Action } from "../action";
import { findPeering } from "../find";
import { wordOf } from "../words";

/** Deletes a peering, in any status, and the routes into it on both sides; either side may. */
export const deleteVpcPeering: Action = {
  limited: true,
  run(context) {
    const { core, settings } = context;
    const peering = findPeering(context);
    if (!settings.guesses.routesOutlivePeering) core.routes.remove(core.routes.into(peering.id));
    const { visibleAfterDeleteMs: afterMs } = settings.guesses;
    if (afterMs === 0) {
      core.peerings.move(peering, "deleted");
    } else if (peering.status !== "deleting") {
      const word = wordOf(peering);
      core.peerings.move(peering, "deleting", { afterMs, status: "deleted" });
      peering.word = word;
    }
    return { status: 204 };
  },
};
