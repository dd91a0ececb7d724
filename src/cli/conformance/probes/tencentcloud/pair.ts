import type { Probe } from "../../probe";
import { countOfPair } from "../alive";
import { creation } from "./calls";

/** Whether the direction of a connection matters. */
export const pair: Probe = {
  name: "pair",
  asks: ["pairIsUnordered"],
  unknown: "whether two VPCs that are connected from A to B can be connected from B to A",
  does: "Asks for a connection from the second VPC to the first while they are connected.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    await stage.pair();
    const isDoubled = async (): Promise<boolean> => (await countOfPair(stage, "first", "second")) > 1;
    const ask = creation(stage, stage.vpc("second"), stage.vpc("first"));
    tell({ pairIsUnordered: !(await stage.asking.isTaken(ask, isDoubled, ["duplicate"])) });
  },
};
