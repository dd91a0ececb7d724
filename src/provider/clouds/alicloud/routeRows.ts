import { z } from "zod";
import { canonicalOr } from "../kit/canonicalBlocks";
import { shaped } from "../kit/shaped";
import type { Hop, TableRoute } from "../routing";

/** The cloud's word for a next hop that is a connection. */
export const PEERING = "VpcPeer";

const TABLES = z.object({
  RouterTableList: z.object({
    RouterTableListType: z.array(
      z.object({
        RouteTableId: z.string(),
        RouteTableType: z.string(),
        AssociateType: z.string().nullish(),
        Status: z.string().nullish(),
        VSwitchIds: z.object({ VSwitchId: z.array(z.string()).nullish() }).nullish(),
      }),
    ),
  }),
  TotalCount: z.number().nullish(),
});

const HOP = z.object({ NextHopId: z.string().nullish(), NextHopType: z.string().nullish() });

const ENTRY = z.object({
  RouteEntryId: z.string(),
  DestinationCidrBlock: z.string(),
  Type: z.string(),
  Status: z.string(),
  Description: z.string().nullish(),
  NextHops: z.object({ NextHop: z.array(HOP) }).nullish(),
});

const ENTRIES = z.object({
  RouteEntrys: z.object({ RouteEntry: z.array(ENTRY) }),
  NextToken: z.string().nullish(),
});

/** The cloud's words for the state of a route, and ours. One that nobody documents is on its way. */
const STATES: Readonly<Record<string, TableRoute["state"]>> = {
  Available: "present",
  Pending: "coming",
  Modifying: "changing",
  Deleting: "going",
};

/** A page of a VPC's tables. Those of gateways, which take no routes to connections, and those that go are left out. */
export function tablesIn(answer: unknown, action: string) {
  const { RouterTableList, TotalCount } = shaped(TABLES, answer, { cloud: "alicloud", action });
  const rows = RouterTableList.RouterTableListType;
  const tables = rows
    .filter(({ AssociateType, Status }) => AssociateType !== "Gateway" && Status !== "Deleting")
    .map((row) => ({
      id: row.RouteTableId,
      isMain: row.RouteTableType === "System",
      subnets: row.VSwitchIds?.VSwitchId?.length ?? 0,
    }));
  return { tables, count: rows.length, total: TotalCount ?? 0 };
}

/** A page of a table's routes, the system's own apart, and what asks for the next one. */
export function routesIn(
  answer: unknown,
  action: string,
): { routes: TableRoute[]; local: string[]; next: string | undefined } {
  const { RouteEntrys, NextToken } = shaped(ENTRIES, answer, { cloud: "alicloud", action });
  const isLocal = ({ Type }: z.output<typeof ENTRY>): boolean => Type === "System";
  return {
    routes: RouteEntrys.RouteEntry.filter((row) => !isLocal(row)).map(routeOf),
    local: RouteEntrys.RouteEntry.filter(isLocal).map((row) => canonicalOr(row.DestinationCidrBlock)),
    next: NextToken === "" ? undefined : (NextToken ?? undefined),
  };
}

function routeOf(row: z.output<typeof ENTRY>): TableRoute {
  return {
    id: row.RouteEntryId,
    destination: canonicalOr(row.DestinationCidrBlock),
    hop: hopOf(row),
    state: STATES[row.Status] ?? "changing",
    ...(row.Description ? { description: row.Description } : {}),
  };
}

/** Only what users write leads to connections, to one at a time; several next hops share traffic in other ways. */
function hopOf({ Type, NextHops }: z.output<typeof ENTRY>): Hop {
  const hops = NextHops?.NextHop ?? [];
  const id = hops.map(({ NextHopId }) => NextHopId ?? "").join(", ");
  const word = hops[0]?.NextHopType ?? "";
  const isPeering = Type === "Custom" && hops.length === 1 && word === PEERING;
  return { kind: isPeering ? "peering" : "other", id, word };
}
