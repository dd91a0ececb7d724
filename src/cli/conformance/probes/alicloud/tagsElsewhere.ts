import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";

/** Where tags are written. */
export const tagsElsewhere: Probe = {
  name: "tagsElsewhere",
  asks: ["tagsCheckRegion"],
  unknown: "whether a call that writes tags has to name the region of the connection",
  does: "Writes a tag on the connection of the first two VPCs, by a call that names another region.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id, ...pair } = await stage.pair();
    const elsewhere = stage.region === "cn-hangzhou" ? "cn-shanghai" : "cn-hangzhou";
    const write = async (region: string, Value: string): Promise<boolean> => {
      const Tag = [{ Key: "conformance", Value }];
      const params = { ResourceType: "PeerConnection", ResourceId: [id], Tag };
      const isDone = async (): Promise<boolean> =>
        (await stage.connections.look({ id, ...pair }))?.tags?.["conformance"] === Value;
      return await stage.asking.isTaken({ action: "TagResources", region, params }, isDone);
    };
    const isTaken = await write(elsewhere, "elsewhere");
    if (!(await write(stage.region, "here"))) throw new Unclear("no tag can be written here either");
    tell({ tagsCheckRegion: !isTaken });
  },
};
