import { defined } from "../../../model/defined";
import type { Place, Route } from "../../../model/route";
import { isAmong } from "../../../model/route";
import { STATE_VERSION } from "../stateVersion";
import type { RoutesInputs } from "./inputs";

/** The outputs of `vpcPeering:Routes`: the inputs again, and the routes as they were last seen. */
export interface RoutesOutputs extends RoutesInputs {
  stateVersion?: typeof STATE_VERSION;
  routes?: Route[];
  /** The account (project) that these keys belong to. */
  account?: string;
  /** Places that wait and were this stack's: what somebody else has put there since may be led back. */
  __lost?: Place[];
}

/** The id of the routes of one end: the connection's, and the VPC's whose tables they are in. */
export function idOf({ connectionId, vpcId }: Pick<RoutesInputs, "connectionId" | "vpcId">): string {
  return `${connectionId}/${vpcId}`;
}

/** What is known after a create that failed: not which routes there are. */
export function unfinished(inputs: RoutesInputs, account: string | undefined): RoutesOutputs {
  return { ...inputs, stateVersion: STATE_VERSION, ...defined({ account }) };
}

/**
 * What is known after an update that failed. The old values stay, so that the next diff still sees what was not done; and
 * as far as anybody knows, none of the old routes is there.
 */
export function halfChanged(olds: RoutesOutputs): RoutesOutputs {
  const { routes, account } = olds;
  if (routes === undefined) return olds;
  const lost = routes.map((route): Route => ({ ...route, status: "waiting" }));
  return outputsOf(olds, lost, { account, owned: ownedIn(olds) });
}

/** The places that are this stack's, or were until somebody else took them. A place that was only ever wanted is not among them. */
export function ownedIn({ routes = [], __lost: lost = [] }: RoutesOutputs): Place[] {
  return [...routes.filter(({ status }) => status === "present"), ...lost].map(({ table, destination }) => ({
    table,
    destination,
  }));
}

/** Whether all routes were there when they were last seen. */
export function isReached({ routes, destinations = [] }: RoutesOutputs): boolean {
  const areSeen = routes !== undefined && (routes.length > 0 || destinations.length === 0);
  return areSeen && routes.every(({ status }) => status === "present");
}

/** What says which routes there are to be. */
export function wantedIn({
  tables,
  destinations = [],
}: RoutesInputs): [tables: unknown, destinations: string[]] {
  return [tables, [...destinations].sort()];
}

/** What else is known besides inputs and routes. */
interface More {
  account: string | undefined;
  owned?: readonly Place[];
}

/** The outputs, with routes in an order of their own. */
export function outputsOf(
  inputs: RoutesInputs & Pick<RoutesOutputs, "__lost">,
  routes: readonly Route[],
  { account, owned = [] }: More,
): RoutesOutputs {
  const { __lost: _, ...own } = inputs;
  const order = ({ table, destination }: Route): string => `${table} ${destination}`;
  const sorted = [...routes].sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const waiting = routes.filter(({ status }) => status === "waiting");
  const lost = owned.filter((place) => isAmong(place, waiting));
  const more = defined({ account, __lost: lost.length === 0 ? undefined : lost });
  return { ...own, stateVersion: STATE_VERSION, routes: sorted, ...more };
}
