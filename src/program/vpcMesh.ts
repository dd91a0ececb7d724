import type * as pulumi from "@pulumi/pulumi";
import { accountKeyOf } from "../model/account";
import { shown } from "../model/shown";
import type { PeeringStatus } from "../model/status";
import { given } from "./given";
import { chooseInstance, providerOf } from "./instances/choose";
import type { PeeringOptions } from "./resources/options";
import { optionsGiven } from "./resources/options";
import type { VpcMeshArgs } from "./topologies/args";
import { complaintsAboutMembers, refuseIfAny } from "./topologies/complaints";
import { MeshEnds } from "./topologies/meshEnds";
import type { Member, Plan, PlannedPair } from "./topologies/plan";
import { COMMON_NAMES, complaintsAboutKeys, complaintsAboutNames, membersOf } from "./topologies/plan";
import { Topology } from "./topologies/topology";

const REMEDY =
  "All connections of a mesh have the same properties: make a mesh of the members for which they hold, and connect the others by VpcHub or VpcPeering.";

/**
 * VPCs of which each is connected with each other: a {@link VpcPeering} for every pair, named `<name>-<a>-<b>`, requested by
 * the member whose key sorts first. N members have N × (N − 1) / 2 connections.
 *
 * @example
 * const mesh = new VpcMesh("mesh", {
 *   cloud: "alicloud",
 *   members: { app: { vpcId: appVpc.id }, data: { vpcId: dataVpc.id }, tools: { vpcId: toolsVpc.id, provider: tools } },
 *   routes: true,
 * });
 * export const ids = mesh.connectionIds;
 */
export class VpcMesh extends Topology {
  /** The connections' ids in the cloud, by the keys of both members: `mesh.connectionIds["app-data"]`. */
  readonly connectionIds: pulumi.Output<Record<string, string>>;
  /** The connections' statuses when they were last looked at, by the keys of both members. */
  readonly statuses: pulumi.Output<Record<string, PeeringStatus>>;

  constructor(name: string, args: VpcMeshArgs, opts?: PeeringOptions) {
    const whose = `VpcMesh ${shown(name)}`;
    const options = optionsGiven(whose, opts);
    const said = given(whose, args, {
      objects: { members: { need: "nowIfAny" } },
      names: ["cloud", "members", ...COMMON_NAMES],
    });
    super("VpcMesh", name, said.cloud, options);
    const { cloud, members: record, ...common } = said;
    const names = ["vpcId", "region", accountKeyOf(cloud), "provider", "routes"];
    const members = membersOf(whose, "members", record, names);
    const sorted = pairsOf(members);
    const keyOf = ([one, other]: [Member, Member]): string => `${one.key ?? ""}-${other.key ?? ""}`;
    refuseIfAny(whose, [
      ...(members.length < 2 ? [`members has ${members.length}: a mesh has at least two.`] : []),
      ...complaintsAboutKeys(members),
      ...complaintsAboutNames(
        name,
        sorted.map((pair) => ({ key: keyOf(pair), ends: pair })),
      ),
      ...complaintsAboutMembers(cloud, members),
    ]);
    const instance = chooseInstance(cloud, "opts", providerOf(this, options));
    const ends = new MeshEnds(cloud, instance);
    refuseIfAny(whose, ends.complaints(sorted));
    const pairs = sorted.map(([requester, accepter]): PlannedPair => ({
      key: keyOf([requester, accepter]),
      requester,
      accepter,
      regions: [ends.regionOf(requester), ends.regionOf(accepter)],
      args: { ...common, requester: requester.said, accepter: ends.accepter(accepter, requester) },
    }));
    const plan: Plan = { cloud, members, pairs, remedy: REMEDY };
    ({ connectionIds: this.connectionIds, statuses: this.statuses } = this.peer(
      name,
      { whose, plan },
      options,
    ));
  }
}

/** Every pair once, the one that sorts first being first. */
function pairsOf(sorted: readonly Member[]): [Member, Member][] {
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).map((other): [Member, Member] => [one, other]),
  );
}
