import { accountOf } from "../../../model/account";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Route } from "../../../model/route";
import { isAmong } from "../../../model/route";
import type { Peering } from "../../../model/peering";
import { ownerOf } from "../../../model/owner";
import { MARKER_TAG } from "../../clouds/kit/markerTag";
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
import { idOf, isReached, outputsOf, unfinished, wantedIn } from "./state";
import type { VpcRoutes } from "./vpcRoutes";
import { namesOf } from "./words";

type Operations = Pick<Resource<RoutesInputs, RoutesOutputs>, "create" | "update" | "read" | "delete">;

/** The life of the routes of one end: write what is missing, take away what is not wanted any more. */
export const routesOperations: Operations = {
  async create(inputs, caller) {
    const id = idOf(inputs);
    try {
      return {
        id,
        outs: outputsOf(inputs, await written(inputs, { operation: "create", known: [] }, caller)),
      };
    } catch (error) {
      const failure = explained(
        `Cannot write the routes of ${inputs.vpcId} through ${inputs.connectionId}`,
        error,
      );
      // Before these nothing is written, so there is nothing to keep.
      if (isPeeringError(error, "wrongAccount", "credentials", "notOurs")) throw failure;
      throw new Unfinished(id, unfinished(inputs), failure);
    }
  },

  async update(id, olds, news, caller) {
    const known = olds.routes ?? [];
    if (isReached(olds) && isSame(wantedIn(olds), wantedIn(news))) return outputsOf(news, known);
    try {
      return outputsOf(news, await written(news, { operation: "update", known }, caller));
    } catch (error) {
      // The old values stay in the outputs, so that the next diff still sees what was not done.
      const failure = explained(
        `Cannot change the routes of ${news.vpcId} through ${news.connectionId}`,
        error,
      );
      throw new Unfinished(id, olds, failure);
    }
  },

  async read(_id, props, caller) {
    const { work, tables } = await begin(props, "read", caller);
    const seen = await withStoredKeys("refresh", () => tables.look(work.context));
    if (seen.length === 0) {
      await work.checkAccount(accountOf(props));
      work.context.warn(`${props.vpcId} has no route tables any more that these keys can see.`);
      return undefined;
    }
    const known = props.routes ?? [];
    const { routes } = planned(seen, goalOf(props, known, caller));
    const before = known.filter(({ status }) => status === "present");
    const lost = routes.filter((route) => route.status === "waiting" && isAmong(route, before));
    const fresh = routes.filter((route) => route.status === "waiting" && !isAmong(route, known));
    if (lost.length > 0) {
      work.context.warn(
        `Removed, redirected or disabled by somebody else: ${namesOf(lost)}. The next \`pulumi up\` mends that.`,
      );
    }
    if (fresh.length > 0 && before.length > 0) {
      work.context.warn(
        `New since the last \`pulumi up\`: ${namesOf(fresh)}. The next one writes these routes.`,
      );
    }
    return { props: outputsOf(props, routes) };
  },

  async delete(_id, props, caller) {
    const { work, tables } = await begin(props, "delete", caller);
    const goal = { ...goalOf(props, props.routes ?? [], caller), destinations: [], tables: [] };
    try {
      await withStoredKeys("destroy", async () => {
        await work.checkAccount(accountOf(props));
        await tables.bring(goal, work.context);
      });
    } catch (error) {
      throw explained(`Cannot remove the routes of ${props.vpcId} through ${props.connectionId}`, error);
    }
  },
};

/** How routes come to be written: in which operation, and where earlier ones wrote. */
interface Writing {
  operation: Operation;
  known: readonly Route[];
}

/** Writes the routes if the connection carries traffic; if it waits for its acceptance, so do they. */
async function written(
  inputs: RoutesInputs,
  { operation, known }: Writing,
  caller: Caller,
): Promise<Route[]> {
  const { work, tables } = await begin(inputs, operation, caller);
  await work.checkAccount(accountOf(inputs));
  const goal = goalOf(inputs, known, caller);
  const { status } = await connectionOf(inputs, work);
  if (status === "pending") {
    const { routes } = planned(await tables.look(work.context), goal);
    work.context.warn(
      `The routes wait until connection ${inputs.connectionId} is accepted. The next \`pulumi up\` after that writes them.`,
    );
    return routes;
  }
  const { routes, takenOver } = await tables.bring(goal, work.context);
  if (takenOver.length > 0) {
    work.context.warn(
      `Was there already and leads through ${inputs.connectionId}, so this stack owns it from now on: ${namesOf(takenOver)}.`,
    );
  }
  return routes;
}

/** The connection once it is active, or waits for others. */
async function connectionOf({ connectionId, region }: RoutesInputs, work: Work): Promise<Peering> {
  return await untilSettled(connectionAt({ id: connectionId, region }, work), work);
}

function goalOf(
  { connectionId, tables, destinations }: RoutesInputs,
  known: readonly Route[],
  { owner }: Caller,
): Goal {
  const mark = `${MARKER_TAG} ${owner === undefined ? connectionId : ownerOf(owner).marker}`;
  if (destinations !== undefined) return { connectionId, mark, tables, destinations, known };
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
