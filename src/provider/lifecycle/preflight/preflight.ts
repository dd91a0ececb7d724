import { verbOf } from "../../clouds/verbs";
import { overlaps } from "./overlap";
import type { ConnectionSpec, Peering, Side, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import { changeable, difference } from "../../../model/difference";
import { DEAD, GOING } from "../../../model/status";
import { isKnown } from "../../../model/unknown";
import type { Wanted } from "../steps/ensure";
import { judge, notOurs } from "../steps/ensure";
import type { Findings } from "./report";
import { Report } from "./report";
import type { Work } from "../session";

/** How long the preflights of one process may take together, in milliseconds: the engine makes them one after another. */
const TOGETHER_MS = 30_000;

/** A connection that is about to be made, and whose the keys are. */
export interface Planned extends Wanted {
  own: string;
}

/** What a preflight of the accepter's side needs to know of the other. */
export interface OtherEnd {
  vpcId: string;
  /** Its address blocks, if nobody has compared them yet. */
  blocks: readonly string[] | undefined;
}

/** What the keys of one process can tell of connections that are about to be made. Each question is asked once. */
export class Preflight {
  private readonly connections = new Map<string, Promise<Peering[]>>();
  /** The connections that this run is going to make, by what their quota is counted for. */
  private readonly planned = new Map<string, Set<string>>();
  private spentMs = 0;

  /**
   * Looks at a connection with the requester's keys. Answers the requester's blocks too, unless they have been
   * compared already.
   */
  async ofConnection(
    { requester, accepter }: VpcPair,
    plan: () => Promise<Planned>,
    work: Work,
  ): Promise<{ findings: Findings; blocks: string[] }> {
    const report = new Report();
    let blocks: string[] = [];
    await this.inTime(report, work, async () => {
      if (!isKnown(requester)) {
        report.skip("this connection", "the requester's VPC is not known yet");
        return;
      }
      const planned = await report.ask("the keys", plan);
      if (planned === undefined) return;
      const here = await this.addresses("requester", planned.spec.requester, report, work);
      if (!isKnown([accepter.vpcId, accepter.region])) {
        report.skip("all that concerns the accepter's VPC", "it is not known yet");
        return;
      }
      if (planned.spec.accepter.account !== planned.own) blocks = here ?? [];
      await this.pair(planned, here, report, work);
    });
    return { findings: report.findings(), blocks };
  }

  private async pair(
    planned: Planned,
    here: string[] | undefined,
    report: Report,
    work: Work,
  ): Promise<void> {
    const { spec, markers, own } = planned;
    const { requester, accepter } = spec;
    const isOwn = accepter.account === own;
    if (isOwn) {
      const there = await this.addresses("accepter", accepter, report, work);
      compare(["requester.vpcId", requester, here], ["accepter.vpcId", accepter, there], report);
    } else {
      const whose = isKnown(accepter.account) ? `account ${accepter.account}` : "the accepter's account";
      report.skip("the accepter's VPC", `only the keys of ${whose} see it`);
    }
    const found = await this.found(spec, report, work);
    if (found !== undefined && !this.isNew(found, planned, report, work)) return;
    const isReplaced = (seen: Peering): boolean => markers.includes(seen.owner?.marker ?? "");
    await this.quota("requester.vpcId", requester, accepter, isReplaced, report, work);
    if (isOwn) await this.quota("accepter.vpcId", accepter, requester, isReplaced, report, work);
    await rehearse(spec, report, work);
  }

  /** Looks at the accepter's side with the accepter's keys. */
  async ofAccepter(side: () => Promise<Side>, requester: OtherEnd, work: Work): Promise<Findings> {
    const report = new Report();
    await this.inTime(report, work, async () => {
      const accepter = await report.ask("the accepter's keys", side);
      if (accepter === undefined) return;
      if (!isKnown(accepter)) {
        report.skip("the accepter's VPC", "it is not known yet");
        return;
      }
      const here = await this.addresses("accepter", accepter, report, work);
      const { vpcId, blocks } = requester;
      if (blocks === undefined) report.skip("overlapping addresses", "the requester's are not known yet");
      else compare(["requester.vpcId", { vpcId }, blocks], ["accepter.vpcId", accepter, here], report);
      await this.quota("accepter.vpcId", accepter, requester, () => false, report, work);
    });
    return report.findings();
  }

  private async inTime(report: Report, { context }: Work, look: () => Promise<void>): Promise<void> {
    const { clock } = context;
    if (this.spentMs >= TOGETHER_MS) {
      report.skip("this connection", `the ${TOGETHER_MS / 1000} s that preflights may take are used up`);
      return;
    }
    const startedAt = clock.now();
    await look();
    this.spentMs += clock.now() - startedAt;
  }

  private async addresses(
    end: "requester" | "accepter",
    side: Side,
    report: Report,
    { cloud, context }: Work,
  ): Promise<string[] | undefined> {
    const blocks = await report.ask(`the ${end}'s VPC`, async () => ({
      seen: await cloud.preflightReads.addresses(side, context),
    }));
    if (blocks !== undefined && blocks.seen === undefined) {
      report.complaints.push(
        `${end}.vpcId is ${JSON.stringify(side.vpcId)}: account ${side.account} has no such VPC in ${side.region}. Check the id, the region, and whose keys these are.`,
      );
    }
    return blocks?.seen;
  }

  /** The connections that may stand in the way of a new one, as far as this cloud can be asked for them. */
  private async found(pair: VpcPair, report: Report, work: Work): Promise<Peering[] | undefined> {
    const { cloud, context } = work;
    const [what, find] = ["earlier connections", cloud.find];
    if (cloud.list !== undefined) return await report.ask(what, () => this.present(pair.requester, work));
    if (find !== undefined) return await report.ask(what, () => find(pair, context));
    report.skip(what, "this cloud cannot be asked for them");
    return undefined;
  }

  /** The connections of a region that are there now. */
  private async present({ region }: Pick<Side, "region">, { cloud, context }: Work): Promise<Peering[]> {
    const read = async (): Promise<Peering[]> => {
      const all: Peering[] = [];
      for await (const { rows } of verbOf(cloud, "list")({ region }, context)) all.push(...rows);
      return all;
    };
    const known = this.connections.get(region) ?? read();
    this.connections.set(region, known);
    return await known;
  }

  /** Whether a connection has to be made; says what is there otherwise. */
  private isNew(found: readonly Peering[], wanted: Wanted, report: Report, { cloud }: Work): boolean {
    const { adopt } = wanted;
    const candidates = found.filter(
      (one) => joins(one, wanted.spec) && (typeof adopt !== "string" || one.id === adopt),
    );
    const spec = withAccountOf(candidates[0], wanted.spec);
    const verdict = judge(candidates, { ...wanted, spec });
    if (verdict === undefined) {
      if (typeof adopt !== "string") return true;
      report.complaints.push(
        `adopt is ${JSON.stringify(adopt)}: there is no such connection between these VPCs. Check the id, or leave \`adopt\` out to make a new one.`,
      );
      return false;
    }
    if ("remove" in verdict) return true;
    if ("foreign" in verdict) report.complaints.push(notOurs(verdict.foreign, spec).message);
    else report.note(taken(verdict.take, wanted, cloud.name));
    return false;
  }

  private async quota(
    input: string,
    side: Side,
    other: Pick<Side, "vpcId">,
    isReplaced: (seen: Peering) => boolean,
    report: Report,
    work: Work,
  ): Promise<void> {
    const { preflightReads } = work.cloud;
    if (preflightReads.quota === undefined) return;
    if (work.cloud.list === undefined) {
      report.skip("the quota", "this cloud has no list of connections to count");
      return;
    }
    const { region } = side;
    const answer = await report.ask("the quota", async () => ({
      quota: await preflightReads.quota?.({ region }, work.context),
      present: await this.present(side, work),
    }));
    if (answer?.quota === undefined) return;
    const { per, limit } = answer.quota;
    const scope = per === "vpc" ? side.vpcId : `${side.account} in ${region}`;
    const planned = this.planned.get(scope) ?? new Set<string>();
    this.planned.set(scope, planned.add([side.vpcId, other.vpcId].sort().join(" ")));
    const counts = (one: Peering): boolean => {
      const isAlive = !DEAD.has(one.status) && !GOING.has(one.status) && !isReplaced(one);
      const ends = [one.requester, one.accepter];
      return isAlive && (per === "project" || ends.some(({ vpcId }) => vpcId === side.vpcId));
    };
    const used = answer.present.filter(counts).length;
    if (used + planned.size <= limit) return;
    const owner = per === "vpc" ? "it" : `project ${side.account}`;
    report.complaints.push(
      `${input} is ${JSON.stringify(side.vpcId)}: ${owner} has ${used} of ${limit} connections, and this run makes ${planned.size} more. Delete connections that nobody uses, or ask the cloud for a higher quota.`,
    );
  }
}

/** Until the accepter's account is known, that of an existing connection passes for it. */
function withAccountOf(existing: Peering | undefined, spec: ConnectionSpec): ConnectionSpec {
  if (existing === undefined || isKnown(spec.accepter.account)) return spec;
  return { ...spec, accepter: { ...spec.accepter, account: existing.accepter.account } };
}

type End = readonly [input: string, side: Pick<Side, "vpcId">, blocks: readonly string[] | undefined];

function compare([input, side, blocks]: End, [otherInput, other, otherBlocks]: End, report: Report): void {
  if (blocks === undefined || otherBlocks === undefined) return;
  const pairs = overlaps(blocks, otherBlocks);
  if (pairs.length === 0) return;
  const named = pairs.map(([one, another]) => (one === another ? one : `${one} with ${another}`)).join(", ");
  report.complaints.push(
    `${input} ${side.vpcId} and ${otherInput} ${other.vpcId} have addresses in common: ${named}. Such addresses cannot be routed through a connection: peer VPCs with different blocks, or turn preflight off if only other parts of them are to talk.`,
  );
}

/** Has the cloud try the create, as far as nothing is known to be in its way. */
async function rehearse(spec: ConnectionSpec, report: Report, { cloud, context }: Work): Promise<void> {
  const { preflightReads } = cloud;
  if (preflightReads.rehearse === undefined) {
    report.skip("the right to create", "this cloud has no dry run");
    return;
  }
  if (report.complaints.length > 0) return;
  if (!isKnown(spec)) {
    report.skip("a dry run of the create", "some values are not known yet");
    return;
  }
  await report.ask(
    "a dry run of the create",
    async () => await preflightReads.rehearse?.(spec, context),
    true,
  );
}

/** A connection that exists already and becomes this stack's, and what will be changed on it. */
function taken(seen: Peering, { spec, markers }: Wanted, cloud: Work["cloud"]["name"]): string {
  const { id, cloudStatus, owner } = seen;
  const isOurs = markers.includes(owner?.marker ?? "");
  const whose = owner === undefined ? "nobody's stack" : `the stack ${owner.stack ?? "that made it"}`;
  const { owner: _, ...declared } = spec;
  const change = difference(changeable(declared, cloud), seen);
  const fields = [
    ...Object.entries(change?.set ?? {}).map(([name, value]) => {
      return `${name} from ${JSON.stringify(seen[name as keyof Peering])} to ${JSON.stringify(value)}`;
    }),
    ...Object.entries(change?.setTags ?? {}).map(([key, value]) => `tag ${key} to ${JSON.stringify(value)}`),
    ...(change?.dropTags ?? []).map((key) => `tag ${key} to nothing`),
  ];
  const then = fields.length === 0 ? "Nothing of it will change" : `It will change ${fields.join(", ")}`;
  return isOurs
    ? `Connection ${id} (status ${cloudStatus}), which an earlier run made, is gone on with. ${then}.`
    : `Adopts connection ${id} (status ${cloudStatus}, owned by ${whose}). ${then}.`;
}
