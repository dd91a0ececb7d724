import type { CloudName } from "../../../model/clouds";
import type { Makes, Probe } from "../probe";
import { alicloud } from "./alicloud";
import { huaweicloud } from "./huaweicloud";
import { tencentcloud } from "./tencentcloud";

/** All probes, by cloud. */
const ALL: Partial<Record<CloudName, readonly Probe[]>> = { alicloud, tencentcloud, huaweicloud };

/** What reads goes first, and what costs something last. */
const ORDER: readonly Makes[] = ["reads", "refusals", "connection", "request", "interRegion"];

/** The probes of a cloud, in the order in which they run. */
export function probesOf(cloud: CloudName): readonly Probe[] {
  return ORDER.flatMap((makes) => (ALL[cloud] ?? []).filter((probe) => probe.makes === makes));
}
