import { defined } from "../../../model/defined";
import type { Route } from "../../../model/route";
import { STATE_VERSION } from "../stateVersion";
import type { RoutesInputs } from "./inputs";

/** The outputs of `vpcPeering:Routes`: the inputs again, and the routes as they were last seen. */
export interface RoutesOutputs extends RoutesInputs {
  stateVersion?: typeof STATE_VERSION;
  routes?: Route[];
  /** The account (project) that these keys belong to. */
  account?: string;
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
  return {
    ...olds,
    ...defined({ routes: olds.routes?.map((route) => ({ ...route, status: "waiting" as const })) }),
  };
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

/** The outputs, with routes in an order of their own. */
export function outputsOf(
  inputs: RoutesInputs,
  routes: readonly Route[],
  account: string | undefined,
): RoutesOutputs {
  const order = ({ table, destination }: Route): string => `${table} ${destination}`;
  const sorted = [...routes].sort((one, other) => (order(one) < order(other) ? -1 : 1));
  return { ...inputs, stateVersion: STATE_VERSION, routes: sorted, ...defined({ account }) };
}
