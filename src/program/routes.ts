import * as pulumi from "@pulumi/pulumi";
import { defined } from "../model/defined";
import type { Route } from "../model/route";
import { shown } from "../model/shown";
import type { EndName } from "../model/ends";
import { given, orElse } from "./given";
import { refusal } from "./refusal";

/**
 * Routes in the tables of one end's VPC, through the connection to the other end's VPC, written with that end's keys.
 * What changes here is changed in place: routes that are not wanted any more go, new ones come, and the others are not
 * touched. Only routes through the connection are ever removed.
 */
export interface RoutesArgs {
  /**
   * Which route tables: `all` that can hold such routes, the `main` one (the system or default table), or a list of
   * route tables' ids. An id that is no such table of this VPC is an error of `up`, and of a preflight. Default: `all`.
   */
  tables?: "all" | "main" | pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * Where they lead: address blocks in CIDR notation, without host bits. One that leads elsewhere already is an error of
   * `up`, unless this stack wrote it. Default: all blocks of the other VPC, the
   * primary and the secondary ones. To be named where the program has no keys of the other VPC's owner, but on
   * Alibaba Cloud, where the connection tells them.
   */
  destinations?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Blocks of the other VPC that are left out of the default destinations. Default: none. */
  exclude?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether the default destinations have the IPv6 blocks, too, where this VPC has some itself. Default: `false`. */
  ipv6?: pulumi.Input<boolean> | undefined;
}

/** The routes of a connection: those in the tables of either end's VPC, where they are written here. */
export interface EndRoutes {
  /** Those in the tables of the requester's VPC. */
  requester?: Route[] | undefined;
  /** Those in the tables of the accepter's VPC. */
  accepter?: Route[] | undefined;
}

/** What can be said of routes. */
const NAMES = ["tables", "destinations", "exclude", "ipv6"] as const;

/** Which routes an end gets: its own word goes before that of the whole component. Nothing if none are wanted. */
export function routesSaid(
  whose: string,
  end: EndName,
  { own, common }: { own: unknown; common: unknown },
): RoutesArgs | undefined {
  const [name, said] = own === undefined ? ["routes", common] : [`${end}.routes`, own];
  if (said === undefined || said === false) return undefined;
  if (said === true) return {};
  if (typeof said !== "object" || said === null || Array.isArray(said) || pulumi.Output.isInstance(said)) {
    throw refusal(
      `${whose}: ${name} is ${shown(said)}: it must be true, false, or an object with any of ${NAMES.join(", ")}, whose values may be Outputs.`,
    );
  }
  return given(`${whose}: ${name}`, said as RoutesArgs, { names: NAMES });
}

/** Which routes either end of a connection gets. */
export function wantedRoutes(
  whose: string,
  { requester, accepter, routes }: Record<EndName, { routes?: unknown }> & { routes?: unknown },
): Record<EndName, RoutesArgs | undefined> {
  // Checked even if both ends have `routes` of their own, so that a mistake in it is told.
  const common = routesSaid(whose, "requester", { own: undefined, common: routes }) ?? false;
  const isForBoth = requester.routes === undefined && accepter.routes === undefined;
  if (isForBoth && common !== false) assertFitsBothEnds(whose, common);
  return {
    requester: routesSaid(whose, "requester", { own: requester.routes, common }),
    accepter: routesSaid(whose, "accepter", { own: accepter.routes, common }),
  };
}

/** Refuses what can be meant for one end only: the other end has other tables, and leads elsewhere. */
function assertFitsBothEnds(whose: string, { tables, destinations }: RoutesArgs): void {
  const one = [
    ...(destinations === undefined ? [] : ["destinations"]),
    ...(tables === undefined || tables === "all" || tables === "main" ? [] : ["tables"]),
  ];
  if (one.length === 0) return;
  const names = one.map((name) => `routes.${name}`).join(" and ");
  throw refusal(
    `${whose}: ${names} would stand for both ends, which have other tables and lead to other blocks. Say it in \`requester.routes\` and \`accepter.routes\`.`,
  );
}

/** What the two ends' resources are told where routes need the blocks of the VPCs; nothing where there are no routes. */
export function routedInput(...ends: readonly (RoutesArgs | undefined)[]): pulumi.Input<object> | undefined {
  const said = ends.filter((end) => end !== undefined);
  if (said.length === 0) return undefined;
  const wishes = said.map(({ ipv6 }) => ipv6).filter((ipv6) => ipv6 !== undefined);
  if (wishes.every((wish) => typeof wish === "boolean")) return wishes.includes(true) ? { ipv6: true } : {};
  return pulumi.all(wishes).apply((all) => (all.includes(true) ? { ipv6: true } : {}));
}

/** What a program says of routes, for the resource that writes them. */
export function routesInputs({ tables, destinations, exclude, ipv6 }: RoutesArgs): pulumi.Inputs {
  return {
    tables: orElse<unknown>(tables, () => "all"),
    ...defined({ destinations, exclude, ipv6 }),
  };
}
