import * as pulumi from "@pulumi/pulumi";
import type { PeeringEnd } from "./args";
import { chooseInstance, providerOf } from "./instances/choose";
import { surroundingsOf } from "./instances/surroundings";
import { sayIfUnchecked } from "./instances/unchecked";
import type { VpcPeeringArgs } from "./clouds/registry";
import { defined } from "../model/defined";
import { accountOf } from "../model/account";
import type { PeeringStatus } from "../model/status";
import type { Told } from "../model/told";
import { shown } from "../model/shown";
import { declareRoutes } from "./endRoutes";
import { orElse } from "./given";
import type { EndRoutes } from "./routes";
import { routedInput, wantedRoutes } from "./routes";
import type { ExistingPeering } from "./existing";
import { isExisting, saidOf } from "./existing";
import { declareOnce } from "./pairs";
import { Acceptance } from "./resources/acceptance";
import { isKnown } from "./resources/known";
import type { EndBlocks } from "./resources/connection";
import { Connection } from "./resources/connection";
import { PeeringComponent } from "./resources/component";
import type { PeeringOptions } from "./resources/options";
import { childOptions, connectionOptions, optionsGiven } from "./resources/options";
import { ownerOf } from "./resources/owner";
import { placedEnds } from "./placedEnds";
import { withOwner } from "./sides";

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
export class VpcPeering extends PeeringComponent {
  /** The connection's id in the cloud. Known in previews, except in that of its making or replacement. */
  readonly connectionId: pulumi.Output<string>;
  /** The connection's status when it was last looked at. */
  readonly status: pulumi.Output<PeeringStatus>;
  /** The requester's end: VPC, region, account. */
  readonly requester: pulumi.Output<PeeringEnd>;
  /** The accepter's end: VPC, region, account. */
  readonly accepter: pulumi.Output<PeeringEnd>;
  /** The routes through the connection that are written here, by end: table, destination and status. */
  readonly routes: pulumi.Output<EndRoutes>;

  /** @internal What a preflight of it tells the hub or mesh that it is a part of, and the blocks that were seen earlier. */
  readonly told: {
    readonly now: readonly pulumi.Output<Told | undefined>[];
    readonly before: readonly pulumi.Output<EndBlocks | undefined>[];
  };

  constructor(name: string, args: VpcPeeringArgs, opts?: PeeringOptions) {
    const said = saidOf(name, args);
    const options = optionsGiven(`VpcPeering ${shown(name)}`, opts);
    super("VpcPeering", name, said.cloud, options);
    const ends = isExisting(said) ? this.read(name, said, options) : this.declare(name, said, options);
    this.told = ends.told;
    this.connectionId = ends.last.id;
    this.status = ends.last.status;
    this.requester = pulumi
      .output(ends.connection.requester)
      .apply((side) =>
        accountOf(side) === undefined ? withOwner(side, ends.connection, said.cloud) : pulumi.output(side),
      );
    this.accepter = ends.connection.accepter;
    const { routes } = ends;
    this.routes = pulumi.output(
      Object.fromEntries(Object.entries(routes).map(([end, own]) => [end, own.routes])),
    );
    this.complete({
      connectionId: this.connectionId,
      status: this.status,
      requester: this.requester,
      accepter: this.accepter,
      ...(Object.keys(routes).length > 0 ? { routes: this.routes } : {}),
    });
  }

  /**
   * Reads a connection that something else manages, and never changes or deletes it. That there is none is an error.
   *
   * @param where The cloud, and the region and provider instance of one of its two sides.
   */
  static get(
    name: string,
    connectionId: pulumi.Input<string>,
    where: Omit<ExistingPeering, "connectionId">,
    opts?: PeeringOptions,
  ): VpcPeering {
    const existing: ExistingPeering = { ...where, connectionId };
    return new VpcPeering(name, existing as unknown as VpcPeeringArgs, opts);
  }

  private read(name: string, args: ExistingPeering, opts: PeeringOptions): Ends {
    const { cloud, connectionId, region, provider } = args;
    const instance = chooseInstance(cloud, "requester", provider ?? providerOf(this, opts));
    const requester = { region: orElse(region, () => surroundingsOf(cloud, instance).region()) };
    const inputs = { cloud, requester, accepter: {}, timeouts: undefined, __owner: ownerOf(this) };
    const options = defined({ parent: this, provider: instance });
    const connection = new Connection(name, inputs, { ...options, id: connectionId });
    return { connection, last: connection, routes: {}, told: { now: [], before: [] } };
  }

