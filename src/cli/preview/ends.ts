import { accountOf } from "../../model/account";
import { defined } from "../../model/defined";
import { UNKNOWN } from "../../model/unknown";
import { asObject, asText } from "./json";
import type { ResourceState } from "./steps";

/** One end of a peering. A value that is not known yet is {@link UNKNOWN}; one that is not said is left out. */
export interface End {
  vpcId?: string;
  region?: string;
  account?: string;
}

/** The two ends of a peering. */
export interface Ends {
  requester: End;
  accepter: End;
}

/** The ends that a state names: what the program declares goes before what the cloud answered. */
export function endsOf(state: ResourceState | undefined): Ends {
  const named = { ...state?.outputs, ...state?.inputs };
  return { requester: endOf(named["requester"]), accepter: endOf(named["accepter"]) };
}

/** A side as it stands among inputs or outputs, where the account goes by its cloud's name. */
export function endOf(value: unknown): End {
  if (value === UNKNOWN) return { vpcId: UNKNOWN };
  const side = asObject(value) ?? {};
  return defined({
    vpcId: asText(side["vpcId"]),
    region: asText(side["region"]),
    account: asText(accountOf(side)) ?? asText(side["account"]),
  });
}

/** Whether two peerings connect the same VPCs. */
export function haveSameVpcs(a: Ends, b: Ends): boolean {
  return a.requester.vpcId === b.requester.vpcId && a.accepter.vpcId === b.accepter.vpcId;
}
