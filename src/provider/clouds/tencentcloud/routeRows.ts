import { z } from "zod";
import { isIpv6 } from "../../../model/cidr";
import { canonicalOr } from "../kit/canonicalBlocks";
import { shaped } from "../kit/shaped";
import type { NewRoute, TableInUse, TableRoute } from "../routing";

/** The cloud's word for a next hop that is a connection, and for none, as the route has that keeps a VPC's own addresses inside. */
const [PEERING, LOCAL] = ["PEERCONNECTION", "LOCAL"];

const ROUTE = z.object({
  RouteItemId: z.string().nullish(),
  RouteType: z.string().nullish(),
  DestinationCidrBlock: z.string().nullish(),
  DestinationIpv6CidrBlock: z.string().nullish(),
  GatewayType: z.string(),
  GatewayId: z.string().nullish(),
  RouteDescription: z.string().nullish(),
  Enabled: z.boolean().nullish(),
});

const PAGE = z.object({
  TotalCount: z.number().nullish(),
  RouteTableSet: z.array(
    z.object({
      RouteTableId: z.string(),
      Main: z.boolean().nullish(),
      RouteSet: z.array(ROUTE).nullish(),
      AssociationSet: z.array(z.unknown()).nullish(),
    }),
  ),
});

/** A page of route tables, and how many there are on all pages. */
export function tablesIn(answer: unknown, action: string): { tables: TableInUse[]; total: number } {
  const { RouteTableSet, TotalCount } = shaped(PAGE, answer, { cloud: "tencentcloud", action });
  const tables = RouteTableSet.map(({ RouteTableId, Main, RouteSet, AssociationSet }): TableInUse => {
    const rows = RouteSet ?? [];
    const isLocal = ({ GatewayType }: z.output<typeof ROUTE>): boolean => GatewayType === LOCAL;
    return {
      id: RouteTableId,
      isMain: Main === true,
      subnets: AssociationSet?.length ?? 0,
      routes: rows.filter((row) => !isLocal(row)).map(routeOf),
      local: rows.filter(isLocal).map(destinationOf),
    };
  });
  return { tables, total: TotalCount ?? 0 };
}

/** Users' own routes alone can be changed: those of other kinds lead elsewhere, whatever they lead to. */
function routeOf(row: z.output<typeof ROUTE>): TableRoute {
  const { GatewayType: word, RouteType, Enabled, RouteItemId, RouteDescription } = row;
  const isPeering = word === PEERING && (RouteType ?? "USER") === "USER";
  return {
    destination: destinationOf(row),
    hop: { kind: isPeering ? "peering" : "other", id: row.GatewayId ?? "", word },
    state: Enabled === false ? "disabled" : "present",
    ...(RouteItemId ? { id: RouteItemId } : {}),
    ...(RouteDescription ? { description: RouteDescription } : {}),
  };
}

function destinationOf(row: z.output<typeof ROUTE>): string {
  return canonicalOr(row.DestinationCidrBlock || (row.DestinationIpv6CidrBlock ?? ""));
}

/** A route as calls write it. */
export function fieldsOf({ destination, connectionId, description }: NewRoute): object {
  return {
    [isIpv6(destination) ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock"]: destination,
    GatewayType: PEERING,
    GatewayId: connectionId,
    RouteDescription: description,
  };
}
