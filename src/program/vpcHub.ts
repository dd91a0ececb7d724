import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../model/shown";
import type { PeeringStatus } from "../model/status";
import { given, orElse } from "./given";
import { chooseInstance, providerOf } from "./instances/choose";
import { surroundingsOf } from "./instances/surroundings";
import type { PeeringOptions } from "./resources/options";
import { optionsGiven } from "./resources/options";
import type { VpcHubArgs } from "./topologies/args";
import { complaintsAboutMembers, refuseIfAny } from "./topologies/complaints";
import type { Member, MemberSaid, Plan, PlannedPair } from "./topologies/plan";
import { COMMON_NAMES, complaintsAboutKeys, membersOf, SIDE_NAMES } from "./topologies/plan";
import { Topology } from "./topologies/topology";

const REMEDY =
  "What is of some spokes only is said of them: `bandwidth`, say, in `spokes.KEY` instead of beside `hub`.";

/**
 * A VPC in the middle, and any number of others that are connected with it: a {@link VpcPeering} for each spoke, named
 * `<name>-<key>`, requested by the hub. A spoke reaches the hub, never another spoke: VPC peering is no transit.
 *
 * @example
 * const network = new VpcHub("network", {
 *   cloud: "alicloud",
 *   hub: { vpcId: hubVpc.id },
 *   spokes: { app: { vpcId: appVpc.id }, data: { vpcId: dataVpc.id, region: "cn-beijing", bandwidth: 200 } },
 *   routes: true,
 * });
 * export const ids = network.connectionIds;
 */
export class VpcHub extends Topology {
  /** The connections' ids in the cloud, by the spokes' keys: `hub.connectionIds.app`. */
  readonly connectionIds: pulumi.Output<Record<string, string>>;
  /** The connections' statuses when they were last looked at, by the spokes' keys. */
  readonly statuses: pulumi.Output<Record<string, PeeringStatus>>;

  constructor(name: string, args: VpcHubArgs, opts?: PeeringOptions) {
    const whose = `VpcHub ${shown(name)}`;
    const options = optionsGiven(whose, opts);
    const said = given(whose, args, {
      objects: { hub: { need: "now" }, spokes: { need: "nowIfAny" } },
      names: ["cloud", "hub", "spokes", ...COMMON_NAMES],
    });
    super("VpcHub", name, said.cloud, options);
    const { cloud, hub, spokes: record, ...common } = said;
    const spokes = membersOf(whose, "spokes", record, [...SIDE_NAMES, ...COMMON_NAMES]);
    const middle: Member = { path: "hub", said: hub as MemberSaid };
    const members = [middle, ...spokes];
    refuseIfAny(whose, [
      ...((record as unknown) === undefined ? ["spokes is missing: it must be an object of spokes."] : []),
      ...complaintsAboutKeys(spokes),
      ...complaintsAboutMembers(cloud, members),
    ]);
    const instance = chooseInstance(cloud, "hub", hub.provider ?? providerOf(this, options));
    const hubRegion = orElse(hub.region, () => surroundingsOf(cloud, instance).region());
    const pairs = spokes.map((spoke): PlannedPair => {
      const { side, own } = parted(spoke.said);
      const its = chooseInstance(cloud, spoke.path, side.provider as pulumi.ProviderResource | undefined);
      const region = orElse(side.region, () =>
        its === undefined ? hubRegion : surroundingsOf(cloud, its).region(),
      );
      return {
        key: spoke.key ?? "",
        requester: middle,
        accepter: spoke,
        regions: [hubRegion, region],
        args: { ...common, ...before(own, common), requester: hub, accepter: side },
      };
    });
    const plan: Plan = { cloud, members, pairs, remedy: REMEDY };
    ({ connectionIds: this.connectionIds, statuses: this.statuses } = this.peer(
      name,
      { whose, plan },
      options,
    ));
  }
}

/** What a spoke says of its own side, and what of its peering. */
function parted(said: MemberSaid): { side: MemberSaid; own: object } {
  const isOfSide = (name: string): boolean => (SIDE_NAMES as readonly string[]).includes(name);
  const entries = Object.entries(said);
  return {
    side: Object.fromEntries(entries.filter(([name]) => isOfSide(name))),
    own: Object.fromEntries(entries.filter(([name]) => !isOfSide(name))),
  };
}

/** What a spoke says of its peering; where that turns out to be nothing, what is said of all. */
function before(own: object, common: object): object {
  const ofAll = common as Record<string, pulumi.Input<unknown>>;
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, orElse<unknown>(value, () => ofAll[name])]),
  );
}
