import { type Block, blockText } from "../addresses/block";
import type { PeeringStatus } from "../store/status";
import { governing } from "./governing";

/** A route that packets go by. */
export interface WayOn {
  readonly destination: Block;
  readonly hop: { readonly kind: "local" | "peering" | "other"; readonly id: string };
}

/** Where packets of a VPC begin: a subnet, or a block of a VPC without subnets. */
export interface Place {
  readonly block: Block;
  /** The subnet's id; null where it is a block of a VPC without subnets. */
  readonly subnet: string | null;
  /** The table by which packets leave, and what it holds. Local routes come first. */
  readonly table: string;
  readonly routes: readonly WayOn[];
}

/** One of the two VPCs. */
export interface ReachEnd {
  readonly vpcId: string;
  readonly account: string;
  readonly places: readonly Place[];
  /** The addresses that packets to it may be for. */
  readonly addresses: readonly Block[];
}

/** A peering as far as packets care. */
export interface Bridge {
  readonly status: PeeringStatus;
  readonly ends: readonly { readonly vpcId: string; readonly account: string }[];
}

/**
 * From one place of a VPC to some addresses of the other.
 *
 * @inline
 */
export interface Path {
  /** The id of the subnet where its packets begin; null where the VPC has none. */
  readonly subnet: string | null;
  /** The addresses that its packets are from, in CIDR notation. */
  readonly from: string;
  /** The table by which they leave. */
  readonly table: string;
  /** The addresses that they are for. */
  readonly to: string;
  /** Whether they get to all of these. */
  readonly reaches: boolean;
  /** The peerings that its packets go through. */
  readonly through: readonly string[];
  /** Why packets to some of the addresses get lost. */
  readonly reasons: readonly string[];
}

/**
 * One direction.
 *
 * @inline
 */
export interface Direction {
  /** The id of the VPC where packets begin. */
  readonly from: string;
  /** The id of the VPC that they are for. */
  readonly to: string;
  /** Whether every path does. */
  readonly reaches: boolean;
  /** A path for each place where packets begin, and each block that they are for. */
  readonly paths: readonly Path[];
}

/** Whether packets and their answers find their way between two VPCs. */
export interface Reach {
  /** Whether both directions do. */
  readonly reaches: boolean;
  /** The way there. */
  readonly forward: Direction;
  /** The way of the answers. */
  readonly back: Direction;
  /** Why they do not, each reason once. */
  readonly reasons: readonly string[];
}

/** Works out whether every place of one VPC reaches every address of the other, and the other way round. */
export function reachBetween(
  from: ReachEnd,
  to: ReachEnd,
  bridge: (id: string) => Bridge | undefined,
): Reach {
  const [forward, back] = [direction(from, to, bridge), direction(to, from, bridge)];
  const reasons = [from, to]
    .filter(({ places, addresses }) => places.length === 0 || addresses.length === 0)
    .map(({ vpcId }) => `${vpcId} has no addresses of this version of IP`);
  const lost = [forward, back].flatMap(({ paths }) =>
    paths.flatMap((path) => path.reasons.map((reason) => `${path.from} to ${path.to}: ${reason}`)),
  );
  return {
    reaches: forward.reaches && back.reaches,
    forward,
    back,
    reasons: [...new Set([...reasons, ...lost])],
  };
}

function direction(from: ReachEnd, to: ReachEnd, bridge: (id: string) => Bridge | undefined): Direction {
  const paths = from.places.flatMap((place) =>
    to.addresses.map((block): Path => {
      const hops = [...governing(block, place.routes)];
      const lost = hops.flatMap((route) => {
        const why = whyLost(route, [from, to], bridge);
        return why === undefined ? [] : [`${place.table} ${why}`];
      });
      const through = hops.flatMap((route) => (route?.hop.kind === "peering" ? [route.hop.id] : []));
      return {
        subnet: place.subnet,
        from: blockText(place.block),
        table: place.table,
        to: blockText(block),
        reaches: lost.length === 0,
        through: [...new Set(through)],
        reasons: lost,
      };
    }),
  );
  const reaches = paths.length > 0 && paths.every((path) => path.reaches);
  return { from: from.vpcId, to: to.vpcId, reaches, paths };
}

/** What becomes of packets that go by a route, unless they arrive. */
function whyLost(
  route: WayOn | undefined,
  ends: readonly ReachEnd[],
  bridge: (id: string) => Bridge | undefined,
): string | undefined {
  if (route === undefined) return "has no route for some of these addresses";
  const { hop } = route;
  const leads = `leads ${blockText(route.destination)} to ${hop.id}`;
  if (hop.kind === "local") return `keeps ${blockText(route.destination)} where it is, as it is local there`;
  if (hop.kind === "other") return `${leads}, which is no peering`;
  const found = bridge(hop.id);
  if (found === undefined) return `${leads}, which is not there`;
  const joins = ends.every(({ vpcId, account }) =>
    found.ends.some((end) => end.vpcId === vpcId && end.account === account),
  );
  if (!joins) return `${leads}, which leads to another VPC`;
  return found.status === "active" ? undefined : `${leads}, which is ${found.status}`;
}
