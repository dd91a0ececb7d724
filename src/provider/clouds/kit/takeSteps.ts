import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";
import type { TableRoute, TableWritten } from "../routing";
import type { CallSteps, RouteStep } from "./routeSteps";
import { destinationOf, isDone, isSome } from "./routeSteps";

/** A step that the cloud refused, and why. */
export interface RefusedStep {
  step: RouteStep;
  error: PeeringError;
}

/** How the steps of a change are taken. */
export interface Way {
  /** Takes steps in one call. Answers those that were refused while others were taken; throws if all of them were. */
  make(steps: CallSteps): Promise<readonly RefusedStep[]>;
  /** The routes of the table as they are now; nothing if there is no such table. */
  look(): Promise<readonly TableRoute[] | undefined>;
}

/**
 * Takes the steps of one call. A call that is refused may be about what is done already: by a lost attempt, or by somebody
 * else. So a look follows, and what is left is tried again; where nothing was done, by halves, since one bad route must
 * not keep the others out that came along with it. What is refused in the end is answered.
 */
export async function takeSteps(steps: readonly RouteStep[], way: Way): Promise<RefusedStep[]> {
  if (!isSome(steps)) return [];
  const { refused, isWhole } = await attempt(steps, way);
  if (refused.length === 0) return [];
  const routes = await way.look();
  const left = refused.filter(({ step }) => !isDone(step, routes));
  if (!isWhole || routes === undefined || steps.length === 1) return left;
  const parts = left.length < steps.length ? [left] : halvesOf(left);
  const tried: RefusedStep[] = [];
  for (const part of parts)
    tried.push(
      ...(await takeSteps(
        part.map(({ step }) => step),
        way,
      )),
    );
  return tried;
}

/** What came of a call: the steps that were refused, and whether that was the call as a whole. */
async function attempt(
  steps: CallSteps,
  way: Way,
): Promise<{ refused: readonly RefusedStep[]; isWhole: boolean }> {
  try {
    return { refused: await way.make(steps), isWhole: false };
  } catch (error) {
    if (!isAboutRoutes(error)) throw error;
    return { refused: steps.map((step) => ({ step, error })), isWhole: true };
  }
}

function halvesOf<T>(items: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/** Takes the steps of one call after the other. */
export async function takeCalls(
  calls: readonly (readonly RouteStep[])[],
  way: Way,
): Promise<TableWritten["refused"]> {
  const refused: RefusedStep[] = [];
  for (const steps of calls) refused.push(...(await takeSteps(steps, way)));
  return refused.map(({ step, error }) => ({ destination: destinationOf(step), error }));
}

/** Whether a refusal may concern some of the routes only. Others, such as that of keys, concern whatever is asked. */
function isAboutRoutes(error: unknown): error is PeeringError {
  return isPeeringError(
    error,
    "gone",
    "duplicate",
    "wrongState",
    "quota",
    "invalid",
    "unsupported",
    "unknown",
  );
}
