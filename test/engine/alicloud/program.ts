import { clouds } from "../../../tools/clouds/index.cjs";
import { prelude } from "../../../tools/clouds/program.cjs";

/** The lines that programs begin with: two accounts in two regions, each with its own keys. */
export const PRELUDE = prelude(clouds.alicloud, clouds.alicloud.vpcs.afar.region);
