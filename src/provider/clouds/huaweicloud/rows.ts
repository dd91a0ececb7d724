import type { FactsByCloud } from "../../../model/clouds";
import type { Owner, Peering, Side } from "../../../model/peering";
import type { PropertyOf } from "../../../model/properties";
import type { PeeringStatus } from "../../../model/status";
import { present } from "../kit/answer";
import type { FieldMap } from "../kit/fields";
import { propertiesIn } from "../kit/fields";
import type { Fields } from "../kit/json";
import { isFields } from "../kit/json";
import type { Action } from "./actions";
import { tableRowIn } from "./routeRows";

/** The API's field for each property. A create, a change and a row all go by this one map. */
export const FIELDS = {
  name: "name",
  description: "description",
} as const satisfies FieldMap<PropertyOf<FactsByCloud["huaweicloud"]>>;

/** The cloud's words for a status, and ours. */
const STATUSES: Readonly<Record<string, PeeringStatus>> = {
  PENDING_ACCEPTANCE: "pending",
  ACTIVE: "active",
  REJECTED: "rejected",
  EXPIRED: "expired",
  DELETED: "deleted",
};

interface End {
  vpc_id: string;
  /** The project's id. */
  tenant_id?: string;
}

/** A connection as every call answers it. */
export interface PeeringRow {
  id: string;
  status: string;
  description?: string | null;
  request_vpc_info: End;
  accept_vpc_info: End;
  created_at?: string;
  updated_at?: string;
}

/** Whether a part of an answer is a connection. */
function isRow(part: unknown): part is PeeringRow {
  const row = (typeof part === "object" ? part : undefined) as Partial<PeeringRow> | null | undefined;
  const ends = [row?.request_vpc_info?.vpc_id, row?.accept_vpc_info?.vpc_id];
  return [row?.id, row?.status, ...ends].every((text) => typeof text === "string");
}

/** Whether a part of an answer is a list of what has an id. */
function areRows(part: unknown): boolean {
  return Array.isArray(part) && part.every((row) => isFields(row) && typeof row["id"] === "string");
}

const COMPLETE: Record<NonNullable<Action["answers"]>, (part: unknown, answer: Fields) => boolean> = {
  peering: isRow,
  peerings: (part) => Array.isArray(part) && part.every(isRow),
  projects: (part) => Array.isArray(part),
  routetables: areRows,
  routetable: (_, answer) => tableRowIn(answer) !== undefined,
  vpc: isFields,
  vpcs: areRows,
  subnets: areRows,
};

/** Whether an answer has a part, whole. */
export function isComplete(part: NonNullable<Action["answers"]>, answer: Fields): boolean {
  return COMPLETE[part](answer[part], answer);
}

/** Reads a row. Both ends are in the region that was asked. A status that nobody documents counts as on its way. */
export function peeringOf(row: PeeringRow, region: string): Peering {
  const side = ({ vpc_id, tenant_id = "" }: End): Side => ({ vpcId: vpc_id, region, account: tenant_id });
  const { text, owner } = splitDescription(row.description ?? "");
  return {
    id: row.id,
    status: STATUSES[row.status] ?? "updating",
    cloudStatus: row.status,
    requester: side(row.request_vpc_info),
    accepter: side(row.accept_vpc_info),
    ...propertiesIn(FIELDS, row, { cloud: "huaweicloud", action: "ShowVpcPeering" }),
    description: text,
    ...present({ owner, createdAt: instant(row.created_at), changedAt: instant(row.updated_at) }),
  };
}

/** The cloud writes UTC without saying so. */
function instant(time: string | undefined): string | undefined {
  if (time === undefined || time === "") return undefined;
  return /(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`;
}

/** The longest description that the cloud takes. */
export const LONGEST_DESCRIPTION = 255;

const MARK = /^(?:([^]*) )?\[pvp:([0-9a-f]{24})\]$/;

/** A description with the owner's mark behind it: there are no tags here to put it into. */
export function markedDescription(text: string | undefined, marker: string): string {
  return [text ?? "", `[pvp:${marker}]`].filter((part) => part !== "").join(" ");
}

/** Takes the mark off a description. */
export function splitDescription(description: string): { text: string; owner?: Owner } {
  const [all, text = "", marker] = MARK.exec(description) ?? [];
  return all === undefined || marker === undefined ? { text: description } : { text, owner: { marker } };
}

/** The longest description that leaves room for the mark. */
export const LONGEST_TEXT = LONGEST_DESCRIPTION - markedDescription("-", "0".repeat(24)).length + 1;
