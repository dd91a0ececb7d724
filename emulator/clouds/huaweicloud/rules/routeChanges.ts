import { type Block, blockText, contains, readBlock } from "../../../core/addresses/block";
import type { RouteRecord, RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { refusedByService, serviceError } from "../errors";
import { readDestination } from "./destinations";
import { readHop } from "./hops";
import { badParam, type RouteBody } from "./tableBodies";

/** What a call wants to be done with the routes of a table. */
export interface RouteChanges {
  readonly add: readonly RouteBody[];
  readonly mod: readonly RouteBody[];
  readonly del: readonly RouteBody[];
}

type Step = () => void;

/** Does all changes or none, unless the setting has each done for itself until one fails. */
export function changeRoutes(context: ActionContext, table: RouteTable, changes: RouteChanges): void {
  const plans: (() => Step)[] = [
    ...changes.del.map((route) => () => planDel(context, table, route)),
    ...changes.mod.map((route) => () => planMod(context, table, route)),
    ...changes.add.map((route) => () => planAdd(context, table, route)),
  ];
  const all = [...changes.add, ...changes.mod, ...changes.del];
  if (!context.settings.guesses.putIsAtomic) {
    refuseTwice(all);
    for (const plan of plans) {
      plan()();
      refuseBeyondQuota(context, table, 0);
    }
    return;
  }
  const steps = plans.map((plan) => plan());
  refuseTwice(all);
  refuseBeyondQuota(context, table, changes.add.length - changes.del.length);
  for (const step of steps) step();
}

function planAdd(context: ActionContext, table: RouteTable, route: RouteBody): Step {
  const destination = blockText(readDestination(context, table, route.destination));
  const hop = readHop(context, table.vpc, { type: route.type ?? "", id: route.nexthop ?? "" });
  const { duplicateRoute, sameAddIsFine } = context.settings.guesses;
  const there = routeTo(context, table, route);
  if (there) {
    const isSame = there.hop.type === hop.type && there.hop.id === hop.id;
    if (!isSame || !sameAddIsFine) throw refusedByService(duplicateRoute, destination);
    return () => undefined;
  }
  const { description } = route;
  return () => {
    const made = context.core.routes.add(table, { destination, hop, description });
    if (!context.settings.guesses.destinationsAreNormalised) made.destination = route.destination;
  };
}

function planMod(context: ActionContext, table: RouteTable, route: RouteBody): Step {
  refuseLocal(context, table, route);
  const there = routeTo(context, table, route);
  if (!there) throw refusedByService(context.settings.guesses.missingMod, route.destination);
  const hop = readHop(context, table.vpc, { type: route.type ?? "", id: route.nexthop ?? "" });
  return () => {
    there.hop = hop;
    there.description = route.description ?? there.description;
    context.core.routes.move(there, "available");
  };
}

function planDel(context: ActionContext, table: RouteTable, route: RouteBody): Step {
  const { delComparesHop, missingDelIsFine, missingDel } = context.settings.guesses;
  refuseLocal(context, table, route);
  const there = routeTo(context, table, route);
  const differs =
    there !== undefined &&
    ((route.type ?? there.hop.type) !== there.hop.type || (route.nexthop ?? there.hop.id) !== there.hop.id);
  const found = delComparesHop && differs ? undefined : there;
  if (!found && !missingDelIsFine) throw refusedByService(missingDel, route.destination);
  return () => {
    if (found) context.core.routes.remove([found]);
  };
}

/** The route of a table to a destination, however either is written. */
function routeTo({ core }: ActionContext, table: RouteTable, route: RouteBody): RouteRecord | undefined {
  return core.routes.routes(table).find((one) => sameText(one.destination) === sameText(route.destination));
}

function refuseLocal({ core }: ActionContext, table: RouteTable, { destination }: RouteBody): void {
  const block: Block | undefined = readBlock(destination)?.block;
  if (block === undefined) throw badParam(`destination ${destination.slice(0, 64)} is no valid CIDR`);
  const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
  const isLocal = local.some((text) => {
    const own = readBlock(text)?.block;
    return own !== undefined && contains(own, block);
  });
  if (isLocal) throw serviceError("VPC.2809", `: ${destination}`);
}

/** One body names each destination once. */
function refuseTwice(routes: readonly RouteBody[]): void {
  const texts = routes.map(({ destination }) => sameText(destination));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) throw serviceError("VPC.2812", `: ${twice} is named twice`);
}

function refuseBeyondQuota({ core, settings }: ActionContext, table: RouteTable, more: number): void {
  const { routesPerTable } = settings.quotas;
  if (routesPerTable > 0 && core.routes.routes(table).length + more > routesPerTable)
    throw refusedByService(settings.guesses.routesOverQuota);
}

function sameText(destination: string): string {
  const read = readBlock(destination);
  return read === undefined ? destination : blockText(read.block);
}
