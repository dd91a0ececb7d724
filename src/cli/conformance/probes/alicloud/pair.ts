import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { countOfPair } from "../alive";
import { creation } from "./calls";

/** How often two VPCs can be connected. */
export const pair: Probe = {
  name: "pair",
  asks: ["duplicatesAllowed", "pairIsUnordered"],
  unknown: "whether two VPCs can be connected twice, and whether from A to B and from B to A is twice",
  does: "Asks for a second connection of the first two VPCs, in the same direction and in the other one.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const [first, second] = [stage.vpc("first"), stage.vpc("second")];
    await stage.pair();
    const isDoubled = async (): Promise<boolean> => (await countOfPair(stage, "first", "second")) > 1;
    const duplicatesAllowed = await stage.asking.isTaken(creation(stage, first, second), isDoubled, [
      "duplicate",
    ]);
    tell({ duplicatesAllowed });
    if (duplicatesAllowed) throw new Unclear("a pair can be connected any number of times");
    const isOther = await stage.asking.isTaken(creation(stage, second, first), isDoubled, ["duplicate"]);
    tell({ pairIsUnordered: !isOther });
  },
};
