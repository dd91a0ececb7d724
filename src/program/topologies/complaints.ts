import { grouped } from "../../model/grouped";
import type { CloudName } from "../../model/clouds";
import { complaintsAboutRegions } from "../../model/regions";
import { shown } from "../../model/shown";
import { isKnown } from "../../model/unknown";
import { complaintsAboutInstance } from "../instances/choose";
import { refusal } from "../refusal";
import type { Look } from "./look";
import type { Member, Plan, PlannedPair } from "./plan";

/** One error that lists all that is wrong. */
export function refuseIfAny(whose: string, complaints: readonly string[], remedy?: string): void {
  const [first, ...others] = complaints;
  if (first === undefined) return;
  const list =
    others.length === 0
      ? [`${whose}: ${first}`]
      : [`${whose}: ${complaints.length} things are wrong.`, ...complaints.map((one) => `- ${one}`)];
  throw refusal([...list, ...(remedy === undefined ? [] : [remedy])].join("\n"));
}

/** Refuses a topology as far as anything wrong is known of it. */
export function refuseIfUnfit(whose: string, plan: Plan, look: Look): void {
  const ofPairs = complaintsOfPairs(plan.cloud, plan.pairs, look);
  refuseIfAny(
    whose,
    [...twice(plan.members, look), ...ofPairs],
    ofPairs.length === 0 ? undefined : plan.remedy,
  );
}

/** What is wrong with members by themselves: what every one of them needs, and whose keys it may have. */
export function complaintsAboutMembers(cloud: CloudName, members: readonly Member[]): string[] {
  return members.flatMap(({ path, said: { vpcId, provider } }) => [
    ...(vpcId === undefined ? [`${path}.vpcId is missing: it must be the id of a VPC.`] : []),
    ...complaintsAboutInstance(cloud, path, provider),
  ]);
}

/** VPCs that are named more than once. */
function twice(members: readonly Member[], look: Look): string[] {
  const known = members
    .map(({ path, said }) => ({ path, vpcId: look(said.vpcId) }))
    .filter(({ vpcId }) => vpcId !== undefined && isKnown(vpcId));
  return [...grouped(known, ({ vpcId }) => vpcId)]
    .filter(([, same]) => same.length > 1)
    .map(
      ([vpcId, same]) =>
        `${listed(same.map(({ path }) => path))} are the same VPC, ${shown(vpcId)}: two VPCs have one connection, and none has one with itself. Remove all but one, or correct their ids.`,
    );
}

/** What some pairs refuse, each thing once, with all pairs that do. */
function complaintsOfPairs(cloud: CloudName, pairs: readonly PlannedPair[], look: Look): string[] {
  const told = pairs.flatMap((pair) => {
    const { regions, args } = pair;
    const said = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, look(value)]));
    const which = pathOf(pair);
    return complaintsAboutRegions(cloud, said, [look(regions[0]), look(regions[1])]).map((complaint) => ({
      which,
      complaint,
    }));
  });
  return [...grouped(told, ({ complaint }) => complaint)].map(
    ([complaint, same]) => `${listed(same.map(({ which }) => which))}: ${complaint}`,
  );
}

/** Which pair of a topology it is: `spokes.s1`, or `members.a with members.b`. */
export function pathOf({ requester, accepter }: Pick<PlannedPair, "requester" | "accepter">): string {
  return requester.key === undefined ? accepter.path : `${requester.path} with ${accepter.path}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
