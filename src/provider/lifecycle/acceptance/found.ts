import { assertOwn, lookAt } from "../connection/found";
import { endSaid, labelsSaid } from "../connection/said";
import { namedBy } from "../named";
import type { Caller, Found } from "../resource";
import type { AcceptanceInputs } from "./inputs";
import type { AcceptanceOutputs } from "./state";
import { outputsOf } from "./state";

/** The acceptance of a connection that exists, by the accepter's keys. One that is still pending is then to be given. */
export async function foundAcceptance(
  text: string,
  caller: Caller,
): Promise<Found<AcceptanceInputs, AcceptanceOutputs>> {
  const named = await namedBy(text, "connection", caller.session);
  const { cloud, id } = named;
  const { seen, work } = await lookAt(named, caller);
  await assertOwn(seen, "accepter", work);
  const said: AcceptanceInputs = {
    cloud,
    connectionId: id,
    accepter: endSaid(cloud, seen.accepter),
    expect: endSaid(cloud, seen.requester),
    decision: "accept",
  };
  const { complaints } = (await caller.session.open(cloud)).module;
  const labels = labelsSaid(cloud, seen, (some) => complaints.acceptance({ ...said, ...some }));
  const inputs = { ...said, ...labels };
  return { id, inputs, props: outputsOf(inputs, seen) };
}