  private declare(name: string, args: VpcPeeringArgs, opts: PeeringOptions): Ends {
    const { cloud, requester, accepter, routes: _, preflight: said, ...properties } = args;
    const preflight = orElse<boolean | undefined>(said, preflightOfStack);
    const ends = placedEnds(args, providerOf(this, opts));
    const [asking, accepting] = [ends.requester.instance, ends.accepter.instance];
    const isOwn = accepting === undefined && accountOf(accepter) === undefined;
    const wanted = wantedRoutes(`VpcPeering ${shown(name)}`, args);
    const __routed = routedInput(wanted.requester, wanted.accepter);
    const whole = wholeOf(opts.parent);
    const isTold = whole !== undefined && preflight !== undefined && pulumi.runtime.isDryRun();
    const both = {
      cloud,
      preflight,
      __together: isTold ? true : undefined,
      timeouts: opts.customTimeouts,
      __routed,
    };
    const pair = { cloud, name, requester: requester.vpcId, accepter: accepter.vpcId, whole };
    const connection = new Connection(
      name,
      {
        ...properties,
        ...both,
        __isOwn: preflight === true && isOwn ? true : undefined,
        requester: ends.requester.side,
        accepter: ends.accepter.side,
        // With an acceptance to follow, `pending` has to do; the acceptance waits for `active`.
        waitFor: accepting === undefined ? properties.waitFor : undefined,
        __waitFor: accepting === undefined ? undefined : properties.waitFor,
        __owner: declareOnce(pair).then(() => ownerOf(this)),
      },
      connectionOptions(this, opts, asking),
    );
    if (preflight === true) sayIfUnchecked(connection, asking);
    const accept = (): Acceptance =>
      new Acceptance(
        name,
        {
          ...both,
          connectionId: connection.id,
          requester: { vpcId: requester.vpcId },
          accepter: ifKnown(connection.accepter, ends.accepter.side),
          __blocks: preflight === undefined ? undefined : connection.__blocks,
          __owner: ownerOf(this),
        },
        childOptions(this, opts, accepting),
      );
    const acceptance = accepting === undefined ? undefined : accept();
    if (preflight === true && acceptance !== undefined) sayIfUnchecked(acceptance, accepting);
    const last = acceptance ?? connection;
    const routes = declareRoutes({
      name,
      cloud,
      connectionId: last.id,
      ends: {
        requester: {
          ...ends.requester,
          vpcId: requester.vpcId,
          wanted: wanted.requester,
          seenBy: connection,
        },
        accepter: {
          ...ends.accepter,
          vpcId: accepter.vpcId,
          wanted: wanted.accepter,
          instance: accepting ?? asking,
          seenBy: acceptance ?? (isOwn ? connection : undefined),
        },
      },
      told: last,
      isAccepted: acceptance !== undefined,
      inputs: { preflight, timeouts: opts.customTimeouts, __owner: ownerOf(this) },
      optionsFor: (instance) => childOptions(this, opts, instance),
    });
    const sides = [connection, ...(acceptance === undefined ? [] : [acceptance])];
    const told = {
      now: isTold ? sides.map((side) => side.__told) : [],
      before: isTold && __routed !== undefined ? sides.map((side) => side.__ends) : [],
    };
    return { connection, last, routes, told };
  }
}

/** An output that is known as a whole; else, in a preview, what is known of it part by part. */
function ifKnown(whole: pulumi.Output<object>, parts: pulumi.Inputs): Promise<pulumi.Input<object>> {
  return isKnown(whole).then((known) => (known ? whole : parts));
}

/** The hub or mesh that a peering is a part of. */
function wholeOf(parent: pulumi.Resource | undefined): PeeringComponent | undefined {
  return parent instanceof PeeringComponent && parent.isOfPeerings ? parent : undefined;
}

/** What the stack says for all peerings that say nothing themselves. */
function preflightOfStack(): boolean | undefined {
  return new pulumi.Config("vpc-peering").getBoolean("preflight");
}

/** The connection, the resource that is finished last of those that carry it, and the routes of either end. */
interface Ends {
  connection: Connection;
  last: Connection | Acceptance;
  routes: ReturnType<typeof declareRoutes>;
  told: VpcPeering["told"];
}
