import type { Owner, Peering, Side } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import type { FactsByCloud } from "../../../model/clouds";
import type { PropertyOf } from "../../../model/properties";
import { present } from "../kit/answer";
import type { FieldMap } from "../kit/fields";
import { propertiesIn } from "../kit/fields";
import type { Fields } from "../kit/json";
import type { Tag } from "../kit/markerTag";
import { tagsIn } from "../kit/markerTag";
import { longRegion } from "./regions";

/** The API's field for each property. A create, a change and a row all go by this one map. */
export const FIELDS = {
  name: "PeeringConnectionName",
  tags: { asked: "Tags", answered: "TagSet" },
  bandwidth: "Bandwidth",
  qosLevel: "QosLevel",
  chargeType: "ChargeType",
} as const satisfies FieldMap<PropertyOf<FactsByCloud["tencentcloud"]>>;

/**
 * The cloud's words for a status, and ours. ISOLATED is what becomes of a connection whose account owes money: it
 * carries no traffic but comes back, so it counts as on its way and is never replaced.
 */
const STATUSES: Readonly<Record<string, PeeringStatus>> = {
  PENDING: "pending",
  ACTIVE: "active",
  REJECTED: "rejected",
  EXPIRED: "expired",
  DELETED: "deleted",
  FAILED: "failed",
  ISOLATED: "updating",
};

const ISOLATED =
  "Tencent Cloud has isolated it, as it does with resources of an account that owes money: it carries no traffic until the bill is settled.";

/** A connection as DescribeVpcPeeringConnections shows it. What is of no use here is left out. */
export interface PeeringRow extends Fields {
  PeeringConnectionId: string;
  State: string;
  SourceVpcId: string;
  SourceRegion: string;
  SourceUin: number | string;
  /** The same as `DestinationVpcId`, which came later. */
  PeerVpcId?: string;
  DestinationVpcId?: string;
  DestinationRegion: string;
  DestinationUin: number | string;
  CreateTime?: string;
  TagSet?: readonly Tag[] | null;
}

/** Reads a row. A status that the facts do not know counts as on its way. */
export function peeringOf(row: PeeringRow): Peering {
  const requester: Side = {
    vpcId: row.SourceVpcId,
    region: longRegion(row.SourceRegion),
    account: String(row.SourceUin),
  };
  const accepter: Side = {
    vpcId: row.DestinationVpcId ?? row.PeerVpcId ?? "",
    region: longRegion(row.DestinationRegion),
    account: String(row.DestinationUin),
  };
  const properties = propertiesIn(FIELDS, row, {
    cloud: "tencentcloud",
    action: "DescribeVpcPeeringConnections",
  });
  // Within one account nobody has to accept, so there the same word means that it is being made.
  const isBeingMade = row.State === "PENDING" && requester.account === accepter.account;
  const { name, owner } = splitName(properties.name ?? "");
  return {
    id: row.PeeringConnectionId,
    status: isBeingMade ? "creating" : (STATUSES[row.State] ?? "updating"),
    cloudStatus: row.State,
    requester,
    accepter,
    ...tagsIn(row.TagSet),
    ...present({
      ...properties,
      name: name === "" ? undefined : name,
      owner,
      // Inside one region there is no limit, which the cloud writes as 0.
      bandwidth: properties.bandwidth === 0 ? undefined : properties.bandwidth,
      createdAt: instantOf(row.CreateTime),
      notice: row.State === "ISOLATED" ? ISOLATED : undefined,
    }),
  };
}

/** `2024-11-14 11:58:54`, in the time of China, as ISO 8601. */
function instantOf(text: string | undefined): string | undefined {
  const at = Date.parse(`${(text ?? "").replace(" ", "T")}+08:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The longest name that the cloud is known to take. */
export const LONGEST_NAME = 60;

const MARK = /^([^]*) pvp:([\w-]{16})$/;

/** A name with another owner's mark behind it: the tag with the first one's cannot be changed. */
export function markedName(name: string, marker: string): string {
  return `${name} pvp:${Buffer.from(marker, "hex").toString("base64url")}`;
}

/** Takes the mark off a name. */
function splitName(whole: string): { name: string; owner?: Owner } {
  const [, name, mark] = MARK.exec(whole) ?? [];
  if (name === undefined || mark === undefined) return { name: whole };
  return { name, owner: { marker: Buffer.from(mark, "base64url").toString("hex"), within: "name" } };
}
