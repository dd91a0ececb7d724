import { isPeeringError } from "../../model/errors";
import { GOING } from "../../model/status";
import { allOf } from "../../provider/clouds/kit/pages";
import { verbOf } from "../../provider/clouds/verbs";
import type { VpcName } from "./config";
import { isOurs } from "./mark";
import type { End } from "./stage/connections";
import { Connections } from "./stage/connections";
import type { Scene } from "./stage/stage";
import { Stage } from "./stage/stage";

/** What was removed, and what could not be. */
export interface Cleaned {
  removed: string[];
  left: string[];
}

/** Removes all that bears the mark of any run: routes of the config's VPCs first, then connections of its accounts. */
export async function clean(scene: Scene): Promise<Cleaned> {
  const stage = new Stage(scene);
  const cleaned: Cleaned = { removed: [], left: [] };
  const names = Object.keys(scene.config.vpcs) as VpcName[];
  const attempt = async (what: string, task: () => Promise<boolean>): Promise<void> => {
    try {
      if (await task()) cleaned.removed.push(what);
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      cleaned.left.push(`${what}: ${error.message}`);
    }
  };
  for (const name of names) {
    const end = stage.vpc(name);
    await attempt(`routes of ${end.vpcId}`, async () => (await stage.tables.clear(end)) > 0);
  }
  for (const end of places(names.map((name) => stage.vpc(name)))) {
    const { cloud, context } = stage.account(end.owner);
    const connections = new Connections(scene.run, stage.account);
    const rows = await allOf(verbOf(cloud, "list")({ region: end.region }, context()));
    for (const row of rows.filter((one) => isOurs(one) && !GOING.has(one.status))) {
      const made = { id: row.id, requester: end, accepter: end, owner: row.owner ?? connections.nextMark() };
      await attempt(`connection ${row.id}`, async () => {
        await connections.remove(made);
        return true;
      });
    }
  }
  return cleaned;
}

/** One end for each account and region. */
function places(ends: readonly End[]): End[] {
  return [...new Map(ends.map((end) => [`${end.owner} ${end.region}`, end])).values()];
}
