import type { Probe } from "../../probe";
import { countOfPair } from "../alive";
import { creation } from "./calls";

/** Options of connections between regions, within one. */
export const nearOptions: Probe = {
  name: "nearOptions",
  asks: ["intraRegionRefusesOptions"],
  unknown: "whether a bandwidth within one region is refused, or ignored",
  does: "Asks for a connection of the first two VPCs with a bandwidth of 10 Mbit/s.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    await stage.apart();
    const ask = creation(stage, stage.vpc("first"), stage.vpc("second"), { Bandwidth: 10 });
    const isThere = async (): Promise<boolean> => (await countOfPair(stage, "first", "second")) > 0;
    const isTaken = await stage.asking.isTaken(ask, isThere, ["invalid", "unknown", "unsupported"]);
    if (!isTaken) await stage.connect("first", "second");
    tell({ intraRegionRefusesOptions: !isTaken });
  },
};

/** A connection between regions without a bandwidth. */
export const farBandwidth: Probe = {
  name: "farBandwidth",
  asks: ["interRegionNeedsBandwidth"],
  unknown: "whether a connection between regions has to name its bandwidth",
  does: "Asks for a connection of the first VPC and the far one without a bandwidth.",
  makes: "interRegion",
  needs: ["far"],
  async run(stage, tell) {
    const ask = creation(stage, stage.vpc("first"), stage.vpc("far"));
    const isThere = async (): Promise<boolean> => (await countOfPair(stage, "first", "far")) > 0;
    const isTaken = await stage.asking.isTaken(ask, isThere, ["invalid", "unknown"]);
    tell({ interRegionNeedsBandwidth: !isTaken });
  },
};
