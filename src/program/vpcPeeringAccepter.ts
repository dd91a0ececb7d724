import type * as pulumi from "@pulumi/pulumi";
import type { VpcPeeringAccepterArgs } from "./accepterArgs";
import type { PeeringEnd } from "./args";
import { chooseInstance, providerOf } from "./instances/choose";
import { surroundingsOf } from "./instances/surroundings";
import { defined } from "../model/defined";
import { accountKeyOf } from "../model/account";
import type { PeeringStatus } from "../model/status";
import { Acceptance } from "./resources/acceptance";
import { PeeringComponent } from "./resources/component";
import type { PeeringOptions } from "./resources/options";
import { connectionOptions } from "./resources/options";
import { ownerOf } from "./resources/owner";

/**
 * The accepter's half of a connection, for a stack of the account that is asked. It finds the request, by its
 * id or by the two VPCs and the requester's account, checks that it is the one expected, and accepts it. The
 * two stacks can be run in either order: this one waits for the request until its create deadline.
 *
 * @example
 * new VpcPeeringAccepter("from-hub", {
 *   cloud: "alicloud",
 *   requester: { vpcId: "vpc-bp1hub01" },
 *   accepter: { vpcId: spokeVpc.id },
 *   expect: { accountId: "1234567890123456" },
 * });
 */
export class VpcPeeringAccepter extends PeeringComponent {
  /** The connection's id in the cloud. */
  readonly connectionId: pulumi.Output<string>;
  /** The connection's status when it was last looked at. */
  readonly status: pulumi.Output<PeeringStatus>;
  /** Who asked: VPC, region, account. */
  readonly requester: pulumi.Output<PeeringEnd>;

  constructor(name: string, args: VpcPeeringAccepterArgs, opts: PeeringOptions = {}) {
    super("VpcPeeringAccepter", name, args.cloud, opts);
    const { cloud, accepter = {}, ...asked } = args;
    const accountKey = accountKeyOf(cloud);
    const instance = chooseInstance(cloud, "accepter", accepter.provider ?? providerOf(this, opts));
    const own = surroundingsOf(cloud, instance);
    const { vpcId, region = own.region() } = accepter;
    const acceptance = new Acceptance(
      name,
      {
        cloud,
        ...defined(asked),
        accepter: defined({ vpcId, region, [accountKey]: own.declaredAccount }),
        decision: asked.decision ?? "accept",
        onDelete: asked.onDelete ?? "keep",
        timeouts: opts.customTimeouts,
        __owner: ownerOf(this, name),
      },
      connectionOptions(this, opts, instance),
    );

    this.connectionId = acceptance.id;
    this.status = acceptance.status;
    this.requester = acceptance.peer.apply(({ account, ...side }) => ({ ...side, [accountKey]: account }));
    this.registerOutputs({
      connectionId: this.connectionId,
      status: this.status,
      requester: this.requester,
    });
  }
}
