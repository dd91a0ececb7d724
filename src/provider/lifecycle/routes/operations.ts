import { accountOf } from "../../../model/account";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Place, Route } from "../../../model/route";
import { isAmong } from "../../../model/route";
import { markersOf } from "../../../model/owner";
import { routeMark } from "../../clouds/kit/markerTag";
import { connectionAt } from "../connection/subject";
import { explained } from "../explained";
import { isSame } from "../isSame";
import type { Caller, Resource } from "../resource";
import { Unfinished } from "../resource";
import { withStoredKeys } from "../steps/staleKeysHint";
import { untilSettled } from "../steps/wait";
import type { Operation } from "../timeouts";
import type { Work } from "../work";
import type { RoutesInputs } from "./inputs";
import type { Goal } from "./plan";
import { planned } from "./plan";
import type { RoutesOutputs } from "./state";
import { halfChanged, idOf, isReached, outputsOf, ownedIn, unfinished, wantedIn } from "./state";
import type { VpcRoutes } from "./vpcRoutes";
import { areNoTables, namesOf } from "./words";

type Operations = Pick<Resource<RoutesInputs, RoutesOutputs>, "create" | "update" | "read" | "delete">;

/** The life of the routes of one end: write what is missing, take away what is not wanted any more. */
export const routesOperations: Operations = {
  async create(inputs, caller) {
    const id = idOf(inputs);
    const { work, tables } = await begin(inputs, "create", caller);
    let account: string | undefined;
    try {
      await work.checkAccount(accountOf(inputs));
      account = (await work.cloud.whoAmI({ region: inputs.region }, work.context)).account;
      const routes = await written(inputs, { tables, goal: goalOf(inputs, [], caller) }, work);
      return { id, outs: outputsOf(inputs, routes, { account }) };
    } catch (error) {
      const failure = explained(
        `Cannot write the routes of ${inputs.vpcId} through ${inputs.connectionId}`,
        error,
      );
      // Before these nothing is written, so there is nothing to keep. Keys that have told their account may expire midway.
      const isAtOnce = account === undefined && isPeeringError(error, "credentials");
      if (isAtOnce || isPeeringError(error, "wrongAccount", "notOurs")) throw failure;
      throw new Unfinished(id, unfinished(inputs, account), failure);
    }
  },

  async update(id, olds, news, caller) {
    const { routes: before = [], account } = olds;
    const owned = ownedIn(olds);
    if (isReached(olds) && isSame(wantedIn(olds), wantedIn(news)))
      return outputsOf(news, before, { account, owned });
    const { work, tables } = await begin(news, "update", caller);
    try {
      await work.checkAccount(accountOf(news) ?? account);
      const routes = await written(news, { tables, goal: goalOf(news, owned, caller) }, work);
      return outputsOf(news, routes, { account, owned });
    } catch (error) {
      const failure = explained(
        `Cannot change the routes of ${news.vpcId} through ${news.connectionId}`,
        error,
      );
      throw new Unfinished(id, halfChanged(olds), failure);
    }
  },

  async read(_id, props, caller) {
    const { work, tables } = await begin(props, "read", caller);
    const seen = await withStoredKeys("refresh", () => tables.look(work.context));
    if (seen.length === 0) {
      // With another account's keys everything looks gone, so that is ruled out.
      await work.checkAccount(props.account ?? accountOf(props));
      work.context.warn(`${props.vpcId} has no route tables any more that these keys can see.`);
      return undefined;
    }
    const owned = ownedIn(props);
    const { routes, takenOver, missing } = planned(seen, goalOf(props, owned, caller));
    const inTables = routes.filter(({ table }) => !missing.includes(table));
    warnOfDrift(inTables, props.routes ?? [], work);
    if (missing.length > 0) work.context.warn(`${areNoTables(missing, props)} Correct \`tables\`.`);
    tellTakenOver(takenOver, props.connectionId, work);
    return { props: outputsOf(props, routes, { account: props.account, owned }) };
  },

  async delete(_id, props, caller) {
    const { work, tables } = await begin(props, "delete", caller);
    const goal = goalOf({ ...props, destinations: [], tables: [] }, ownedIn(props), caller);
    try {
      await withStoredKeys("destroy", async () => {
        await work.checkAccount(props.account ?? accountOf(props));
        await tables.bring(goal, work.context);
      });
    } catch (error) {
      throw explained(`Cannot remove the routes of ${props.vpcId} through ${props.connectionId}`, error);
    }
  },
};

/** What somebody else has done to routes that were there, and what has become wanted since. */
function warnOfDrift(routes: readonly Route[], known: readonly Route[], { context }: Work): void {
  const before = known.filter(({ status }) => status === "present");
  const waiting = routes.filter(({ status }) => status === "waiting");
  const lost = waiting.filter((route) => isAmong(route, before));
  const fresh = waiting.filter((route) => !isAmong(route, known));
  if (lost.length > 0) {
    context.warn(
      `Removed, redirected or disabled by somebody else: ${namesOf(lost)}. The next \`pulumi up\` mends that.`,
    );
  }
  if (fresh.length > 0 && before.length > 0) {
    context.warn(`New since the last \`pulumi up\`: ${namesOf(fresh)}. The next one writes these routes.`);
  }
}

/** The tables of the VPC, and what they are to be like. */
interface Target {
  tables: VpcRoutes;
  goal: Goal;
}

/** Writes the routes if the connection carries traffic; if it waits for its acceptance, so do they. */
async function written(inputs: RoutesInputs, { tables, goal }: Target, work: Work): Promise<Route[]> {
  const { connectionId, region, __accepted: isAccepted } = inputs;
  const { status } = await untilSettled(
    connectionAt({ id: connectionId, region }, work),
    work,
    (seen) => isAccepted !== true || seen.status === "active",
  );
  if (status === "pending") {
    const { routes } = planned(await tables.look(work.context), goal);
    work.context.warn(
      `The routes wait until connection ${connectionId} is accepted. The next \`pulumi up\` after that writes them.`,
    );
    return routes;
  }
  const { routes, takenOver } = await tables.bring(goal, work.context);
  tellTakenOver(takenOver, connectionId, work);
  return routes;
}

function tellTakenOver(routes: readonly Place[], connectionId: string, { context }: Work): void {
  if (routes.length === 0) return;
  context.warn(
    `Was there already and leads through ${connectionId}, so this stack owns it from now on: ${namesOf(routes)}.`,
  );
}

function goalOf(
  { connectionId, tables, destinations }: RoutesInputs,
  known: readonly Place[],
  { owner }: Caller,
): Goal {
  const [mark = connectionId, ...formerMarks] = owner === undefined ? [] : markersOf(owner);
  const marks = { mark: routeMark(mark), formerMarks: formerMarks.map(routeMark) };
  if (destinations !== undefined) return { connectionId, ...marks, tables, destinations, known };
  throw new PeeringError("Nobody says which blocks the other VPC has, and these keys cannot see it.", {
    kind: "invalid",
    remedy: "Name them in `destinations`.",
  });
}

async function begin(
  inputs: RoutesInputs,
  operation: Operation,
  caller: Caller,
): Promise<{ work: Work; tables: VpcRoutes }> {
  const { cloud, region, vpcId } = inputs;
  const work = await caller.session.begin({ cloud, operation, region }, caller);
  return { work, tables: work.routesOf({ vpcId, region }) };
}
