import * as pulumi from "@pulumi/pulumi";
import type { PeeringEnd, VpcPeeringArgs } from "./args";
import { accountKeyOf, chooseInstance, providerOf, surroundingsOf } from "./instances/choose";
import { defined } from "./model/defined";
import type { PeeringStatus } from "./model/status";
import { Acceptance } from "./resources/acceptance";
import { Connection } from "./resources/connection";
import { assertInstalled } from "./resources/handler";
import { ownerOf } from "./resources/owner";
import { shortStack } from "./resources/sourcePosition";

/**
 * A peering connection between two VPCs of one cloud: requested by one account, and accepted by the other
 * in the same program if `accepter.provider` is given.
 *
 * Both VPCs, their regions and the accepter's account replace the connection when they change, deleting it
 * first; everything else is changed in place unless its own description says otherwise.
 *
 * @example
 * const spoke = new AlicloudProvider("spoke", { region: "cn-beijing", profile: "spoke" });
 * const peering = new VpcPeering("hub-spoke", {
 *   cloud: "alicloud",
 *   requester: { vpcId: hubVpc.id },
 *   accepter: { vpcId: spokeVpc.id, provider: spoke },
 * });
 * export const id = peering.connectionId;
 */
export class VpcPeering extends pulumi.ComponentResource {
  /** The connection's id in the cloud. Known in previews, except in that of its making or replacement. */
  readonly connectionId: pulumi.Output<string>;
  /** The connection's status when it was last looked at. */
  readonly status: pulumi.Output<PeeringStatus>;
  /** The requester's end: VPC, region, account. */
  readonly requester: pulumi.Output<PeeringEnd>;
  /** The accepter's end: VPC, region, account. */
  readonly accepter: pulumi.Output<PeeringEnd>;

  constructor(name: string, args: VpcPeeringArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const done = shortStack("usersLine");
    try {
      super("vpc-peering:index:VpcPeering", name, {}, opts);
    } finally {
      done();
    }
    assertInstalled();
    const { cloud, requester, accepter, ...properties } = args;
    const accountKey = accountKeyOf(cloud);
    const requesterInstance = chooseInstance(
      cloud,
      "requester",
      requester.provider ?? providerOf(this, opts),
    );
    const accepterInstance = chooseInstance(cloud, "accepter", accepter.provider);
    const own = surroundingsOf(cloud, requesterInstance);
    const peer = accepterInstance === undefined ? own : surroundingsOf(cloud, accepterInstance);

    const requesterRegion = requester.region ?? own.region();
    const peerRegion = accepterInstance === undefined ? requesterRegion : undefined;
    const childOptions = { parent: this, deleteBeforeReplace: true, customTimeouts: opts.customTimeouts };
    const connection = new Connection(
      name,
      {
        ...properties,
        cloud,
        requester: sideOf({ ...requester, region: requesterRegion, [accountKey]: own.declaredAccount }),
        accepter: sideOf({
          ...accepter,
          region: accepter.region ?? peerRegion ?? peer.region(),
          [accountKey]: accountIn(accepter) ?? peer.account(),
        }),
        timeouts: opts.customTimeouts,
        // With an acceptance to follow, `pending` has to do; the acceptance waits for `active`.
        waitFor: accepterInstance === undefined ? properties.waitFor : undefined,
        __owner: ownerOf(this, name),
      },
      defined({ ...childOptions, provider: requesterInstance }),
    );
    const last =
      accepterInstance === undefined
        ? connection
        : new Acceptance(
            name,
            {
              cloud,
              connectionId: connection.id,
              requester: { vpcId: requester.vpcId },
              accepter: connection.accepter,
              timeouts: opts.customTimeouts,
              __owner: ownerOf(this, name),
            },
            defined({ ...childOptions, provider: accepterInstance }),
          );

    this.connectionId = last.id;
    this.status = last.status;
    this.requester = pulumi
      .output(connection.requester)
      .apply((side) => (accountIn(side) === undefined ? withOwner(side, connection) : pulumi.output(side)));
    this.accepter = connection.accepter;
    this.registerOutputs({
      connectionId: this.connectionId,
      status: this.status,
      requester: this.requester,
      accepter: this.accepter,
    });

    function withOwner(side: PeeringEnd, { account }: Connection): pulumi.Output<PeeringEnd> {
      return account.apply((owner) => ({ ...side, [accountKey]: owner }));
    }
  }
}

/** A side as the engine gets it: without the provider instance, and without what is not said. */
function sideOf({ provider: _provider, ...side }: Record<string, unknown>): pulumi.Inputs {
  return defined(side);
}

function accountIn<T>(side: { accountId?: T; projectId?: T }): T | undefined {
  return side.accountId ?? side.projectId;
}
