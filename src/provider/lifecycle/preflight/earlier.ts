import { changeable, difference } from "../../../model/difference";
import { defined } from "../../../model/defined";
import type { ConnectionSpec, Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { PropertyName } from "../../../model/properties";
import { PROPERTY_NAMES } from "../../../model/properties";
import { isKnown } from "../../../model/unknown";
import { shown } from "../../../model/shown";
import type { Wanted } from "../connection/judge";
import { isOurs, judge, notOurs } from "../connection/judge";
import type { Work } from "../work";
import type { Knowledge } from "./knowledge";
import type { Report } from "./report";

/** The connections that may stand in the way of a new one, as far as this cloud can be asked for them. */
export async function earlierConnections(
  pair: VpcPair,
  { report, knowledge, work }: { report: Report; knowledge: Knowledge; work: Work },
): Promise<Peering[] | undefined> {
  const { cloud, context } = work;
  const [what, find] = ["earlier connections", cloud.find];
  const { region } = pair.requester;
  if (cloud.list !== undefined) return await report.ask(what, () => knowledge.connectionsIn(region, work));
  if (find !== undefined) return await report.ask(what, () => find(pair, context));
  report.skip(what, "this cloud cannot be asked for them");
  return undefined;
}

/** Whether a connection has to be made; reports what is there otherwise. */
export function isToBeMade(
  found: readonly Peering[],
  wanted: Wanted,
  report: Report,
  { cloud }: Work,
): boolean {
  const { adopt } = wanted;
  const candidates = found.filter(
    (one) => joins(one, wanted.spec) && (typeof adopt !== "string" || one.id === adopt),
  );
  const known = { ...wanted, spec: knownIn(withAccountOf(candidates[0], wanted.spec)) };
  const verdict = judge(candidates, known);
  if (verdict === undefined) {
    if (typeof adopt !== "string") return true;
    report.complaints.push(
      `adopt is ${shown(adopt)}: there is no such connection between these VPCs. Check the id, or leave \`adopt\` out to make a new one.`,
    );
    return false;
  }
  if ("remove" in verdict) return true;
  if ("foreign" in verdict) report.complaints.push(notOurs(verdict.foreign, wanted).message);
  else {
    for (const name of unknownIn(wanted.spec)) report.skip(name, "it is not known yet");
    report.note(takenOver(verdict.take, known, cloud));
  }
  return false;
}

/** Until the accepter's account is known, that of an existing connection passes for it. */
function withAccountOf(existing: Peering | undefined, spec: ConnectionSpec): ConnectionSpec {
  if (existing === undefined || isKnown(spec.accepter.account)) return spec;
  return { ...spec, accepter: { ...spec.accepter, account: existing.accepter.account } };
}

/** The properties that are not known yet. */
function unknownIn(spec: ConnectionSpec): PropertyName[] {
  return PROPERTY_NAMES.filter((name) => !isKnown(spec[name]));
}

/** Without the properties that are not known yet: what they will be cannot be compared. */
function knownIn(spec: ConnectionSpec): ConnectionSpec {
  return defined({ ...spec, ...Object.fromEntries(unknownIn(spec).map((name) => [name, undefined])) });
}

/** A connection that exists already and becomes this stack's, and what will be changed on it. */
function takenOver(seen: Peering, wanted: Wanted, { name: cloud }: Pick<Work["cloud"], "name">): string {
  const { id, cloudStatus, owner } = seen;
  const whose = owner === undefined ? "nobody's stack" : `the stack ${owner.stack ?? "that made it"}`;
  const { owner: _, ...declared } = wanted.spec;
  const change = difference(changeable(declared, cloud), seen);
  const fields = [
    ...Object.entries(change?.set ?? {}).map(([name, value]) => {
      return `${name} from ${shown(seen[name as keyof Peering])} to ${shown(value)}`;
    }),
    ...Object.entries(change?.setTags ?? {}).map(([key, value]) => `tag ${key} to ${shown(value)}`),
    ...(change?.dropTags ?? []).map((key) => `tag ${key} to nothing`),
  ];
  const then = fields.length === 0 ? "Nothing of it will change" : `It will change ${fields.join(", ")}`;
  return isOurs(seen, wanted)
    ? `Connection ${id} (status ${cloudStatus}), which an earlier run made, is gone on with. ${then}.`
    : `Adopts connection ${id} (status ${cloudStatus}, owned by ${whose}). ${then}.`;
}
