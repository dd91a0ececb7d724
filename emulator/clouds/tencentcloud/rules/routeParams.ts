import { boolean, integer, listOfObjects, text } from "../shape";

/** A route as calls write it. Which fields they need differs. */
export interface RouteParam {
  readonly DestinationCidrBlock?: string;
  readonly DestinationIpv6CidrBlock?: string;
  readonly GatewayType?: string;
  readonly GatewayId?: string;
  readonly RouteId?: number;
  readonly RouteItemId?: string;
  readonly RouteDescription?: string;
  readonly Enabled?: boolean;
}

/** Every field that a route may have in a call. */
export const routeParams = listOfObjects({
  DestinationCidrBlock: text,
  DestinationIpv6CidrBlock: text,
  GatewayType: text,
  GatewayId: text,
  RouteId: integer,
  RouteItemId: text,
  RouteDescription: text,
  Enabled: boolean,
  RouteType: text,
  RouteTableId: text,
  PublishedToVbc: boolean,
  CreatedTime: text,
  CdcId: text,
});
