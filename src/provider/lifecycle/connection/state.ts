import { accountKeyOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { changeable, difference } from "../../../model/difference";
import type { Peering, Side, SideInputs } from "../../../model/peering";
import type { Properties } from "../../../model/properties";
import { isChangedInPlace, ownTags, SYNCABLE } from "../../../model/properties";
import type { PeeringStatus } from "../../../model/status";
import { DEAD } from "../../../model/status";
import { STATE_VERSION } from "../stateVersion";
import type { EndBlocks } from "./ends";
import type { ConnectionInputs } from "./inputs";
import { propertiesIn } from "./inputs";

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
    /** The blocks of the two VPCs, where routes need to know them. */
    __ends?: EndBlocks;
  };

/**
 * The outputs after a look at the cloud: declared values show what is really there. `declared` are those that were
 * looked at. An update looks at what it wrote: of all else the outputs say what they said, until a refresh.
 */
export function outputsOf(
  inputs: ConnectionInputs,
  seen: Peering,
  marker: string | undefined,
  declared = propertiesIn(inputs),
): ConnectionOutputs {
  return {
    ...asSeen(inputs, seen, declared),
    stateVersion: STATE_VERSION,
    status: seen.status,
    ...(DEAD.has(seen.status) ? defined({ since: seen.expiresAt ?? seen.changedAt }) : {}),
    ...defined({ marker }),
    account: seen.requester.account,
  };
}

/** The inputs as the program would have to write them to describe what is really there. */
export function inputsOf(outputs: ConnectionOutputs, seen: Peering): ConnectionInputs {
  const { stateVersion, status, since, marker, account, __ends: _, ...inputs } = outputs;
  return asSeen(inputs, seen, propertiesIn(inputs));
}

/** The inputs with what was seen in place of each declared property that differs; what is not there is left out. */
function asSeen(inputs: ConnectionInputs, seen: Peering, declared: Properties): ConnectionInputs {
  const looked = changeable(declared, inputs.cloud);
  const drifted = SYNCABLE.filter((name) => difference({ [name]: looked[name] }, seen) !== undefined);
  const present = { ...seen, ...defined({ tags: seen.tags && ownTags(seen.tags) }) };
  const kept = Object.entries(inputs).filter(([name]) => !(drifted as string[]).includes(name));
  return { ...(Object.fromEntries(kept) as unknown as ConnectionInputs), ...propertiesIn(present, drifted) };
}

/** The outputs of a connection of which nothing is known but what the outputs of an earlier run say of it. */
export function rememberedOf({
  stateVersion,
  status,
  marker,
  account,
}: ConnectionOutputs): Partial<Observed> {
  return defined({ stateVersion, status, marker, account });
}

/**
 * The outputs of a connection whose making or changing failed, and that cannot be looked at. One that is new to the state may be
 * one that was there, and neither be as it is declared nor bear this resource's mark yet: so none of that is said of it.
 */
export function unseen(outputs: ConnectionOutputs): ConnectionOutputs {
  if (outputs.status !== undefined) return outputs;
  const { cloud } = outputs;
  const known = Object.entries(outputs).filter(
    ([name]) => !SYNCABLE.some((one) => one === name && isChangedInPlace(one, cloud)),
  );
  return {
    ...(Object.fromEntries(known) as unknown as ConnectionOutputs),
    stateVersion: STATE_VERSION,
    status: "creating",
  };
}

/** Whether a connection has come into the state as it was found, and is to get this resource's mark yet. */
export function isUnmarked({ marker, status }: ConnectionOutputs): boolean {
  return marker === undefined && status !== undefined;
}

/** Whether a program only asks for a connection that it does not declare, by `VpcPeering.get`. */
export function isOnlyRead({ requester, onlyRead }: ConnectionOutputs): boolean {
  return (requester as Partial<SideInputs>).vpcId === undefined || onlyRead === true;
}

/** Whether a program has asked for a connection by `VpcPeering.get`, and nothing is known of it yet. */
export function isAskedFor({ requester, onlyRead }: ConnectionOutputs): boolean {
  return (requester as Partial<SideInputs>).vpcId === undefined && onlyRead !== true;
}

/** All that a cloud says of a connection, in the shape of a declared one. */
export function describedBy(seen: Peering, { cloud }: ConnectionOutputs): ConnectionOutputs {
  const side = ({ vpcId, region, account }: Side): SideInputs => ({
    vpcId,
    region,
    [accountKeyOf(cloud)]: account,
  });
  const { status, requester, accepter } = seen;
  const observed: Observed = {
    stateVersion: STATE_VERSION,
    status,
    marker: seen.owner?.marker ?? "",
    account: requester.account,
  };
  const ends = { requester: side(requester), accepter: side(accepter) };
  return { ...propertiesIn(seen), ...ends, ...observed, cloud, onlyRead: true };
}
