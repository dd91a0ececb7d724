import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { CloudName } from "../../../model/clouds";
import type { OwnerInputs } from "../../../model/owner";
import type { Peering, Side } from "../../../model/peering";
import type { Properties } from "../../../model/properties";
import { changeable, difference } from "../../../model/difference";
import { ownTags, SYNCABLE } from "../../../model/properties";
import type { PeeringStatus } from "../../../model/status";
import { DEAD } from "../../../model/status";

/** The version of what this release writes into a stack's state. Every later release reads it. */
export const STATE_VERSION = 1;

/** One end of a connection, as the program writes it. */
export interface SideInputs {
  vpcId: string;
  region: string;
  accountId?: string;
  projectId?: string;
}

/** What every resource of this package has among its inputs. */
export interface CommonInputs {
  cloud: CloudName;
  timeouts?: { create?: string; update?: string; delete?: string };
  __owner?: OwnerInputs;
}

/** The inputs of `vpcPeering:Connection`, as the engine stores them. */
export interface ConnectionInputs extends CommonInputs, Properties {
  requester: SideInputs;
  accepter: SideInputs;
  waitFor?: "active" | "pending";
  adopt?: boolean | string;
  forceDelete?: boolean;
  preflight?: boolean;
  /** For the preflight alone: the accepter's VPC is of the requester's own account, whose id is not known yet. */
  __isOwn?: boolean;
  /** The requester's address blocks, for the accepter's preflight, which cannot see them. */
  __blocks?: string[];
}

/** What a connection's resource knows beyond its inputs. */
export interface Observed {
  stateVersion: typeof STATE_VERSION;
  status: PeeringStatus;
  marker: string;
  /** Since when it is dead, if it is and the cloud says so: ISO 8601. */
  since?: string;
  /** The requester's account (project). The accepter's is always among the inputs. */
  account: string;
}

/** The outputs of `vpcPeering:Connection`: the inputs again, and what was observed. */
export type ConnectionOutputs = ConnectionInputs &
  Partial<Observed> & {
    /** The connection is not declared here, only read. */
    onlyRead?: boolean;
  };

/** A side, once its account is known. */
export function sideOf(side: SideInputs, account: string): Side {
  return { vpcId: side.vpcId, region: side.region, account };
}

/** What the program declares of the connection itself. */
export function declaredOf(inputs: ConnectionInputs): Properties {
  return pick(inputs, [
    "name",
    "description",
    "tags",
    "bandwidth",
    "linkType",
    "qosLevel",
    "chargeType",
    "resourceGroupId",
  ]);
}

/** The outputs after a look at the cloud: declared values show what is really there. */
export function outputsOf(inputs: ConnectionInputs, seen: Peering, marker: string): ConnectionOutputs {
  return {
    ...asObserved(withoutHistory(inputs), seen),
    stateVersion: STATE_VERSION,
    status: seen.status,
    ...(DEAD.has(seen.status) ? defined({ since: seen.expiresAt ?? seen.changedAt }) : {}),
    marker,
    account: seen.requester.account,
  };
}

/** The inputs as the program would have to write them to describe what is really there. */
export function inputsOf(outputs: ConnectionOutputs, seen: Peering): ConnectionInputs {
  const { stateVersion, status, since, marker, account, ...inputs } = outputs;
  return asObserved(inputs, seen);
}

/** The inputs with what was seen in place of each declared property that differs; what is not there is left out. */
function asObserved(inputs: ConnectionInputs, seen: Peering): ConnectionInputs {
  const declared = changeable(declaredOf(inputs), inputs.cloud);
  const drifted = SYNCABLE.filter((key) => difference(pick(declared, [key]), seen) !== undefined);
  const present = { ...seen, ...defined({ tags: seen.tags && ownTags(seen.tags) }) };
  const kept = Object.entries(inputs).filter(([key]) => !(drifted as string[]).includes(key));
  return { ...(Object.fromEntries(kept) as unknown as ConnectionInputs), ...pick(present, drifted) };
}

/** Former names matter once, at create. */
function withoutHistory(inputs: ConnectionInputs): ConnectionInputs {
  if (inputs.__owner?.formerUrns === undefined) return inputs;
  const { formerUrns, ...owner } = inputs.__owner;
  return { ...inputs, __owner: owner };
}

/** Refuses state that a later release wrote, which this one could misread. */
export function assertReadable(outputs: { stateVersion?: number }): void {
  if (outputs.stateVersion === undefined || outputs.stateVersion <= STATE_VERSION) return;
  throw new PeeringError(
    `The state was written by a later release of pulumi-vpc-peering (version ${outputs.stateVersion}; this one reads ${STATE_VERSION}).`,
    { kind: "unsupported", remedy: "Update the package: npm install pulumi-vpc-peering@latest." },
  );
}

function pick<T extends object, K extends keyof T>(
  from: T,
  keys: readonly K[],
): { [P in K]?: Exclude<T[P], undefined> } {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as {
    [P in K]?: Exclude<T[P], undefined>;
  };
}
