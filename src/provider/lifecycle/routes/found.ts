import { PeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { isAmong } from "../../../model/route";
import { otherEnd } from "../../../model/ends";
import { assertOwn, lookAt } from "../connection/found";
import { endSaid } from "../connection/said";
import { namedBy } from "../named";
import type { Caller, Found } from "../resource";
import type { RoutesInputs } from "./inputs";
import { choose, placesOf, routesThrough } from "./said";
import type { RoutesOutputs } from "./state";
import { idOf, outputsOf } from "./state";
import { namesOf } from "./words";

/** The routes of one end of a connection that exist, by that end's keys: as many as can be declared without a change. */
export async function foundRoutes(text: string, caller: Caller): Promise<Found<RoutesInputs, RoutesOutputs>> {
  const named = await namedBy(text, "routes", caller.session);
  const { cloud, id: connectionId, vpcId = "" } = named;
  const { seen, work } = await lookAt(named, caller);
  const end = endWith(vpcId, seen);
  await assertOwn(seen, end, work);
  const { region } = seen[end];
  const tables = await work.routesOf({ vpcId, region }).look(work.context);
  const through = routesThrough(connectionId, tables);
  const choice = choose(
    connectionId,
    tables,
    through.filter(({ isSound }) => isSound),
  );
  if (choice === undefined)
    throw new PeeringError(`No route of ${vpcId} through ${connectionId} can be declared as it is.`, {
      kind: "gone",
      remedy: "Declare the routes that you want; equal ones that exist are taken over.",
    });
  const places = placesOf(choice, tables);
  const left = through.filter((route) => !isAmong(route, places));
  if (left.length > 0) work.context.warn(`Routes that stay as they are, undeclared: ${namesOf(left)}.`);
  const peer = seen[otherEnd(end)];
  const inputs: RoutesInputs = {
    cloud,
    connectionId,
    end,
    ...endSaid(cloud, seen[end]),
    peer: endSaid(cloud, peer),
    ...choice,
  };
  const routes = places.map((place) => ({ ...place, status: "present" as const }));
  const { account } = await work.cloud.whoAmI({ region }, work.context);
  return { id: idOf(inputs), inputs, props: outputsOf(inputs, routes, { account }) };
}

function endWith(vpcId: string, { id, requester, accepter }: Peering): RoutesInputs["end"] {
  if (requester.vpcId === vpcId) return "requester";
  if (accepter.vpcId === vpcId) return "accepter";
  throw new PeeringError(
    `Connection ${id} does not lead to ${vpcId}: it joins ${requester.vpcId} and ${accepter.vpcId}.`,
    { kind: "invalid" },
  );
}
