import { factsOf } from "../../../model/clouds";
import type { EndName } from "../../../model/ends";
import { otherEnd } from "../../../model/ends";
import type { DeclaredRoutes, Known } from "./known";
import type { Cause, Loss } from "./losses";

/** Losses of one kind. */
type Group = readonly [Loss, ...Loss[]];

/** How each cause is mended. An overlap is no matter of what a program says of routes. */
type Remedies = Record<Exclude<Cause, "overlap">, (group: Group) => string>;

const REFRESH = "Run `pulumi refresh`, then `pulumi up`";
const WAIT = "Look again in a moment.";

/** Where both VPCs have an address, by what a cloud lets routes do. */
const OVERLAP = {
  vpc: "Peer VPCs with different addresses: this cloud routes nothing that both have.",
  subnets:
    "Give one of the VPCs other addresses, or name the blocks of subnets that only the other VPC has in `destinations`.",
} as const;

/** What mends some routes of one end. */
export function remedyFor(group: Group, end: EndName, known: Known): string {
  const [{ cause }] = group;
  const { cloud } = known.declared;
  if (cause === "overlap") return OVERLAP[factsOf(cloud).routing?.ownRefused ?? "subnets"];
  const { routes } = known.declared[end];
  return (routes === undefined ? ofUndeclared(end, known) : ofDeclared(routes))[cause](group);
}

/** Where the program asks for routes. */
function ofDeclared({ routes }: DeclaredRoutes): Remedies {
  const isEach = (group: Group, status: string): boolean =>
    group.every((loss) =>
      routes.some(
        (route) =>
          route.table === loss.table &&
          route.destination === (loss.route?.destination ?? loss.destination) &&
          route.status === status,
      ),
    );
  const ledBack = (group: Group): string =>
    isEach(group, "present")
      ? `${REFRESH}: it was this stack's route, and they lead it back.`
      : "Remove that route, or leave its destination out with `exclude`, `destinations` or `tables`. Then run `pulumi up`.";
  return {
    "route-missing": (group) =>
      isEach(group, "waiting")
        ? "Run `pulumi up`: it writes the routes that wait."
        : `${REFRESH}: they write the routes that the program asks for.`,
    "route-disabled": () => `${REFRESH}: they enable it.`,
    "route-coming": () => WAIT,
    "route-elsewhere": ledBack,
    "route-shadowed": () =>
      "Remove the longer route, or name its destination in `destinations`, so that it leads through the connection, too.",
    "route-dead": ledBack,
  };
}

/** Where it does not. */
function ofUndeclared(end: EndName, known: Known): Remedies {
  const { id } = known.declared;
  const declare = declaration(end, known);
  return {
    "route-missing": ([{ table, destination }]) =>
      `${declare}, and run \`pulumi up\`; or write your own routes through ${id}, as that to ${destination} in ${table}.`,
    "route-disabled": () => `Enable it in the console. Or let \`pulumi up\` see to it: ${lower(declare)}.`,
    "route-coming": () => WAIT,
    "route-elsewhere": () => `Remove that route, or lead it through ${id}. ${declare} to keep it so.`,
    "route-shadowed": () => `Remove the longer route, or lead it through ${id}, too.`,
    "route-dead": () => `Lead that route through ${id}; or remove it, and then ${lower(declare)}.`,
  };
}

/** How to ask for the routes of one end. */
function declaration(end: EndName, { declared: { role, cloud }, ends }: Known): string {
  if (role === "declared") return `Set \`routes: true\`, or \`${end}.routes: true\` for this end alone`;
  if (role === "accepted" && end === "accepter") {
    const isTold = factsOf(cloud).routing?.connectionTellsBlocks === true;
    const blocks = (ends[otherEnd(end)].blocks ?? []).map((block) => `"${block}"`).join(", ");
    return `Set \`accepter.routes: ${isTold ? "true" : `{ destinations: [${blocks}] }`}\``;
  }
  return "Set `routes: true` where the connection is declared";
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
