import type { CloudName } from "../../src/model/clouds";
import type { TestCloud, Verb } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";

export type CloudUnderTest = TestCloud;

const BY_NAME: Readonly<Record<CloudName, TestCloud>> = clouds;

/** Every cloud that this release drives. */
export const CLOUDS: readonly TestCloud[] = Object.values(BY_NAME);

/** The clouds that have all of these verbs. */
export function having(...verbs: Verb[]): TestCloud[] {
  return CLOUDS.filter(({ lacks = [] }) => !verbs.some((verb) => lacks.includes(verb)));
}
