import type { ConnectionSpec, Peering, Side } from "../../../model/peering";
import type { EndName } from "../../../model/ends";
import type { Told } from "../../../model/told";
import { DEAD, GOING } from "../../../model/status";
import { factsOf } from "../../../model/clouds";
import { isKnown } from "../../../model/unknown";
import { shown } from "../../../model/shown";
import type { Planned } from "../connection/judge";
import { isOurs } from "../connection/judge";
import type { Work } from "../work";
import { earlierConnections, isToBeMade } from "./earlier";
import type { Knowledge } from "./knowledge";
import { overlaps } from "./overlap";
import type { Report } from "./report";

type Vpc = Pick<Side, "vpcId">;

/** An end that a connection is counted for, the other one, and which of the counted ones will be gone by then. */
interface Counted {
  end: EndName;
  side: Side;
  other: Vpc;
  isReplaced: (seen: Peering) => boolean;
}

/** One preflight under way: asks the cloud, and puts what it finds into the report. */
export class Inspection {
  /** What a hub or a mesh has to know of its other parts. */
  readonly seen: Omit<Told, "complaints"> = { beyond: [], blocks: {} };

  constructor(
    readonly report: Report,
    private readonly knowledge: Knowledge,
    private readonly work: Work,
  ) {}

  /** The address blocks of one end's VPC; nothing if it is not known yet, or the keys do not see it. */
  async addresses(end: EndName, side: Side): Promise<string[] | undefined> {
    const { cloud, context } = this.work;
    const { preflightReads } = cloud;
    const what = `the ${end}'s VPC`;
    if (!isKnown([side.vpcId, side.region])) {
      this.report.skip(what, "it is not known yet");
      return undefined;
    }
    if (preflightReads.addresses === undefined) {
      this.report.skip(what, "this cloud cannot be asked for it");
      return undefined;
    }
    const answer = await this.report.ask(what, async () => ({
      blocks: await preflightReads.addresses?.(side, context),
    }));
    if (answer !== undefined && answer.blocks === undefined) {
      this.report.complaints.push(
        `${end}.vpcId is ${shown(side.vpcId)}: account ${side.account} has no such VPC in ${side.region}. Check the id, the region, and whose keys these are.`,
      );
    }
    if (answer?.blocks !== undefined) this.seen.blocks[end] = answer.blocks;
    return answer?.blocks;
  }

  /** Tells of addresses that both ends have. `requester` and `accepter` are a VPC and its blocks each. */
  compare(
    requester: readonly [Vpc, readonly string[] | undefined],
    accepter: typeof requester,
    { isRouted }: { isRouted: boolean },
  ): void {
    const [[here, blocks], [there, otherBlocks]] = [requester, accepter];
    const pairs = overlaps(blocks ?? [], otherBlocks ?? []);
    if (pairs.length === 0) return;
    const named = pairs.map(([one, other]) => (one === other ? one : `${one} with ${other}`)).join(", ");
    const told = `requester.vpcId ${here.vpcId} and accepter.vpcId ${there.vpcId} have addresses in common: ${named}.`;
    if (isRouted && factsOf(this.work.cloud.name).routing?.ownRefused === "subnets") {
      this.report.warn(
        `${told} Routes to subnets that only one of them has work all the same: name their blocks in \`destinations\`.`,
      );
      return;
    }
    this.report.complaints.push(
      `${told} Such addresses cannot be routed through a connection: peer VPCs with different blocks, or turn preflight off if only other parts of them are to talk.`,
    );
  }

  /** Looks at a pair of VPCs that is about to be connected. `blocks` are the requester's. */
  async pair(planned: Planned, blocks: string[] | undefined): Promise<void> {
    const { report, knowledge, work } = this;
    const { spec, own, adopt } = planned;
    const { requester, accepter } = spec;
    const isOwn = accepter.account === own;
    if (isOwn) {
      const others = await this.addresses("accepter", accepter);
      this.compare([requester, blocks], [accepter, others], planned);
    } else {
      const whose = isKnown(accepter.account) ? `account ${accepter.account}` : "the accepter's account";
      report.skip("the accepter's VPC", `only the keys of ${whose} see it`);
    }
    if (!isKnown([requester.vpcId, accepter.vpcId, accepter.region])) {
      report.skip("what depends on both VPCs", "not both are known yet");
      return;
    }
    if (!isKnown(adopt)) {
      report.skip("earlier connections and what depends on them", "adopt is not known yet");
      return;
    }
    const found = await earlierConnections(spec, { report, knowledge, work });
    if (found !== undefined && !isToBeMade(found, planned, report, work)) return;
    const isReplaced = (seen: Peering): boolean => isOurs(seen, planned);
    await this.quota({ end: "requester", side: requester, other: accepter, isReplaced });
    if (isOwn) await this.quota({ end: "accepter", side: accepter, other: requester, isReplaced });
    await this.rehearse(spec);
  }

  /** Complains if a new connection is more than the quota allows. */
  async quota({ end, side, other, isReplaced }: Counted): Promise<void> {
    const { report, knowledge, work } = this;
    const { preflightReads, list } = work.cloud;
    if (preflightReads.quota === undefined) return;
    if (list === undefined) {
      report.skip("the quota", "this cloud has no list of connections to count");
      return;
    }
    const { vpcId, region, account } = side;
    const answer = await report.ask("the quota", async () => ({
      quota: await preflightReads.quota?.({ region }, work.context),
      present: await knowledge.connectionsIn(region, work),
    }));
    if (answer?.quota === undefined) return;
    const { per, limit } = answer.quota;
    const scope = per === "vpc" ? vpcId : `${account} in ${region}`;
    const planned = knowledge.plan(scope, [side, other]);
    const isCounted = (one: Peering): boolean => {
      const isAlive = !DEAD.has(one.status) && !GOING.has(one.status) && !isReplaced(one);
      return isAlive && (per === "project" || one.requester.vpcId === vpcId || one.accepter.vpcId === vpcId);
    };
    const used = answer.present.filter(isCounted).length;
    if (used + planned <= limit) return;
    const owner = per === "vpc" ? "it" : `project ${account}`;
    this.seen.beyond.push({
      scope,
      planned,
      complaint: `${end}.vpcId is ${shown(vpcId)}: ${owner} has ${used} of ${limit} connections, and this run makes ${planned} more. Delete connections that nobody uses, or ask the cloud for a higher quota.`,
    });
  }

  /** Has the cloud try the create, as far as nothing is known to be in its way. */
  private async rehearse(spec: ConnectionSpec): Promise<void> {
    const { report, work } = this;
    const { preflightReads } = work.cloud;
    if (preflightReads.rehearse === undefined) {
      report.skip("the right to create", "this cloud has no dry run");
      return;
    }
    if (report.complaints.length + this.seen.beyond.length > 0) return;
    if (!isKnown(spec)) {
      report.skip("a dry run of the create", "some values are not known yet");
      return;
    }
    await report.askLeave("a dry run of the create", async () =>
      preflightReads.rehearse?.(spec, work.context),
    );
  }
}
