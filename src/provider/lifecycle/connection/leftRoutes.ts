import { Deadline } from "../../../io/clock";
import { accountOf } from "../../../model/account";
import { factsOf } from "../../../model/clouds";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { OwnerInputs } from "../../../model/owner";
import { ownerOf } from "../../../model/owner";
import type { SideInputs } from "../../../model/peering";
import type { Context } from "../../clouds/context";
import { routeMark } from "../../clouds/kit/markerTag";
import type { TableRoute } from "../../clouds/routing";
import type { Work } from "../work";
import type { ConnectionOutputs } from "./state";

/** A connection to delete, which routes may keep. */
interface Doomed {
  id: string;
  props: ConnectionOutputs;
  owner: OwnerInputs | undefined;
}

/** A route through the connection, and where it stands. */
interface Found extends TableRoute {
  table: string;
  vpcId: string;
}

/** The part of the time that there is which a removal of routes may take. */
const REMOVAL_PART = 1 / 3;
/** How long a look may take that only makes an error clearer, beyond the time that there is, in milliseconds. */
const LAST_LOOK_MS = 1_500;

/**
 * Deletes a connection. Where routes keep it, those that bear its own mark go first: a process has left them that was killed
 * before it could write down that it made them. If others keep it, the error names them.
 */
export async function clearOfRoutes(doomed: Doomed, attempt: () => Promise<void>, work: Work): Promise<void> {
  const { cloud, forceDelete = false, __routed: routed } = doomed.props;
  if (forceDelete || factsOf(cloud).routing?.routesKeepConnection !== true) {
    await attempt();
    return;
  }
  if (routed !== undefined) await removeOwn(doomed, work);
  try {
    await attempt();
  } catch (error) {
    if (!isPeeringError(error, "routesExist")) throw error;
    const found = await routesThrough(doomed, work).catch((): Found[] => []);
    const marks = marksOf(doomed);
    if (!found.some(({ description = "" }) => marks.includes(description))) throw named(error, found, doomed);
    await removeOwn(doomed, work);
    await attempt();
  }
}

/** Removes what bears the connection's own mark. What cannot be is told by the deletion. */
async function removeOwn(doomed: Doomed, work: Work): Promise<void> {
  const [mark, ...formerMarks] = marksOf(doomed);
  if (mark === undefined) return;
  const context = within(Math.ceil(work.context.deadline.remaining() * REMOVAL_PART), work);
  const goal = { connectionId: doomed.id, mark, formerMarks, tables: [], destinations: [], known: [] };
  await Promise.allSettled(
    seenBy(doomed.props).map(({ vpcId, region }) => work.routesOf({ vpcId, region }).bring(goal, context)),
  );
}

/** The routes through the connection, as far as these keys see tables. */
async function routesThrough({ id, props }: Doomed, work: Work): Promise<Found[]> {
  const context = within(Math.max(LAST_LOOK_MS, work.context.deadline.remaining()), work);
  const looks = seenBy(props).map(async ({ vpcId, region }) => {
    const tables = await work.routesOf({ vpcId, region }).lookAnew(context);
    return tables.flatMap(({ id: table, routes }) => routes.map((route) => ({ ...route, table, vpcId })));
  });
  return (await Promise.all(looks)).flat().filter(({ hop }) => hop.kind === "peering" && hop.id === id);
}

/** The refusal, with the routes that are in the way. */
function named(refusal: PeeringError, found: readonly Found[], { props }: Doomed): PeeringError {
  const names = found.map(({ destination, id, table, vpcId }) => {
    const which = id === undefined ? destination : `${destination} (${id})`;
    return `in ${table} of ${vpcId}, ${which}`;
  });
  const unseen = [props.requester, props.accepter].filter((end) => !seenBy(props).includes(end));
  const parts = [
    refusal.sentence,
    ...(names.length === 0 ? [] : [`These point at it: ${names.join("; ")}.`]),
    ...unseen.map(
      (end) =>
        `Those of ${end.vpcId}, which belongs to ${accountOf(end) ?? "another account"}, are not seen with these keys.`,
    ),
  ];
  return new PeeringError(parts.join(" "), refusal.facts);
}

function marksOf({ props: { marker = "" }, owner }: Doomed): string[] {
  const markers = [
    ...(owner === undefined ? [] : [ownerOf(owner).marker]),
    ...(marker === "" ? [] : [marker]),
  ];
  return [...new Set(markers)].map(routeMark);
}

/** The ends whose tables the requester's keys see. */
function seenBy({ requester, accepter, account }: ConnectionOutputs): SideInputs[] {
  const other = accountOf(accepter);
  const isOwn = other === undefined || other === (account ?? accountOf(requester));
  return isOwn ? [requester, accepter] : [requester];
}

/** A context of its own time, on whose row nothing is said. */
function within(ms: number, { context }: Work): Context {
  return { ...context, deadline: new Deadline(context.clock, ms), report: () => undefined };
}
