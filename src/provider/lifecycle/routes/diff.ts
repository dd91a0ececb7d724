import { accountOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { comingAndGoing } from "../../../model/routeChange";
import { isKnown } from "../../../model/unknown";
import { asItWas } from "../connection/sameVpc";
import { isSame, mayDiffer } from "../isSame";
import type { DiffAnswer } from "../resource";
import type { RoutesInputs } from "./inputs";
import type { RoutesOutputs } from "./state";
import { isReached } from "./state";
import { namesOf } from "./words";

/** Compares the state of routes with what is declared now. */
export function diffRoutes(olds: RoutesOutputs, declared: RoutesInputs): DiffAnswer {
  const news = { ...declared, ...asItWas(olds, sideIn(declared)) };
  const replaces = elsewhere(olds, news);
  if (replaces.length > 0) return { replaces, deleteBeforeReplace: true };
  const isOther = mayDiffer(olds.tables, news.tables) || isOtherWay(olds, news);
  if (!isOther && isReached(olds)) return { changes: false };
  const { routes = [] } = olds;
  const waiting = routes.filter(({ status }) => status === "waiting");
  const notYet = waiting.length === 0 ? undefined : `Not there yet: ${namesOf(waiting)}.`;
  const note = isOther ? changeInWords(olds, news) : notYet;
  // Where the inputs are the same, the engine would see no difference.
  const changes = isOther ? {} : { changes: true };
  return { ...changes, replaces: [], deleteBeforeReplace: true, ...defined({ note }) };
}

function sideIn({ vpcId, region, accountId, projectId }: RoutesInputs) {
  return { vpcId, region, ...defined({ accountId, projectId }) };
}

/** Whether these will be the routes of another connection, or of another VPC. */
export function isElsewhere(olds: RoutesInputs, declared: RoutesInputs): boolean {
  return elsewhere(olds, { ...declared, ...asItWas(olds, sideIn(declared)) }).length > 0;
}

/** The inputs that make these the routes of another connection, or of another VPC. */
function elsewhere(olds: RoutesInputs, news: RoutesInputs): string[] {
  const names = ["cloud", "connectionId", "vpcId", "region"] as const;
  const moved: string[] = names.filter((name) => mayDiffer(olds[name], news[name]));
  const [before, after] = [accountOf(olds), accountOf(news)];
  const isOwners = before !== undefined && after !== undefined && mayDiffer(before, after);
  return isOwners ? [...moved, "vpcId"] : moved;
}

/**
 * Whether the destinations are others, or may be. The blocks of a VPC are read once, and then in a refresh only: while
 * a preview does not know them, because the connection is changed, they are what they were.
 */
function isOtherWay(olds: RoutesOutputs, news: RoutesInputs): boolean {
  const areOnlyUnread =
    news.__named !== true &&
    olds.__named !== true &&
    !isKnown(news.__blocks ?? []) &&
    isSame([olds.exclude, olds.ipv6], [news.exclude, news.ipv6]);
  if (areOnlyUnread) return false;
  const { destinations } = news;
  if (!isKnown(destinations)) return true;
  return !isSame([...(olds.destinations ?? [])].sort(), [...(destinations ?? [])].sort());
}

/** Which routes come and which go, by table, as far as that is known before tables are read. */
function changeInWords(olds: RoutesOutputs, news: RoutesInputs): string | undefined {
  const { coming = [], going = [] } = comingAndGoing(olds, news) ?? {};
  const parts = [
    coming.length === 0 ? "" : `Routes to come: ${namesOf(coming)}.`,
    going.length === 0 ? "" : `Routes to go: ${namesOf(going)}.`,
  ];
  const said = parts.filter((part) => part !== "").join(" ");
  return said === "" ? undefined : said;
}
