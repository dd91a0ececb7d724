import * as pulumi from "@pulumi/pulumi";
import type { VpcPeeringAccepterArgs } from "./accepterArgs";
import type { PeeringEnd } from "./args";
import { declareRoutes } from "./endRoutes";
import { given, orElse } from "./given";
import { refusal } from "./refusal";
import type { EndRoutes } from "./routes";
import { routedInput, routesSaid } from "./routes";
import { chooseInstance, providerOf } from "./instances/choose";
import { surroundingsOf } from "./instances/surroundings";
import { defined } from "../model/defined";
import { accountKeyOf, accountOf } from "../model/account";
import { shown } from "../model/shown";
import type { Side } from "../model/peering";
import type { PeeringStatus } from "../model/status";
import { Acceptance } from "./resources/acceptance";
import { PeeringComponent } from "./resources/component";
import type { PeeringOptions } from "./resources/options";
import { childOptions, connectionOptions, optionsGiven } from "./resources/options";
import { ownerOf } from "./resources/owner";

/** The end that is read here, for its instance and region. */
const ACCEPTER = { need: "nowIfAny", names: ["vpcId", "region", "provider", "routes"] } as const;

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
  /** The routes of the accepter's VPC, if they are written here: table, destination and status. */
  readonly routes: pulumi.Output<Pick<EndRoutes, "accepter">>;

  constructor(name: string, args: VpcPeeringAccepterArgs, opts?: PeeringOptions) {
    const whose = `VpcPeeringAccepter ${shown(name)}`;
    const options = optionsGiven(whose, opts);
    const said = given(whose, args, { objects: { accepter: ACCEPTER } });
    super("VpcPeeringAccepter", name, said.cloud, options);
    const { cloud, accepter = {}, ...asked } = said;
    const { provider, vpcId } = accepter;
    const wanted = routesSaid(whose, "accepter", { own: accepter.routes, common: undefined });
    if (wanted !== undefined && asked.decision === "reject") {
      throw refusal(
        `${whose}: accepter.routes: through a connection that is rejected there are none. Leave them out.`,
      );
    }
    if (wanted !== undefined && vpcId === undefined) {
      throw refusal(
        `${whose}: accepter.vpcId is missing: accepter.routes need to know whose tables they go to.`,
      );
    }
    const accountKey = accountKeyOf(cloud);
    const instance = chooseInstance(cloud, "accepter", provider ?? providerOf(this, options));
    const own = surroundingsOf(cloud, instance);
    const region = orElse(accepter.region, () => own.region());
    const acceptance = new Acceptance(
      name,
      {
        cloud,
        ...defined(asked),
        accepter: defined({ vpcId, region, [accountKey]: own.declaredAccount }),
        decision: orElse(asked.decision, () => "accept"),
        onDelete: orElse(asked.onDelete, () => "keep"),
        timeouts: options.customTimeouts,
        __owner: ownerOf(this),
        __routed: routedInput(wanted),
      },
      connectionOptions(this, options, instance),
    );
    const { requester, expect } = asked;
    const routes = declareRoutes({
      name,
      cloud,
      connectionId: acceptance.id,
      ends: {
        requester: {
          wanted: undefined,
          vpcId: requester?.vpcId ?? expect?.vpcId,
          region: expect?.region ?? region,
          account: expect === undefined ? undefined : accountOf(expect),
          instance,
          seenBy: undefined,
        },
        accepter: { wanted, vpcId, region, account: own.declaredAccount, instance, seenBy: acceptance },
      },
      told: acceptance,
      isAccepted: true,
      inputs: { preflight: undefined, timeouts: options.customTimeouts, __owner: ownerOf(this) },
      optionsFor: (one) => childOptions(this, options, one),
    });

    this.connectionId = acceptance.id;
    this.status = acceptance.status;
    // Until the request has been seen, there is nobody.
    this.requester = acceptance.peer.apply((peer: Side | undefined) => {
      if (peer === undefined) return peer as unknown as PeeringEnd;
      const { account, ...side } = peer;
      return { ...side, [accountKey]: account };
    });
    this.routes = pulumi.output(defined({ accepter: routes.accepter?.routes }));
    this.complete({
      connectionId: this.connectionId,
      status: this.status,
      requester: this.requester,
      ...(wanted === undefined ? {} : { routes: this.routes }),
    });
  }
}
