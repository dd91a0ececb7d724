import { canonical, isWithin, overlap } from "../../../model/cidr";
import { factsOf } from "../../../model/clouds";
import type { RoutingFacts } from "../../../model/clouds/facts";
import { ownerOf } from "../../../model/owner";
import { isKnown, known } from "../../../model/unknown";
import { routeMark } from "../../clouds/kit/markerTag";
import type { RouteTable, TableRoute } from "../../clouds/routing";
import { declarerOf } from "../connection/spec";
import type { Knowledge, RouteCounts } from "../preflight/knowledge";
import type { Findings, Report } from "../preflight/report";
import type { Caller } from "../resource";
import type { Work } from "../work";
import { SILENT } from "../work";
import type { RoutesInputs } from "./inputs";
import { planned } from "./plan";
import { leadsTo, remedyForSiblings } from "./words";

/** What is asked before routes are written, and of whom. */
interface Question {
  inputs: RoutesInputs;
  /** The connection whose routes will be gone by then. */
  replaced: string | undefined;
  /** What this stack's own routes bear. */
  mark: string;
  facts: RoutingFacts;
  report: Report;
  work: Work;
}

/** Looks, with calls that change nothing, for what would be in the way of routes that are to be written. */
export async function preflightOfRoutes(
  inputs: RoutesInputs,
  caller: Caller,
  replaced: string | undefined,
): Promise<Findings> {
  const { cloud, region, vpcId, tables } = inputs;
  const { routing: facts } = factsOf(cloud);
  const task = { cloud, operation: "preflight", ...(isKnown(region) ? { region } : {}) } as const;
  const work = await caller.session.begin(task, { ...caller, row: SILENT });
  return await caller.session.preflight.ofRoutes(async (report, knowledge) => {
    if (facts === undefined) return;
    if (!isKnown([region, vpcId, tables])) {
      report.skip("the routes", "their VPC or its tables are not known yet");
      return;
    }
    const mark = routeMark(ownerOf(declarerOf(caller)).marker);
    const question = { inputs, replaced, mark, facts, report, work };
    if (isKnown(inputs.destinations)) await lookAtBlocks(question);
    else report.skip("where the routes lead", "the other VPC's blocks are not known yet");
    await lookAtTables(question, knowledge);
    report.skip("the right to write routes", "nothing is tried");
  }, work);
}

/** Whether the VPC's own addresses are in the way. */
async function lookAtBlocks({ inputs, facts, report, work }: Question): Promise<void> {
  const { cloud, region, vpcId, destinations = [] } = inputs;
  const { title } = factsOf(cloud);
  const { preflightReads } = work.cloud;
  const vpc = { region, vpcId };
  const own = await report.ask("the VPC's own blocks", async () =>
    preflightReads.addresses?.(vpc, work.context),
  );
  const blocks = (own ?? []).map((block) => canonical(block) ?? block);
  const isByParts = facts.ownRefused === "subnets" && preflightReads.subnets !== undefined;
  const parts = isByParts
    ? await report.ask("its subnets", async () => preflightReads.subnets?.(vpc, work.context))
    : [];
  for (const destination of destinations) {
    const isRefusedBy = facts.ownRefused === "vpc" ? overlap : isWithin;
    const refusing = facts.ownRefused === "vpc" ? blocks : (parts ?? []);
    const inTheWay = refusing.find((block) => isRefusedBy(destination, block));
    const overlapped = blocks.find((block) => overlap(destination, block));
    if (inTheWay !== undefined) {
      report.complaints.push(
        `destinations has ${destination}: ${title} takes no route into ${vpcId}'s own ${inTheWay}. Leave it out.`,
      );
    } else if (overlapped !== undefined) {
      report.warn(
        `destinations has ${destination}, and ${vpcId} has ${overlapped} itself: what is for its own subnets stays there. Name the blocks of the other VPC's subnets in \`destinations\` instead.`,
      );
    }
  }
}

/** Whether the tables are there, have the destinations free, and have room. */
async function lookAtTables(question: Question, knowledge: Knowledge): Promise<void> {
  const { inputs, replaced, mark, report, work } = question;
  const { region, vpcId, connectionId, tables, destinations } = inputs;
  const seen = await report.ask("the route tables", () =>
    work.routesOf({ vpcId, region }).look(work.context),
  );
  if (seen === undefined) return;
  const goal = { connectionId, mark, tables, destinations: known(destinations) ?? [], known: [] };
  // What leads through a connection that is replaced goes with it.
  const goes = ({ hop }: TableRoute): boolean => hop.id === replaced;
  const left = seen.map((table) => ({ ...table, routes: table.routes.filter((route) => !goes(route)) }));
  const { missing, isNowhere, conflicts, changes } = planned(left, goal);
  if (missing.length > 0) {
    const there = seen.map(({ id }) => id).join(", ");
    report.complaints.push(
      `tables has ${missing.join(", ")}: ${vpcId} has ${there === "" ? "no tables" : there} that can hold such routes. Correct \`tables\`.`,
    );
  } else if (isNowhere) {
    report.complaints.push(
      `tables finds none: ${vpcId} has no such route table in ${region} that these keys can see.`,
    );
  }
  for (const { table, destination, by } of conflicts) {
    report.complaints.push(
      `destinations has ${destination}: in ${table} it leads to ${leadsTo(by)}. Remove that route, or leave the destination out with \`exclude\`, \`destinations\` or \`tables\`.${remedyForSiblings([by], mark)}`,
    );
  }
  for (const { table, add } of changes) {
    const found = seen.find(({ id }) => id === table);
    if (found === undefined) continue;
    const coming = add.map(({ destination }) => destination);
    const going = found.routes.filter(goes).map(({ destination }) => destination);
    await lookAtRoom(found, knowledge.planRoutes(table, { coming, going }), question);
  }
}

/** Whether a table has room for so many more routes, once so many others are gone. */
async function lookAtRoom(
  { id, routes }: RouteTable,
  { coming, going }: RouteCounts<number>,
  { inputs, facts, report, work }: Question,
): Promise<void> {
  const { preflightReads } = work.cloud;
  const { region } = inputs;
  const ask = async () => ({ limit: await preflightReads.routesPerTable?.({ region }, work.context) });
  const answer = preflightReads.routesPerTable === undefined ? undefined : await report.ask("the quota", ask);
  const told = answer?.limit;
  const limit = told ?? facts.perTable;
  if (routes.length - going + coming <= limit) return;
  const removes = going === 0 ? "" : ` removes ${going} and`;
  const said = `${id} has ${routes.length} of ${limit} routes, and this run${removes} writes ${coming} more`;
  if (told === undefined) report.warn(`${said}. The account may have a higher quota.`);
  else
    report.complaints.push(
      `${said}. Remove some, name fewer and larger \`destinations\`, or ask for a higher quota.`,
    );
}
