import { accountOf } from "../../../model/account";
import { PeeringError } from "../../../model/errors";
import type { OwnerInputs } from "../../../model/owner";
import { ownerOf } from "../../../model/owner";
import type { ConnectionSpec } from "../../../model/peering";
import type { Caller } from "../resource";
import type { Work } from "../work";
import type { ConnectionInputs } from "./inputs";
import { propertiesIn, sideOf } from "./inputs";

/** What is asked of the cloud. The accepter's account is the requester's own unless declared. */
export async function specOf(
  inputs: ConnectionInputs,
  owner: OwnerInputs,
  { cloud, context }: Work,
): Promise<ConnectionSpec> {
  const { requester, accepter } = inputs;
  const own = accountOf(requester) ?? "";
  const accepterAccount =
    accountOf(accepter) ??
    (own === "" ? (await cloud.whoAmI({ region: requester.region }, context)).account : own);
  return {
    ...propertiesIn(inputs),
    requester: sideOf(requester, own),
    accepter: sideOf(accepter, accepterAccount),
    owner: ownerOf(owner),
  };
}

/** Who declares a connection, from which its mark is made. */
export function declarerOf({ owner }: Pick<Caller, "owner">): OwnerInputs {
  if (owner !== undefined) return owner;
  throw new PeeringError("A connection cannot be made without an owner.", {
    kind: "invalid",
    remedy: "Use the VpcPeering component, which says whose it is.",
  });
}
