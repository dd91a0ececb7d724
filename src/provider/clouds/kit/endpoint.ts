import type { CloudName } from "../../../model/clouds";
import { complaintAboutEndpoint } from "../../../model/endpoint";
import { PeeringError } from "../../../model/errors";
import { shown } from "../../../model/shown";
import type { Settings } from "../cloud";

/** The `endpoint` among a cloud's settings, checked where it is used: a stack's config is seen only there. */
export function endpointIn(cloud: CloudName, settings: Settings): string | undefined {
  const setting = settings(`${cloud}:endpoint`);
  const endpoint = typeof setting === "string" ? setting.trim() : "";
  if (endpoint === "") return undefined;
  const complaint = complaintAboutEndpoint(endpoint);
  if (complaint === undefined) return endpoint;
  throw new PeeringError(`\`${cloud}:endpoint\` is ${shown(endpoint)}: it ${complaint}.`, {
    kind: "invalid",
    cloud,
  });
}
