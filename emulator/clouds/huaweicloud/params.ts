import { neutronError } from "./errors";
import type { Settings } from "./world";

/** The fields of an object in a body, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object under `peering`, with no other fields than these. */
export function peeringFields(body: unknown, method: string, allowed: readonly string[]): Fields {
  const peering = isFields(body) ? body["peering"] : undefined;
  if (!isFields(peering)) throw badRequest("Unable to find 'peering' in request body");
  refuseOthers(peering, method, allowed);
  return peering;
}

/** One end of a peering: its VPC, and its project where one is named. */
export function endOf(
  peering: Fields,
  name: "request_vpc_info" | "accept_vpc_info",
  { strictIds }: Settings,
): { vpcId: string; projectId: string | undefined } {
  const end = peering[name];
  if (!isFields(end)) throw badRequest(`Failed to parse request. Required attribute '${name}' not specified`);
  refuseOthers(end, "POST", ["vpc_id", "tenant_id"]);
  const { vpc_id: vpcId, tenant_id: projectId } = end;
  if (typeof vpcId !== "string" || (strictIds && !isUuid(vpcId))) {
    throw badRequest(`Invalid input for ${name}. Reason: '${shown(vpcId)}' is not a valid UUID.`);
  }
  if (projectId !== undefined && projectId !== null && typeof projectId !== "string") {
    throw badRequest(`Invalid input for ${name}. Reason: '${shown(projectId)}' is not a valid string.`);
  }
  // Clients send an empty text where no project is named.
  return { vpcId, projectId: projectId || undefined };
}

/** Whether a text is an id of this cloud. */
export function isUuid(text: string): boolean {
  return /^[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/.test(text);
}

/** A request that the peering calls cannot make sense of. */
export function badRequest(message: string): Error {
  return neutronError(400, "HTTPBadRequest", message);
}

function refuseOthers(fields: Fields, method: string, allowed: readonly string[]): void {
  const other = Object.keys(fields).find((name) => !allowed.includes(name));
  if (other !== undefined) throw badRequest(`Attribute '${other}' not allowed in ${method}`);
}

/** A value as complaints show it. */
export function shown(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 64) : JSON.stringify(value);
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
