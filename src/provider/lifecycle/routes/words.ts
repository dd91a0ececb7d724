import { PeeringError } from "../../../model/errors";
import type { Place } from "../../../model/route";
import { byTable } from "../../../model/routeChange";
import type { Context } from "../../clouds/context";
import { isMarkOfStack } from "../../clouds/kit/markerTag";
import type { TableChange, TableRoute, VpcRef } from "../../clouds/routing";
import { timedOut } from "../timeouts";
import type { Goal, Plan } from "./plan";

/** `vtb-1: 10.2.0.0/16, 10.3.0.0/16; vtb-2: 10.2.0.0/16`. */
export function namesOf(places: readonly Place[]): string {
  return byTable(places)
    .map(({ table, destinations }) => `${table}: ${destinations.join(", ")}`)
    .join("; ");
}

/** What a route leads to, and which it is: `peering connection pcc-2 (rte-1)`. */
export function leadsTo({ hop, id, state }: TableRoute): string {
  const what = hop.kind === "peering" ? `connection ${hop.id}` : `${hop.word} ${hop.id}`;
  const facts = [id, state === "disabled" ? "disabled" : undefined].filter((fact) => fact !== undefined);
  return facts.length === 0 ? what : `${what} (${facts.join(", ")})`;
}

/** `vtb-1 is no route table of vpc-1 that can hold such routes.` */
export function areNoTables(missing: readonly string[], { vpcId }: Pick<VpcRef, "vpcId">): string {
  return `${missing.join(", ")} ${missing.length === 1 ? "is no route table" : "are no route tables"} of ${vpcId} that can hold such routes.`;
}

/** What to do if a route in the way is of another peering of this stack; nothing if none of them is. */
export function remedyForSiblings(inTheWay: readonly TableRoute[], mark: string): string {
  const isSiblings = ({ description = "" }: TableRoute): boolean =>
    description !== mark && isMarkOfStack(description, mark);
  if (!inTheWay.some(isSiblings)) return "";
  return " Another peering of this stack has written it: if the program does not declare that any more, run `pulumi up` once without this one, for what is not declared goes after all else is done.";
}

/** A plan, the mark of who has it, and whether nothing can have been written for its goal so far. */
interface Planned {
  plan: Plan;
  mark: string;
  isUntouched: boolean;
}

/** Why a plan cannot be carried out; nothing if it can. */
export function obstacleIn({ plan, mark, isUntouched }: Planned, vpc: VpcRef): PeeringError | undefined {
  const { missing, isNowhere, conflicts } = plan;
  if (missing.length > 0) {
    return new PeeringError(areNoTables(missing, vpc), { kind: "invalid", remedy: "Correct `tables`." });
  }
  if (isNowhere) {
    return new PeeringError(
      `${vpc.vpcId} has no route table in ${vpc.region} that these keys can see and that \`tables\` means.`,
      { kind: "invalid", remedy: "Check the VPC's id, its region and whose keys these are." },
    );
  }
  if (conflicts.length === 0) return undefined;
  const siblings = remedyForSiblings(
    conflicts.map(({ by }) => by),
    mark,
  );
  const all = conflicts.map(
    ({ table, destination, by }) => `in ${table}, ${destination} leads to ${leadsTo(by)}`,
  );
  return new PeeringError(
    `Of ${vpc.vpcId}'s routes, ${conflicts.length} ${conflicts.length === 1 ? "is" : "are"} taken: ${all.join("; ")}.${isUntouched ? " Nothing was written." : ""}`,
    {
      kind: isUntouched ? "notOurs" : "duplicate",
      remedy: `A destination leads to one place: remove the route in the way, or leave the destination out with \`exclude\`, \`destinations\` or \`tables\`.${siblings}`,
    },
  );
}

/** `writing vtb-1: 2 new, 1 redirected`. */
export function wordsFor({ table, add, redirect, enable, remove }: TableChange): string {
  const counts = [
    [add.length, "new"],
    [redirect.length, "redirected"],
    [enable.length, "enabled"],
    [remove.length, "removed"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `writing ${table}: ${said.join(", ")}`;
}

/** The error where a refusal stays unexplained, however often the tables are looked at. */
export function refusedInVain(failure: PeeringError, times: number): PeeringError {
  return new PeeringError(
    `${failure.sentence} It was refused ${times} times, and the tables do not show why.`,
    { ...failure.facts, remedy: failure.facts.remedy ?? "Run `pulumi up` again." },
  );
}

/** The error where what is written does not last. */
export function undone(times: number): PeeringError {
  return new PeeringError(`The routes were written ${times} times, and were gone again each time.`, {
    kind: "busy",
    remedy: "Find out who else writes these tables, then run `pulumi up` again.",
  });
}

/** The error where the routes are not as they should be in time. */
export function outOfTime({ destinations }: Goal, context: Context): PeeringError {
  const what =
    destinations.length === 0 ? "The routes were not removed" : "The routes did not come into force";
  const remedy = "Run the same command again to go on with it, or raise `customTimeouts`.";
  return timedOut({ what, history: "the cloud was still at work on them", remedy }, context);
}
