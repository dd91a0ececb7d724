import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudName, PeeringRow } from "../../emulator";
import type { StateRow } from "../engine/support";
import type { Seed } from "../clouds/index.cjs";

const FOLDER = join(__dirname, "written-by");

/** What the package of a commit wrote: the state, and the connections as they then were in the cloud. */
export function writtenBy(commit: string, cloud: CloudName): { state: string; peerings: Seed[] } {
  const read = (what: string): string => readFileSync(join(FOLDER, commit, `${cloud}.${what}.json`), "utf8");
  return { state: read("state"), peerings: JSON.parse(read("peerings")) as Seed[] };
}

/** What the previews of a commit's package showed, and what its `up` asked the cloud. */
export function behaviourOfPackage(commit: string, cloud: CloudName): string {
  return readFileSync(join(FOLDER, commit, `${cloud}.behaviour.json`), "utf8");
}

/** What only one cloud knows of a connection: the emulator's rows do not show it, but the state does. */
const ATTRIBUTES = ["linkType", "resourceGroupId", "qosLevel", "chargeType"];

/** Connections as a world can have them from its start. */
export function seedsOf(rows: readonly PeeringRow[], state: readonly StateRow[]): Seed[] {
  return rows.map(
    ({ cloud, id, status, name, description, tags, bandwidth, requester, accepter, createdAt }) => {
      const declared = state.find((row) => row.id === id && row.type.endsWith(":Connection"))?.inputs ?? {};
      const attributes = Object.fromEntries(
        ATTRIBUTES.filter((key) => declared[key] !== undefined).map((key) => [key, String(declared[key])]),
      );
      return {
        cloud,
        id,
        status,
        name,
        description,
        tags,
        bandwidth,
        requester,
        accepter,
        createdAt,
        attributes,
      };
    },
  );
}
