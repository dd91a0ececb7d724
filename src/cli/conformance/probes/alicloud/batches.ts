import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { isRouted } from "../alive";
import { batch, isEntryTaken, NOWHERE, scratch } from "./calls";
import { aroundSubnet } from "../supernet";

/** A batch with a route that cannot be made. */
export const atomicBatch: Probe = {
  name: "atomicBatch",
  asks: ["batchIsAtomic"],
  unknown: "whether one route that fails keeps a batch from making the others",
  does: "Asks for two routes in a batch, one of them into a connection that is nowhere.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const [good, bad] = [scratch(8), scratch(9)];
    const ask = await batch(stage, [
      { vpc: "first", destination: good, hop: id },
      { vpc: "first", destination: bad, hop: NOWHERE.connection },
    ]);
    const { SuccessCount, FailedCount } = await stage.asking.fields(ask);
    const isMade = await isRouted(stage, "first", good);
    if (FailedCount !== 1 || (SuccessCount === 1) !== isMade)
      throw new Unclear(
        `${String(FailedCount)} of two failed, and the good one is ${isMade ? "" : "not "}there`,
      );
    tell({ batchIsAtomic: !isMade });
  },
};

/** A batch about two VPCs. */
export const mixedBatch: Probe = {
  name: "mixedBatch",
  asks: ["batchMayMixVpcs"],
  unknown: "whether one batch may be about several VPCs",
  does: "Asks for a route of the first VPC and one of the second in a batch.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const destination = scratch(10);
    const ask = await batch(stage, [
      { vpc: "first", destination, hop: id },
      { vpc: "second", destination, hop: id },
    ]);
    const areThere = async (): Promise<boolean> =>
      (await isRouted(stage, "first", destination)) && (await isRouted(stage, "second", destination));
    const single = await isEntryTaken(stage, { vpc: "first", destination: scratch(11), hop: id });
    if (!single) throw new Unclear("a batch of one is not taken either");
    tell({ batchMayMixVpcs: await stage.asking.isTaken(ask, areThere) });
  },
};

/** A batch with a destination around a subnet. */
export const supernetBatch: Probe = {
  name: "supernetBatch",
  asks: ["batchAllowsSupernets"],
  unknown: "whether a batch takes a destination that contains a vSwitch of the VPC",
  does: "Asks in a batch for a route to a block around a vSwitch of the first VPC.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const { local } = await stage.tables.main(stage.vpc("first"));
    const destination = aroundSubnet(local, stage.vpc("first").vpcId);
    if (!(await isEntryTaken(stage, { vpc: "first", destination: scratch(12), hop: id })))
      throw new Unclear("no other route is taken either");
    tell({ batchAllowsSupernets: await isEntryTaken(stage, { vpc: "first", destination, hop: id }) });
  },
};
