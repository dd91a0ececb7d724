import { accountKeyOf } from "../../../model/account";
import { PeeringError } from "../../../model/errors";
import type { OwnerInputs } from "../../../model/owner";
import { isOfStack, markersOf, ownerOf } from "../../../model/owner";
import type { Peering } from "../../../model/peering";
import { DEAD, GOING } from "../../../model/status";
import type { EndName } from "../../../model/ends";
import type { Named } from "../named";
import { namedBy } from "../named";
import type { Caller, Found } from "../resource";
import type { Work } from "../work";
import type { ConnectionInputs } from "./inputs";
import { markFor } from "./marks";
import { endSaid, propertiesSaid } from "./said";
import { declarerOf } from "./spec";
import type { ConnectionOutputs } from "./state";
import { outputsOf } from "./state";
import { connectionAt } from "./subject";

/** A connection that exists, by the requester's keys, with all that can be declared of it. */
export async function foundConnection(
  text: string,
  caller: Caller,
): Promise<Found<ConnectionInputs, ConnectionOutputs>> {
  const named = await namedBy(text, "connection", caller.session);
  const { cloud, id } = named;
  const { seen, work } = await lookAt(named, caller);
  await assertOwn(seen, "requester", work);
  const { complaints } = (await caller.session.open(cloud)).module;
  const { properties, unsaid, refusal } = propertiesSaid(cloud, seen, complaints.connection);
  if (refusal !== undefined)
    throw new PeeringError(`Connection ${id} cannot be declared as it is. ${refusal}`, {
      kind: "invalid",
      remedy: "Change that in the console, and import it then.",
    });
  if (unsaid.length > 0) work.context.warn(`Stays as it is, undeclared: ${unsaid.join(" ")}`);
  const declarer = declarerOf(caller);
  warnOfSibling(seen, declarer, work);
  const inputs: ConnectionInputs = {
    cloud,
    requester: endSaid(cloud, seen.requester),
    accepter: endSaid(cloud, seen.accepter),
    ...properties,
  };
  return { id, inputs, props: outputsOf(inputs, seen, markFound(seen, declarer, cloud)) };
}

/**
 * The mark to remember of a connection that no state had: its own, if that is to stay. Without one, the next update gives
 * it this resource's.
 */
export function markFound(
  seen: Peering,
  declarer: OwnerInputs,
  cloud: ConnectionInputs["cloud"],
): string | undefined {
  const owner = ownerOf(declarer);
  if (seen.owner !== undefined && markersOf(declarer).includes(seen.owner.marker)) return seen.owner.marker;
  return markFor(owner, seen, cloud) === undefined ? (seen.owner?.marker ?? owner.marker) : undefined;
}

/** A connection that is worth having in a state, as its keys see it. */
export async function lookAt(
  { cloud, region, id }: Named,
  caller: Caller,
): Promise<{ seen: Peering; work: Work }> {
  const work = await caller.session.begin({ cloud, operation: "read", region }, caller);
  await work.checkAccount(undefined);
  const seen = await connectionAt({ id, region }, work).observe();
  if (seen === undefined)
    throw new PeeringError(`There is no connection ${id} that these keys can see in ${region}.`, {
      kind: "gone",
      remedy: "Check the id, the region and the provider instance.",
    });
  if (DEAD.has(seen.status) || GOING.has(seen.status))
    throw new PeeringError(`Connection ${id} is ${seen.status} (${seen.cloudStatus}).`, {
      kind: "dead",
      remedy: "It will never carry traffic: delete it, and declare a new one.",
    });
  return { seen, work };
}

/** Fails if an end of a connection belongs to another account than these keys. */
export async function assertOwn(seen: Peering, end: EndName, { cloud, context }: Work): Promise<void> {
  const { account: owner, region } = seen[end];
  const { account } = await cloud.whoAmI({ region }, context);
  if (owner === "" || owner === account) return;
  const kind = end === "requester" ? "Connection" : "Acceptance";
  throw new PeeringError(
    `The ${end} of connection ${seen.id} is account ${owner}, and these keys belong to ${account}.`,
    {
      kind: "wrongAccount",
      cloud: cloud.name,
      remedy: `A ${kind} is imported with its ${end}'s keys: use those of ${accountKeyOf(cloud.name)} ${owner}, or import the other end.`,
    },
  );
}

/** Two resources of one stack for one connection would end with its deletion as one of them. */
function warnOfSibling({ id, owner }: Peering, declarer: OwnerInputs, { context }: Work): void {
  if (owner === undefined || markersOf(declarer).includes(owner.marker)) return;
  if (!isOfStack(owner.marker, ownerOf(declarer))) return;
  context.warn(
    `Connection ${id} bears the mark of another resource of this very stack. Take that one out of the program and, by \`pulumi state delete\`, of the state, before the next \`pulumi up\`.`,
  );
}
