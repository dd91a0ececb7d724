import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";

/** What a list of routes looks like. */
export const routeList: Probe = {
  name: "routeList",
  asks: ["listCountsRoutes", "lastTokenIs", "largePagesAreCut"],
  unknown:
    "whether a list of routes has a total, what stands for the token on its last page, and whether it may ask for 500",
  does: "Reads the routes of the first VPC's main table, 100 a page and 500 a page.",
  makes: "reads",
  needs: [],
  async run(stage, tell) {
    const { asking } = stage;
    const RouteTableId = await stage.table("first");
    const ask = { action: "DescribeRouteEntryList", params: { RouteTableId, MaxResult: 100 } };
    const [counts, token] = await asking.seen(async () => {
      const { RouteEntrys, TotalCount, NextToken } = await asking.read(ask);
      if (RouteEntrys === undefined) throw new Unclear("the answer has no routes");
      return [typeof TotalCount === "number", NextToken === undefined ? "absent" : NextToken] as const;
    });
    tell({ listCountsRoutes: counts });
    if (token === "" || token === "absent") tell({ lastTokenIs: token === "" ? "empty" : "absent" });
    const large = { ...ask, params: { RouteTableId, MaxResult: 500 } };
    tell({ largePagesAreCut: await asking.isAnswered(large) });
  },
};
