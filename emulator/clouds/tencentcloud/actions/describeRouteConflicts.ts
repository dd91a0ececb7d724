import { blocksIn, overlap, readBlock } from "../../../core/addresses/block";
import type { Action } from "../action";
import { isOfCcn, routeView } from "../routeView";
import { findTable } from "../rules/routeTables";
import { listOf, text } from "../shape";

/** Tells which routes of the cloud's own network stand in the way of wanted destinations. */
export const describeRouteConflicts: Action = {
  params: { RouteTableId: text, DestinationCidrBlocks: listOf(text) },
  required: ["RouteTableId", "DestinationCidrBlocks"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const table = findTable(context);
    const ccn = context.core.routes.routes(table).filter(isOfCcn);
    const rows = context.params.texts("DestinationCidrBlocks").map((DestinationCidrBlock) => {
      const wanted = readBlock(DestinationCidrBlock)?.block;
      const conflicts = ccn.filter(({ destination }) =>
        blocksIn([destination]).some((block) => wanted !== undefined && overlap(block, wanted)),
      );
      return {
        RouteTableId: table.id,
        DestinationCidrBlock,
        ConflictSet: conflicts.map((route) => routeView(context, route)),
      };
    });
    return { RouteConflictSet: rows.filter(({ ConflictSet }) => ConflictSet.length > 0) };
  },
};
