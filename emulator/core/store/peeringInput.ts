import { z } from "zod";
import { wholeNumber } from "../fields";
import { peeringStatuses } from "./status";

const instant = z.iso.datetime({ offset: true, error: "must be a time such as 2026-01-31T12:00:00Z" });

const side = z.strictObject({
  vpcId: z.string().min(1),
  /** Left out, the VPC's own. */
  region: z.string().min(1).optional(),
  account: z.string().min(1).optional(),
});

const changeable = {
  status: z.enum(peeringStatuses).optional(),
  /** The cloud's own word. It beats `status`, and may be one that no cloud documents. */
  cloudStatus: z.string().min(1).optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  bandwidth: wholeNumber("of Mbit/s (-1 is unlimited)", { from: -1, to: 2 ** 31 - 1 })
    .nullable()
    .optional(),
  createdAt: instant.optional(),
  expiresAt: instant.nullable().optional(),
  /** True removes the peering from the cloud; false changes nothing. */
  deleted: z.boolean().optional(),
  /** What only one cloud knows: `linkType`, `managedService`, `resourceGroupId` and the like. */
  attributes: z.record(z.string(), z.string()).optional(),
};

/** A peering as the world file and `POST /_emulator/peerings` write it. */
export function peeringSeedSchema<Name extends string>(cloudNames: readonly Name[]) {
  return z.strictObject({
    cloud: z.enum(cloudNames),
    id: z.string().min(1).optional(),
    requester: side,
    accepter: side,
    ...changeable,
  });
}

/** What `PATCH /_emulator/peerings/{id}` may change; `cloud` and `id` may be repeated but not altered. */
export function peeringPatchSchema<Name extends string>(cloudNames: readonly Name[]) {
  return z.strictObject({
    cloud: z.enum(cloudNames).optional(),
    id: z.string().optional(),
    requester: side.partial().optional(),
    accepter: side.partial().optional(),
    ...changeable,
  });
}

/** A peering as a test writes it. */
export type PeeringInput<Name extends string = string> = z.input<ReturnType<typeof peeringSeedSchema<Name>>>;

/** A checked {@link peeringSeedSchema}. */
export type PeeringSeed<Name extends string = string> = z.output<ReturnType<typeof peeringSeedSchema<Name>>>;

/** A checked {@link peeringPatchSchema}. */
export type PeeringPatch = z.output<ReturnType<typeof peeringPatchSchema<string>>>;
