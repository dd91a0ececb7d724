import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import type { Ask } from "../../stage/asking";
import type { Stage } from "../../stage/stage";
import { NOWHERE, rowsIn } from "./calls";

/** Lists that are asked for what is not there. */
export const unknownIds: Probe = {
  name: "unknownIds",
  asks: ["unknownIdIsEmpty", "unknownTableIsEmpty", "localRoutesAreListed"],
  unknown:
    "whether a list by an id that is not there is empty or refused, and whether tables show their local routes",
  does: "Lists a connection and a route table that are nowhere, and the tables of the first VPC.",
  makes: "reads",
  needs: [],
  async run(stage, tell) {
    const connection = {
      action: "DescribeVpcPeeringConnections",
      params: { PeeringConnectionIds: [NOWHERE.connection], Offset: 0, Limit: 20 },
    };
    tell({ unknownIdIsEmpty: await isEmpty(stage, connection, "PeerConnectionSet") });
    const action = "DescribeRouteTables";
    const table = { action, params: { RouteTableIds: [NOWHERE.table], Offset: "0", Limit: "20" } };
    tell({ unknownTableIsEmpty: await isEmpty(stage, table, "RouteTableSet") });
    const Filters = [{ Name: "vpc-id", Values: [stage.vpc("first").vpcId] }];
    const own = { action, params: { Filters, Offset: "0", Limit: "100" } };
    const types = await stage.asking.seen(async () => {
      const tables = rowsIn(await stage.asking.read(own), "RouteTableSet");
      if (tables.length === 0) throw new Unclear("the first VPC has no table");
      return tables.flatMap((row) => rowsIn(row, "RouteSet").map(({ GatewayType }) => GatewayType));
    });
    tell({ localRoutesAreListed: types.includes("LOCAL") });
  },
};

async function isEmpty(stage: Stage, ask: Ask, rows: string): Promise<boolean> {
  if (!(await stage.asking.isAnswered(ask))) {
    const { kind, code } = await stage.asking.refusal(ask);
    if (kind === "gone") return false;
    throw new Unclear(`${ask.action} was refused with ${code}`);
  }
  if (rowsIn(await stage.asking.read(ask), rows).length === 0) return true;
  throw new Unclear("there is something of that id");
}
