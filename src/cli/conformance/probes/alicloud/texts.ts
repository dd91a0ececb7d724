import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { NAME } from "../../mark";
import { description, idsIn } from "./calls";

/** Names and descriptions. */
export const texts: Probe = {
  name: "texts",
  asks: ["listNameIsFuzzy", "emptyTextClears"],
  unknown:
    "whether a list finds a connection by a part of its name, and whether an empty description clears it",
  does: "Lists connections by a part of the name of that of the first two VPCs, and empties its description.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const pair = await stage.pair();
    const { connections, asking } = stage;
    const isFound = async (Name: string): Promise<boolean> =>
      await asking.seen(async () => (await idsIn(stage, { Name })).includes(pair.id));
    if (!(await isFound(NAME))) throw new Unclear("a list by the whole name does not find the connection");
    tell({ listNameIsFuzzy: await isFound(NAME.slice(0, -4)) });

    await asking.fields(description(pair, "Made by a conformance run"));
    await connections.until(pair, ["active"]);
    const isEmpty = async (): Promise<boolean> => (await connections.look(pair))?.description === undefined;
    if (await isEmpty()) throw new Unclear("the description was not written");
    tell({ emptyTextClears: await asking.isTaken(description(pair, ""), isEmpty) });
    await connections.until(pair, ["active"]);
  },
};
