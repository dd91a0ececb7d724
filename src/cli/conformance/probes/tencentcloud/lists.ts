import { NAME } from "../../mark";
import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { connectionsIn, creation } from "./calls";

/** What the filters of a list mean. */
export const listFilters: Probe = {
  name: "listFilters",
  asks: ["vpcFilterIs", "nameFilterIsFuzzy"],
  unknown: "whether a list by a VPC means either end, and whether one by a name takes a part of it",
  does: "Lists the connection of the first two VPCs by the second, and by a part of its name.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const isFound = async (Name: string, value: string): Promise<boolean> =>
      await stage.asking.seen(async () => {
        const rows = await connectionsIn(stage, { Filters: [{ Name, Values: [value] }] });
        return rows.some(({ PeeringConnectionId }) => PeeringConnectionId === id);
      });
    if (!(await isFound("vpc-id", stage.vpc("first").vpcId)))
      throw new Unclear("a list by the first VPC does not find the connection");
    tell({ vpcFilterIs: (await isFound("vpc-id", stage.vpc("second").vpcId)) ? "either" : "source" });
    if (!(await isFound("peering-connection-name", NAME)))
      throw new Unclear("a list by the whole name does not find the connection");
    tell({ nameFilterIsFuzzy: await isFound("peering-connection-name", NAME.slice(0, -4)) });
  },
};

const HOUR_MS = 3_600_000;

/** The fields of a connection for which nothing was asked. */
export const shown: Probe = {
  name: "shown",
  asks: ["defaultChargeType", "defaultQosLevel", "typeShown", "typeIsEchoed", "hoursAheadOfUtc"],
  unknown: "what a connection shows of which the create says nothing, and in which zone its time is",
  does: "Reads the connection of the first two VPCs, and one that was asked for with the type VPC_PEER.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const before = Date.now();
    const pair = await stage.connect("first", "second");
    const row = await rowOf(pair.id);
    const { ChargeType, QosLevel, Type, CreateTime } = row;
    tell(texts({ defaultChargeType: ChargeType, defaultQosLevel: QosLevel, typeShown: Type }));
    const at = Date.parse(`${String(CreateTime).replace(" ", "T")}Z`);
    const hours = Math.round((at - before) / HOUR_MS);
    // The clock of this machine may be wrong by minutes, but hardly by a quarter of an hour.
    if (Math.abs(at - before - hours * HOUR_MS) < HOUR_MS / 4) tell({ hoursAheadOfUtc: hours });

    await stage.connections.remove(pair);
    await stage.asking.fields(creation(stage, stage.vpc("first"), stage.vpc("second"), { Type: "VPC_PEER" }));
    const [typed] = await stage.asking.seen(async () => {
      const Filters = [{ Name: "vpc-id", Values: [stage.vpc("first").vpcId] }];
      const rows = await connectionsIn(stage, { Filters });
      return rows
        .filter(
          ({ DestinationVpcId, State }) =>
            DestinationVpcId === stage.vpc("second").vpcId && State !== "DELETED",
        )
        .map((one) => one["Type"]);
    });
    if (typed === "VPC_PEER" && Type !== "VPC_PEER") tell({ typeIsEchoed: true });
    if (typed === Type && typed !== "VPC_PEER") tell({ typeIsEchoed: false });

    async function rowOf(id: string): Promise<Record<string, unknown>> {
      return await stage.asking.seen(async () => {
        const [only] = await connectionsIn(stage, { PeeringConnectionIds: [id] });
        if (only === undefined) throw new Unclear("the connection is not listed");
        return only;
      });
    }
  },
};

/** Only what is a text says something. */
function texts(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string"));
}
