import type { PeeringError } from "../../model/errors";
import type { Side } from "../../model/peering";
import type { Context } from "./context";

/** What a route leads to. */
export interface Hop {
  /** Anything that is no peering connection counts as `other`. */
  kind: "peering" | "other";
  /** The cloud's id of it. */
  id: string;
  /** The cloud's own word for what it is, for messages: `NatGateway`. */
  word: string;
}

/**
 * A route of a table, other than the local ones. `coming`, `changing` and `going` are on their way, where the cloud
 * takes its time; a `disabled` one is there and carries nothing.
 */
export interface TableRoute {
  /** A CIDR block in canonical form. */
  destination: string;
  hop: Hop;
  state: "present" | "disabled" | "coming" | "changing" | "going";
  /** The cloud's id of it, where routes have ids. */
  id?: string;
  /** What its description says; an owner's mark is there. */
  description?: string;
}

/** A route table that can hold routes through connections. */
export interface RouteTable {
  id: string;
  isMain: boolean;
  routes: TableRoute[];
}

/** A table as packets meet it. */
export interface TableInUse extends RouteTable {
  /** How many subnets send their packets by it. Those of a VPC without subnets would go by the main one. */
  subnets: number;
  /** The destinations that the cloud itself keeps inside the VPC, in canonical form, as far as it tells them. */
  local: string[];
}

/** A route to write: where to, through which connection, and what its description is to say. */
export interface NewRoute {
  destination: string;
  connectionId: string;
  description: string;
}

/** What is to become of one table, on behalf of any number of connections. No destination stands in it twice. */
export interface TableChange {
  table: string;
  add: readonly NewRoute[];
  /** Routes that lead elsewhere and are to lead through a connection, without a gap where the cloud can do that. */
  redirect: readonly { route: TableRoute; to: NewRoute }[];
  /** Disabled routes that are to carry traffic again. */
  enable: readonly TableRoute[];
  remove: readonly TableRoute[];
}

/** A VPC of this account, and where it is. */
export type VpcRef = Pick<Side, "vpcId" | "region">;

/** A VPC whose tables are asked for. */
export interface TablesRequest extends VpcRef {
  /** Those that it had a moment ago. A cloud that lists tables and shows their routes apart then shows the routes of these. */
  listed?: readonly TableInUse[] | undefined;
}

/** One table of a VPC, and what is to become of it. */
export interface TableChangeRequest extends VpcRef {
  change: TableChange;
}

/** What came of a change. */
export interface TableWritten {
  /** The whole table afterwards, where the answer tells it; else it has to be read. */
  table?: RouteTable;
  /** The routes that the cloud refused while it took others: by their destinations. */
  refused: readonly { destination: string; error: PeeringError }[];
}

/** A VPC of this account, and whether its IPv6 blocks are asked for too. */
export interface BlocksRequest extends VpcRef {
  ipv6: boolean;
}

/**
 * What is to be done with the route tables of this account's VPCs. Each verb is retried inside, throws
 * {@link PeeringError} only, and waits for no state. A route or table that is gone is as good as removed.
 */
export interface RouteVerbs {
  /** The tables of a VPC that can hold routes through connections, with all their routes but the local ones; none if these keys see no such VPC. */
  tables(request: TablesRequest, context: Context): Promise<TableInUse[]>;
  /** Makes a change of one table, in as few calls as the cloud allows. */
  write(request: TableChangeRequest, context: Context): Promise<TableWritten>;
  /** The address blocks of a VPC, secondary ones included; nothing if these keys see no such VPC. Where IPv6 blocks belong to subnets, those of all its subnets. */
  blocks(request: BlocksRequest, context: Context): Promise<string[] | undefined>;
  /** The IPv4 blocks of all VPCs of this account in a region, by their ids: a few calls, however many there are. */
  blocksOfAll(request: Pick<VpcRef, "region">, context: Context): Promise<ReadonlyMap<string, string[]>>;
}
