import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";

type Fields = Readonly<Record<string, unknown>>;

/** What the private edition has beside. */
const EXTRA = "nexthop_vtep_ip";

/** What route tables look like. */
export const tables: Probe = {
  name: "tables",
  asks: ["listShowsRoutes", "showIsBare", "tablesLookLike"],
  unknown:
    "whether lists of tables show routes, whether a table comes in an envelope, and which fields its routes have",
  does: "Lists the tables of the first VPC, and reads its main one.",
  makes: "reads",
  needs: [],
  async run(stage, tell) {
    const { asking } = stage;
    const id = await stage.table("first");
    const isShown = await asking.seen(async () => {
      const query = { vpc_id: stage.vpc("first").vpcId };
      const { routetables } = await asking.read({ action: "ListRouteTables", query });
      const rows = Array.isArray(routetables) ? (routetables as Fields[]) : [];
      const main = rows.find((row) => row["id"] === id);
      if (main === undefined) throw new Unclear("the list does not show the main table");
      return Array.isArray(main["routes"]);
    });
    tell({ listShowsRoutes: isShown });
    const [isBare, keys] = await asking.seen(async () => {
      const answer = await asking.read({ action: "ShowRouteTable", id });
      const table = (answer["routetable"] ?? answer) as Fields;
      if (table["id"] !== id || !Array.isArray(table["routes"])) throw new Unclear("the answer has no table");
      const routes = table["routes"] as Fields[];
      return [answer["routetable"] === undefined, routes.map((route) => Object.keys(route))] as const;
    });
    tell({ showIsBare: isBare });
    if (keys.length === 0) throw new Unclear("the table has no route to look at");
    tell({ tablesLookLike: keys.some((names) => names.includes(EXTRA)) ? "privateEdition" : "documented" });
  },
};
