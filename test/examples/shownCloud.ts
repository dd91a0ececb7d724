import { clouds } from "../../tools/clouds/index.cjs";

/** The cloud that README.md, the templates and the examples of topologies are written for. */
export const shownCloud = clouds.alicloud;
