import type { TestCloud } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";

export type CloudUnderTest = TestCloud;

/** Every cloud that this release drives. */
export const CLOUDS: readonly TestCloud[] = Object.values(clouds);
