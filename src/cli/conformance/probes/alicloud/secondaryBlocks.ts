import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { verbOf } from "../../../../provider/clouds/verbs";

/** The blocks that a connection shows. */
export const secondaryBlocks: Probe = {
  name: "secondaryBlocks",
  asks: ["peeringShowsSecondaryBlocks"],
  unknown: "whether a connection shows the secondary blocks of its VPCs",
  does: "Reads the connection of the first two VPCs, of which the second has a secondary block.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const pair = await stage.pair();
    const { vpcId, region } = stage.vpc("second");
    const { cloud, context } = stage.account("own");
    const blocks = await verbOf(cloud, "routing").blocks({ vpcId, region, ipv6: false }, context());
    if (blocks === undefined || blocks.length < 2) throw new Unclear(`${vpcId} has no secondary block`);
    const shown = await stage.asking.seen(
      async () => (await stage.connections.look(pair))?.blocks?.accepter ?? [],
    );
    const known = blocks.filter((block) => shown.includes(block)).length;
    if (known !== 1 && known !== blocks.length)
      throw new Unclear(`it shows ${known} of ${blocks.length} blocks`);
    tell({ peeringShowsSecondaryBlocks: known > 1 });
  },
};
