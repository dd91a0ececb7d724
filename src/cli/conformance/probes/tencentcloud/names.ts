import { NAME } from "../../mark";
import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { connectionsIn, naming } from "./calls";

/** No name is as long as this. */
const TOO_LONG = 256;

/** How long a name may be. */
export const longestName: Probe = {
  name: "longestName",
  asks: ["longestName"],
  unknown: "how many characters a connection's name may have",
  does: "Gives the connection of the first two VPCs ever other names, halving what is not known yet, and at last its own.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const pair = await stage.pair();
    const nameNow = async (): Promise<unknown> => {
      const [row] = await connectionsIn(stage, { PeeringConnectionIds: [pair.id] });
      return row?.["PeeringConnectionName"];
    };
    const isTaken = async (length: number): Promise<boolean> => {
      const name = NAME.padEnd(length, "-x").slice(0, length);
      const isDone = async (): Promise<boolean> => (await nameNow()) === name;
      return await stage.asking.isTaken(naming(pair, name), isDone, ["invalid", "unknown"]);
    };
    let [fits, exceeds] = [NAME.length - 1, TOO_LONG];
    if (!(await isTaken(fits)) || (await isTaken(exceeds)))
      throw new Unclear("a name of 22 characters does not fit, or one of 256 does");
    while (exceeds - fits > 1) {
      const middle = Math.floor((fits + exceeds) / 2);
      if (await isTaken(middle)) fits = middle;
      else exceeds = middle;
    }
    await stage.asking.fields(naming(pair, NAME));
    tell({ longestName: fits });
  },
};

/** Calls that name another region. */
export const otherRegion: Probe = {
  name: "otherRegion",
  asks: ["callsCheckRegion"],
  unknown: "whether a call has to name the region of a VPC of the caller's own",
  does: "Renames the connection of the first two VPCs by a call that names another region.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const pair = await stage.pair();
    const elsewhere = stage.region === "ap-guangzhou" ? "ap-shanghai" : "ap-guangzhou";
    const rename = async (name: string, region: string): Promise<boolean> => {
      const isDone = async (): Promise<boolean> => (await stage.connections.look(pair))?.name === name;
      return await stage.asking.isTaken(naming(pair, name, { region }), isDone);
    };
    const isTaken = await rename(`${NAME} elsewhere`, elsewhere);
    if (!(await rename(NAME, stage.region)) && !isTaken)
      throw new Unclear("it cannot be renamed here either");
    tell({ callsCheckRegion: !isTaken });
  },
};
