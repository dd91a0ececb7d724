import { accountOf } from "../../../model/account";
import type { Side, SideInputs } from "../../../model/peering";
import { isKnown } from "../../../model/unknown";
import type { Found } from "../told";
import type { Work } from "../work";
import type { Planned } from "../connection/judge";
import { Inspection } from "./inspection";
import { Knowledge } from "./knowledge";
import type { Findings } from "./report";
import { Report } from "./report";

/** How long the preflights of one process may take together, in milliseconds: the engine makes them one after another. */
const TOGETHER_MS = 30_000;

/** What a preflight of the accepter's side needs to know of the other. */
export interface OtherEnd {
  vpcId: string;
  /** Its address blocks, if nobody has compared them yet. */
  blocks: readonly string[] | undefined;
  /** Whether routes come with the connection. */
  isRouted: boolean;
}

/** What the keys of one process can tell of connections that are about to be made. */
export class Preflight {
  private readonly knowledge = new Knowledge();
  private spentMs = 0;

  /**
   * Looks at a connection with the requester's keys. Answers the requester's blocks too, if they are known; none of
   * them if nobody else has to compare them.
   */
  async ofConnection(
    requester: Partial<SideInputs>,
    plan: () => Promise<Planned>,
    work: Work,
  ): Promise<{ found: Found; blocks: string[] | undefined }> {
    let blocks: string[] | undefined;
    const found = await this.inTime(work, async (inspection) => {
      const { report } = inspection;
      if (!isKnown(requester.region)) {
        report.skip("this connection", "the requester's region is not known yet");
        return;
      }
      const planned = await report.ask("the keys", plan);
      if (planned === undefined) return;
      skipAccountOf(requester, report);
      const { spec, own } = planned;
      const here = await inspection.addresses("requester", spec.requester);
      blocks = spec.accepter.account === own ? [] : here;
      await inspection.pair(planned, here);
    });
    return { found, blocks };
  }

  /** Looks at the accepter's side with the accepter's keys. */
  async ofAccepter(
    declared: Partial<SideInputs>,
    side: () => Promise<Side>,
    { requester, work }: { requester: OtherEnd; work: Work },
  ): Promise<Found> {
    return await this.inTime(work, async (inspection) => {
      const { report } = inspection;
      if (!isKnown(declared.region)) {
        report.skip("the accepter's side", "its region is not known yet");
        return;
      }
      const accepter = await report.ask("the accepter's keys", side);
      if (accepter === undefined) return;
      skipAccountOf(declared, report);
      const here = await inspection.addresses("accepter", accepter);
      if (!isKnown(accepter)) return;
      const { blocks } = requester;
      if (blocks === undefined) report.skip("overlapping addresses", "the requester's are not known yet");
      else inspection.compare([requester, blocks], [accepter, here], requester);
      await inspection.quota({ end: "accepter", side: accepter, other: requester, isReplaced: () => false });
    });
  }

  /** Looks at routes, with the keys of the VPC's owner. */
  async ofRoutes(
    inspect: (report: Report, knowledge: Knowledge) => Promise<void>,
    work: Work,
  ): Promise<Findings> {
    return await this.inTime(work, ({ report }) => inspect(report, this.knowledge));
  }

  private async inTime(work: Work, inspect: (inspection: Inspection) => Promise<void>): Promise<Found> {
    const { clock } = work.context;
    const report = new Report();
    if (this.spentMs >= TOGETHER_MS) {
      report.skip("this connection", `the ${TOGETHER_MS / 1000} s that preflights may take are used up`);
      return { ...report.findings(), seen: { beyond: [], blocks: {} } };
    }
    const startedAt = clock.now();
    const inspection = new Inspection(report, this.knowledge, work);
    await inspect(inspection);
    this.spentMs += clock.now() - startedAt;
    return { ...report.findings(), seen: inspection.seen };
  }
}

/** Keys are compared with the account that an end names once that is known. */
function skipAccountOf(end: Partial<SideInputs>, report: Report): void {
  if (!isKnown(accountOf(end))) report.skip("whose the keys are", "the account named here is not known yet");
}
