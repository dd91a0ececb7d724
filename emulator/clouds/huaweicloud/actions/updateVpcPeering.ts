import type { Action } from "../action";
import { peeringFields } from "../params";
import { textOf } from "../rules/texts";
import { findPeering } from "../find";
import { refused } from "../errors";
import { peeringView } from "../view";

/** Changes name and description; either side may, in any status. */
export const updateVpcPeering: Action = {
  limited: true,
  run(context) {
    const peering = findPeering(context);
    const fields = peeringFields(context.body, "PUT", ["name", "description"]);
    const [name, description] = [textOf(fields, "name"), textOf(fields, "description")];
    if (name === undefined && description === undefined) throw refused(context.settings.guesses.emptyUpdate);
    const { labels } = peering.requester;
    labels.name = name ?? labels.name;
    labels.description = description ?? labels.description;
    peering.updatedAt = context.core.clock.now();
    return { status: 200, body: { peering: peeringView(peering) } };
  },
};
