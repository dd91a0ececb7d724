import { alicloud } from "./alicloud";
import type { CloudFacts } from "./facts";
import { huaweicloud } from "./huaweicloud";
import { tencentcloud } from "./tencentcloud";
import { shown } from "../shown";

/** Every cloud that this package drives, by the name of its official Pulumi package. */
const CLOUD_FACTS = { alicloud, tencentcloud, huaweicloud } as const satisfies Record<string, CloudFacts>;

/** What is known of each cloud, by its name and exactly as its file says it. */
export type FactsByCloud = typeof CLOUD_FACTS;

/**
 * The name of a cloud.
 *
 * @useDeclaredType
 */
export type CloudName = keyof FactsByCloud;

/** The names of all clouds. */
export const CLOUDS = Object.keys(CLOUD_FACTS) as CloudName[];

/** What is known of a cloud. */
export function factsOf(cloud: CloudName): CloudFacts {
  return CLOUD_FACTS[cloud];
}

/** Whether a text names a cloud. */
export function isCloudName(name: unknown): name is CloudName {
  return CLOUDS.some((cloud) => cloud === name);
}

/** What to say of a cloud that this release does not drive. */
export function complaintAboutCloud(name: unknown): string {
  const driven = CLOUDS.map((cloud) => JSON.stringify(cloud)).join(", ");
  return `cloud is ${shown(name)}: this release drives ${driven}.`;
}
