import type { CloudName } from "../../emulator";
import type { ForGolden, TestCloud } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";

/** What the golden test needs to know of a cloud. The programs beside are written for these. */
export type GoldenCloud = Pick<TestCloud, "cloud"> & ForGolden;

/** The clouds that have programs here. */
export const CLOUDS: readonly GoldenCloud[] = Object.values(clouds).flatMap(({ cloud, golden }) =>
  golden === undefined ? [] : [{ cloud, ...golden }],
);

/** One of them. */
export function goldenOf(name: CloudName): GoldenCloud {
  const found = CLOUDS.find(({ cloud }) => cloud === name);
  if (found === undefined) throw new Error(`${name} has no program here`);
  return found;
}
