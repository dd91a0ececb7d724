import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";
import type { Context } from "../context";
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
  context: Pick<Context, "clock" | "deadline">;
}

/** How often, and how long apart, in milliseconds, a route is looked for that has to be there: reads have been late once. */
const [LOOKS, PAUSE_MS] = [5, 2_000] as const;

/**
 * Takes the steps of one call. A call that is refused may be about what is done already: by a lost attempt, or by somebody
 * else. So a look follows, and what is left is tried again in parts. What is refused in the end is answered.
 */
export async function takeSteps(steps: readonly RouteStep[], way: Way): Promise<RefusedStep[]> {
  if (!isSome(steps)) return [];
  const { refused, isWhole } = await attempt(steps, way);
  if (refused.length === 0) return [];
  const routes = await lookFor(isWhole && steps.length > 1 ? [] : refused, way);
  const left = refused.filter(({ step }) => !isDone(step, routes));
  if (routes === undefined || steps.length === 1) return left;
  const parts = isWhole ? partsOfCall(left, steps.length) : onesToTryAlone(left);
  const inTheEnd = left.filter((one) => !parts.flat().includes(one));
  for (const part of parts)
    inTheEnd.push(
      ...(await takeSteps(
        part.map(({ step }) => step),
        way,
      )),
    );
  return inTheEnd;
}

/** Looks at the table, until it shows what leads to the destinations of duplicates, if it does in time. */
async function lookFor(refused: readonly RefusedStep[], way: Way): ReturnType<Way["look"]> {
  const duplicates = refused.filter(({ error }) => error.kind === "duplicate");
  for (let looks = 1; ; looks++) {
    const routes = await way.look();
    const isThere = ({ step }: RefusedStep): boolean =>
      routes?.some(({ destination }) => destination === destinationOf(step)) ?? true;
    const isLate = !duplicates.every(isThere);
    if (!isLate || looks === LOOKS || way.context.deadline.remaining() < PAUSE_MS) return routes;
    await way.context.clock.sleep(PAUSE_MS);
  }
}

/**
 * What to try again of a call of so many steps that was refused as a whole: what is left of them; or if that is all, one
 * half and then the other, since one bad route must not keep the others out that came along with it.
 */
function partsOfCall(left: readonly RefusedStep[], steps: number): (readonly RefusedStep[])[] {
  if (left.length < steps) return [left];
  const middle = Math.ceil(steps / 2);
  return [left.slice(0, middle), left.slice(middle)];
}

/** What to try again where others were taken: those that were invalid, since alone a route may be held to other rules. */
function onesToTryAlone(left: readonly RefusedStep[]): (readonly RefusedStep[])[] {
  return left.filter(({ error }) => error.kind === "invalid").map((one) => [one]);
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
