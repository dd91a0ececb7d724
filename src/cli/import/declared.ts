import { accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import type { EndName } from "../../model/ends";
import type { Complaints } from "../../provider/clouds/cloud";
import { labelsSaid, propertiesSaid } from "../../provider/lifecycle/connection/said";
import type { Held, Seen } from "./leftOut";
import { reasonToLeave } from "./leftOut";
import type { Fields, Value } from "./program";
import { Instance } from "./program";
import type { RoutesSaid } from "./routes";

/** A connection as it was read, and the routes of those of its ends that belong to these keys. */
export interface Existing extends Seen {
  routes: Partial<Record<EndName, RoutesSaid>>;
}

/** What a program says of a connection, or why it says nothing. */
export type Declaration =
  | { kind: "VpcPeering" | "VpcPeeringAccepter"; args: Fields; region: string; notes: readonly string[] }
  | { why: string };

/** What there is to know beside the connection. */
export interface Around {
  cloud: CloudName;
  complaints: Pick<Complaints, "connection" | "acceptance">;
  held: Held;
}

/** Decides what a program says of a connection. */
export function declared(existing: Existing, around: Around): Declaration {
  const why = reasonToLeave(existing, around.held);
  if (why !== undefined) return { why };
  return existing.own === "requester" ? asRequester(existing, around) : asAccepter(existing, around);
}

/** What can be said of a connection by who asked for it. */
function asRequester({ peering, routes }: Existing, { cloud, complaints }: Around): Declaration {
  const { id, requester, accepter } = peering;
  const { properties, unsaid, refusal } = propertiesSaid(cloud, peering, complaints.connection);
  if (refusal !== undefined) return { why: refusal };
  const isOthers = accepter.account !== "" && accepter.account !== requester.account;
  const [own, other] = [routes.requester?.routes, routes.accepter?.routes];
  const isForBoth = own === true && other === true;
  const args = written({
    cloud,
    requester: written({
      vpcId: requester.vpcId,
      provider: new Instance(requester.region),
      routes: isForBoth ? undefined : own,
    }),
    accepter: written({
      vpcId: accepter.vpcId,
      region: accepter.region === requester.region ? undefined : accepter.region,
      [accountKeyOf(cloud)]: isOthers ? accepter.account : undefined,
      routes: isForBoth ? undefined : other,
    }),
    ...(properties as Fields),
    adopt: id,
    routes: isForBoth ? true : undefined,
  });
  const stranger = `The accepter is of ${accepter.account}: with that one's keys, as \`provider\` of the accepter, its routes can be declared, too.`;
  return {
    kind: "VpcPeering",
    args,
    region: requester.region,
    notes: [...(isOthers ? [stranger] : []), ...unsaidNotes(unsaid), ...routeNotes(routes)],
  };
}

/** What can be said of a connection by who accepted it. */
function asAccepter({ peering, routes }: Existing, { cloud, complaints }: Around): Declaration {
  const { id, requester, accepter } = peering;
  const ends = {
    cloud,
    connectionId: id,
    accepter: written({
      vpcId: accepter.vpcId,
      provider: new Instance(accepter.region),
      routes: routes.accepter?.routes,
    }),
    expect: written({
      [accountKeyOf(cloud)]: requester.account === "" ? undefined : requester.account,
      vpcId: requester.vpcId,
      region: requester.region,
    }),
  };
  const { vpcId, region } = accepter;
  const labels = labelsSaid(cloud, peering, (some) =>
    complaints.acceptance({ ...ends, ...some, accepter: { vpcId, region } }),
  );
  return {
    kind: "VpcPeeringAccepter",
    args: { ...ends, ...(labels as Fields) },
    region,
    notes: routeNotes(routes),
  };
}

function unsaidNotes(unsaid: readonly string[]): string[] {
  return unsaid.length === 0 ? [] : [`Stays as it is, undeclared: ${unsaid.join(" ")}`];
}

function routeNotes(routes: Existing["routes"]): string[] {
  return Object.entries(routes).flatMap(([end, { notes }]) => notes.map((note) => `The ${end}'s: ${note}`));
}

/** The same without what is not said. */
function written(fields: Record<string, Value | undefined>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
