/** Errors of the route calls of Vpc, with the HTTP status and text the service sends. Each `%s` takes one detail. */
export const routeErrors: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  IncorrectRouteEntryStatus: refused("Some route entry status blocked this operation."),
  "InvalidCIDRBlock.Duplicate": refused("Specified CIDR block is already exists."),
  InvalidCidrBlock: refused("Specified CIDR block is not valid: %s."),
  "InvalidCidrBlock.Malformed": refused("Specified CIDR block is malformed: %s."),
  "InvalidDescription.Malformed": refused("The description is malformed."),
  InvalidNextHop: refused("The nexthop and nexthop list cannot both null."),
  "InvalidNextHop.NotFound": refused("The specified next hop was not found."),
  InvalidNextHopType: refused("The specified next hop type is not valid: %s."),
  "InvalidRouteEntry.NotFound": refused("Specified routeEntry not exist."),
  "InvalidRouteEntryId.NotFound": refused("The specified route entry id was not found."),
  "InvalidRouteEntryName.Malformed": refused("The route entry name is malformed."),
  "InvalidRouteTable.NotFound": refused("The specified RouteTable was not found."),
  "InvalidRouteTableId.NotFound": { status: 404, message: "The specified RouteTable was not found." },
  "MissingParam.RouteEntryId": refused("The param of RouteEntryId is missing."),
  "MissingParam.RouteTableId": refused("The param of RouteTableId is missing."),
  OperationDenied: refused("The operation is denied: the route entry type is system."),
  "OperationDenied.GatewayRouteTableNotPermitted": refused(
    "The operation is not permitted on a gateway route table.",
  ),
  "OperationDenied.Ipv6EntryOnCustomTable": refused(
    "IPv6 route entries are not allowed on a custom route table.",
  ),
  "OperationDenied.NextHopNotChanged": refused("The next hop is not changed."),
  "OperationDenied.UseGatewayRouteEntryQueryInterface": refused(
    "Entries of a gateway route table are read by the interface for gateway route entries.",
  ),
  "OperationDenied.VpcIpv6NotEnabled": refused("IPv6 is not enabled for the VPC."),
  "OperationFailed.FilterParamUnderWrongRouteType": refused(
    "The filter goes with custom route entries only.",
  ),
  "OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch": refused(
    "The destination CIDR block overlaps with a vSwitch: %s.",
  ),
  "ParamExclusive.NextHopIdAndList": refused("The params NextHopId and NextHopList exclude each other."),
  "ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock": refused(
    "The params RouteEntryId and RouteTableId or DestinationCidrBlock exclude each other.",
  ),
  QuotaExceeded: refused("Route entry quota exceeded in this route table."),
  "RouterEntryConflict.Duplicated": refused("The route entry already exists."),
  TaskConflict: refused("The operation is too frequent, please wait a moment and try again."),
  "UnsupportedFeature.VpcPeerIpv6": refused(
    "IPv6 route entries for VPC peering connections cannot be created in this region.",
  ),

  // Only ever injected, never the emulator's own idea.
  Forbbiden: { status: 403, message: "User not authorized to operate on the specified resource." },
  "Internal.Error": { status: 500, message: "An internal error occurred." },
  InvalidRouteEntry: refused("Specified routeEntry not exist."),
  "InvalidNextHopId.NotFound": { status: 404, message: "The specified next hop was not found." },
  "InvalidVpc.NotFound": { status: 404, message: "Specified VPC does not exist." },
  "OperationFailed.InstanceDismatchCurrentVpc": {
    status: 404,
    message: "The instance is not of the current VPC.",
  },
  OperationConflict: {
    status: 409,
    message: "The operation against this instance is too frequent, please try again later.",
  },
  "OperationFailed.DistibuteLock": refused("The operation failed because of a distributed lock."),
  SystemBusy: refused("The system is busy, please try again later."),
  "VPC.ERROR": { status: 500, message: "An internal error occurred." },
  "Vpc.Error": { status: 500, message: "An internal error occurred." },
};

/** What the route calls say of a dry run that finds nothing wrong. */
export const dryRunPassed = "Request validation has been passed with DryRun flag set.";

function refused(message: string): { readonly status: number; readonly message: string } {
  return { status: 400, message };
}
