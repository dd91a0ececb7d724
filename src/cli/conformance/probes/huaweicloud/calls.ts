import { randomUUID } from "node:crypto";
import { markedDescription } from "./mark";
import type { VpcName } from "../../config";
import { NAME } from "../../mark";
import { Unclear } from "../../unclear";
import type { Ask } from "../../stage/asking";
import type { End, Made } from "../../stage/connections";
import type { Stage } from "../../stage/stage";

/** The id of a thing that is nowhere: one that nobody has had. */
export const NOWHERE = randomUUID();

/** A block for measurements, of which nobody has an address. */
export function scratch(part: number): string {
  return `198.18.${part}.0/24`;
}

/** The call that makes a connection. A project is named only if it is not the own one. */
export function creation(stage: Stage, requester: End, accepter: End): Ask {
  const owner = stage.connections.nextMark();
  const foreign = accepter.account === requester.account ? {} : { tenant_id: accepter.account };
  const peering = {
    name: NAME,
    description: markedDescription(owner.marker),
    request_vpc_info: { vpc_id: requester.vpcId },
    accept_vpc_info: { vpc_id: accepter.vpcId, ...foreign },
  };
  return {
    action: "CreateVpcPeering",
    as: requester.owner,
    region: requester.region,
    body: { peering },
    onTaken: (fields) => {
      const { id } = (fields["peering"] ?? {}) as { id?: unknown };
      stage.connections.note({ id: String(id), requester, accepter, owner });
    },
  };
}

/** A route as a call has it. */
export interface Entry {
  destination: string;
  hop: string;
}

/** What is to become of a table. */
export interface Change {
  add?: readonly Entry[];
  mod?: readonly Entry[];
  del?: readonly { destination: string; hop?: string }[];
}

/** The call that changes the main table of a VPC. */
export async function change(stage: Stage, name: VpcName, { add, mod, del }: Change): Promise<Ask> {
  const { owner, region } = stage.vpc(name);
  const written = (entries: readonly Entry[] = []) =>
    entries.map(({ destination, hop }) => ({
      type: "peering",
      destination,
      nexthop: hop,
      description: stage.description(),
    }));
  const removed = (del ?? []).map(({ destination, hop }) =>
    hop === undefined ? { destination } : { type: "peering", destination, nexthop: hop },
  );
  const routes = {
    ...(add === undefined ? {} : { add: written(add) }),
    ...(mod === undefined ? {} : { mod: written(mod) }),
    ...(del === undefined ? {} : { del: removed }),
  };
  return {
    action: "UpdateRouteTable",
    as: owner,
    region,
    id: await stage.table(name),
    body: { routetable: { routes } },
  };
}

/** The call that adds one route. */
export async function adding(stage: Stage, name: VpcName, destination: string, hop: string): Promise<Ask> {
  return await change(stage, name, { add: [{ destination, hop }] });
}

/** The connections that a list shows, and its links. */
export async function listed(stage: Stage, query: Record<string, string>) {
  const { peerings, peerings_links: links } = await stage.asking.read({ action: "ListVpcPeerings", query });
  if (!Array.isArray(peerings)) throw new Unclear("the answer has no peerings");
  return { ids: peerings.map(({ id }: { id?: unknown }) => id), links };
}

/** Whether a list shows a connection, with these filters. */
export async function isListed(stage: Stage, { id }: Made, query: Record<string, string>): Promise<boolean> {
  return await stage.asking.seen(async () => (await listed(stage, query)).ids.includes(id));
}
