import type * as pulumi from "@pulumi/pulumi";
import { accountKeyOf, accountOf } from "../model/account";
import type { EndName } from "../model/ends";
import type { CloudInstance } from "./clouds/cloudInstance";
import type { VpcPeeringArgs } from "./clouds/registry";
import { orElse } from "./given";
import { chooseInstance } from "./instances/choose";
import { surroundingsOf } from "./instances/surroundings";
import { answered, sideOf } from "./sides";

/** An end of a peering: whose keys act for it, and where it is. */
export interface PlacedEnd {
  /** Of the requester, none means the stack's own config; of the accepter, that this program does not accept. */
  instance: CloudInstance | undefined;
  region: pulumi.Input<string>;
  /** The account (project) that the program names. */
  account: pulumi.Input<string> | undefined;
  /** All of it, as the engine gets it. */
  side: pulumi.Inputs;
}

/** Places both ends: what the program does not say of one comes from its provider instance, or else from the requester's. */
export function placedEnds(
  { cloud, requester, accepter }: VpcPeeringArgs,
  ofComponent: pulumi.ProviderResource | undefined,
): Record<EndName, PlacedEnd> {
  const accountKey = accountKeyOf(cloud);
  const asking = chooseInstance(cloud, "requester", requester.provider ?? ofComponent);
  const accepting = chooseInstance(cloud, "accepter", accepter.provider);
  const own = surroundingsOf(cloud, asking);
  const peer = accepting === undefined ? own : surroundingsOf(cloud, accepting);

  const region = orElse(requester.region, () => own.region());
  const peerRegion = orElse(accepter.region, () => (accepting === undefined ? region : peer.region()));
  const peerAccount = (): pulumi.Input<string> => {
    const account = peer.account(accepting === undefined ? peerRegion : accepter.region);
    return accepting === undefined ? account : answered(account, accountKey);
  };
  const account = accountOf<pulumi.Input<string>>(accepter);
  return {
    requester: {
      instance: asking,
      region,
      account: own.declaredAccount,
      side: sideOf({
        ...requester,
        region,
        [accountKey]: accountOf(requester as object) ?? own.declaredAccount,
      }),
    },
    accepter: {
      instance: accepting,
      region: peerRegion,
      account: account ?? peer.declaredAccount,
      side: sideOf({ ...accepter, region: peerRegion, [accountKey]: orElse(account, peerAccount) }),
    },
  };
}
