import { emptyLabels, type PeeringRecord, type PeeringSide, sidesOf } from "../core/store/peering";
import type { PeeringPatch, PeeringSeed } from "../core/store/peeringInput";
import type { Cloud } from "../core/cloud";
import type { Core } from "../core/core";
import type { OpenCloud } from "../core/openCloud";
import type { PeeringStatus } from "../core/store/status";
import { UserError } from "../core/userError";

type SideInput = PeeringSeed["requester"];

/** Puts a peering into the world behind every client's back. It stays in its status, save that a request lapses. */
export function seedPeering(core: Core, clouds: readonly OpenCloud[], seed: PeeringSeed): PeeringRecord {
  const open = cloudNamed(clouds, seed.cloud);
  const { cloud } = open;
  const id = seed.id ?? cloud.newPeeringId();
  if (core.peerings.find(id))
    throw new UserError(`There is a peering ${id} already: give another id, or none.`, 409);
  const requester = sideOf(core, open, seed.requester);
  const accepter = sideOf(core, open, seed.accepter, requester);
  const peering = core.peerings.add({
    cloud: cloud.name,
    id,
    status: statusIn(cloud, seed, "active"),
    bandwidth: cloud.defaultBandwidth({ requester, accepter }),
    requester,
    accepter,
    attributes: {},
    ...(seed.createdAt === undefined ? {} : { createdAt: Date.parse(seed.createdAt) }),
  });
  apply(core, cloud, peering, seed);
  return peering;
}

/** Changes a peering behind every client's back. */
export function patchPeering(
  core: Core,
  clouds: readonly OpenCloud[],
  peering: PeeringRecord,
  patch: PeeringPatch,
): void {
  if ((patch.id ?? peering.id) !== peering.id || (patch.cloud ?? peering.cloud) !== peering.cloud) {
    throw new UserError("The id and the cloud of a peering cannot change: delete it and post another.");
  }
  const { cloud } = cloudNamed(clouds, peering.cloud);
  const status = statusIn(cloud, patch, peering.status);
  for (const end of ["requester", "accepter"] as const)
    core.peerings.moveEnd(peering, end, defined(patch[end] ?? {}));
  if (patch.createdAt !== undefined) peering.createdAt = Date.parse(patch.createdAt);
  if (patch.status !== undefined || patch.cloudStatus !== undefined) core.peerings.move(peering, status);
  apply(core, cloud, peering, patch);
}

function apply(core: Core, cloud: Cloud, peering: PeeringRecord, input: PeeringPatch): void {
  // Put there by hand, a deleted peering stays readable.
  if (!peering.erased) peering.deletedAt = null;
  for (const { labels } of sidesOf(peering)) {
    labels.name = input.name ?? labels.name;
    labels.description = input.description ?? labels.description;
    labels.tags = input.tags ? { ...input.tags } : labels.tags;
    labels.resourceGroupId = input.attributes?.["resourceGroupId"] ?? labels.resourceGroupId;
  }
  Object.assign(peering.attributes, input.attributes);
  if (input.bandwidth !== undefined) peering.bandwidth = input.bandwidth;
  if (input.cloudStatus !== undefined && input.cloudStatus !== cloud.words.wordFor(peering.status)) {
    peering.word = input.cloudStatus;
  }
  if (input.expiresAt !== undefined) {
    core.peerings.expireAt(peering, input.expiresAt === null ? null : Date.parse(input.expiresAt));
  }
  if (input.deleted === true) core.peerings.erase(peering);
}

/** The status asked for: the cloud's word first, then ours, else the one there was. */
function statusIn(
  cloud: Cloud,
  input: { status?: PeeringStatus | undefined; cloudStatus?: string | undefined },
  otherwise: PeeringStatus,
): PeeringStatus {
  const read = input.cloudStatus === undefined ? undefined : cloud.words.statusFor(input.cloudStatus);
  const status = read ?? input.status ?? otherwise;
  if (input.cloudStatus === undefined && cloud.words.wordFor(status) === undefined) {
    throw new UserError(
      `${cloud.name} has no word for the status "${status}": give the word as cloudStatus.`,
    );
  }
  return status;
}

/** One end, completed from the world. Where ids are strict, the world must know the VPC. */
function sideOf(
  core: Core,
  { cloud, settings }: OpenCloud,
  input: SideInput,
  other?: PeeringSide,
): PeeringSide {
  const vpc = core.vpcs.find(cloud.name, input.vpcId, input.account);
  if (!vpc && cloud.strictIds(settings)) {
    throw new UserError(
      `The world has no ${cloud.name} VPC ${input.vpcId}: add it to ${cloud.name}.vpcs, or set ${cloud.name}.strictIds to false.`,
    );
  }
  return {
    vpcId: input.vpcId,
    region: input.region ?? vpc?.region ?? other?.region ?? cloud.vpcsOf(settings)[0]?.region ?? "",
    account: input.account ?? vpc?.account ?? other?.account ?? cloud.accountsOf(settings)[0] ?? "",
    labels: emptyLabels(),
  };
}

function cloudNamed(clouds: readonly OpenCloud[], name: string): OpenCloud {
  const open = clouds.find(({ cloud }) => cloud.name === name);
  if (!open) throw new UserError(`This emulator has no cloud ${name}.`);
  return open;
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
}
