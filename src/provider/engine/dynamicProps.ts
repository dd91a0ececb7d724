import type { OwnerInputs } from "../../model/owner";
import type { ResourceKind } from "../../model/resourceKinds";
import { nameOfPart, typeTokenOf } from "../../model/resourceKinds";
import { forTransit, fromTransit } from "../../model/transit";
import { text } from "../clouds/kit/schema";
import { mayDiffer } from "../lifecycle/isSame";
import type { Whose } from "../lifecycle/shape";
import { assertKnown, assertShape, optional, OWNER, shapeOf } from "../lifecycle/shape";
import { assertReadable, whoseAre } from "../lifecycle/stateVersion";
import type { Timeouts } from "../lifecycle/timeouts";
import { OPERATIONS } from "../lifecycle/timeouts";
import type { Compared, EngineRequest, Props } from "./engineCalls";
import { storable } from "./storable";

/** What the properties of a dynamic resource hold besides the values of the resource itself. */
interface Wrapping {
  /** The line that loads its provider. */
  __provider?: unknown;
  /** Who declares it. */
  __owner?: OwnerInputs;
  timeouts?: Timeouts;
}

/** The properties of a dynamic resource, taken apart. */
export interface Unwrapped {
  values: Props;
  wrapping: Wrapping;
}

/** Takes properties apart into what a resource gets to see, and what only a dynamic one has. */
export function unwrapped(props: Props): Unwrapped {
  const { __provider, __owner, timeouts, ...values } = fromTransit(props);
  return { values, wrapping: { __provider, __owner, timeouts } as Wrapping };
}

const WRAPPING = shapeOf(
  optional({
    __owner: OWNER,
    timeouts: shapeOf(optional(Object.fromEntries(OPERATIONS.map((operation) => [operation, text])))),
  }),
);

/** The same as `assertState` in engineCalls.ts, for what only a dynamic resource has among its properties. */
export function assertStateWrapping(given: Unwrapped): void {
  assertReadable(given.values);
  assertWrapping(given, whoseAre(given.values));
}

/** Refuses what no program says: who declares a resource is always known. */
export function assertWrapping({ wrapping }: Unwrapped, whose: Whose): void {
  assertShape(wrapping, WRAPPING, whose);
  assertKnown({ __owner: wrapping.__owner }, whose);
}

/** Inputs as the engine stores them. */
export function wrappedInputs(values: object, wrapping: Wrapping): Props {
  return forTransit(storable({ ...values, ...wrapping }));
}

/**
 * Which outputs say who declares the resource. `read` and `delete` are given outputs alone, and need the owner to show
 * progress and warnings on the resource's row.
 */
const HOLDS_OWNER: Record<ResourceKind, (outs: Props) => boolean> = {
  Connection: ({ onlyRead }) => onlyRead !== true,
  Acceptance: ({ standalone }) => standalone !== undefined,
  Identity: () => false,
  Routes: () => true,
};

/** Outputs as the engine stores them. Former names are left out of them: they matter once, at create. */
export function wrappedOutputs(kind: ResourceKind, outs: object, { __owner, ...rest }: Wrapping): Props {
  const { formerUrns: _, ...owner } = __owner ?? {};
  const isHeld = __owner !== undefined && HOLDS_OWNER[kind](outs as Props);
  return forTransit(storable({ ...outs, ...rest, ...(isHeld ? { __owner: owner } : {}) }));
}

/**
 * The URN of a resource, which is the row that the engine shows of it. A dynamic resource is told the URN of its
 * component only, whose name its own begins with: `urn:pulumi:s::p::component::name` is that of the component, and
 * `urn:pulumi:s::p::component$resource::name` that of its connection.
 */
function urnOf(kind: ResourceKind, { values, wrapping: { __owner } }: Unwrapped): string | undefined {
  // An owner that makes no sense is complained of, and has no row.
  const urn: unknown = (__owner as Partial<OwnerInputs> | undefined)?.urn;
  const [stack, project, type, ...name] = typeof urn === "string" ? urn.split("::") : [];
  if (stack === undefined || project === undefined || type === undefined) return undefined;
  const urnOfOwn = [stack, project, `${type}$${typeTokenOf(kind)}`, ...name].join("::");
  return nameOfPart(kind, urnOfOwn, values["end"]);
}

/** The same, as every door asks for it. */
export function requestOf(kind: ResourceKind, given: Unwrapped): EngineRequest {
  const { __owner: owner, timeouts = {} } = given.wrapping;
  return { values: given.values, urn: urnOf(kind, given), owner, timeouts };
}

/**
 * An answer that takes in what only a dynamic resource has among its inputs: limits of time, and if it comes from the
 * plugin, the line that loads its provider. These are an update without a call, since a later `delete` sees the outputs only.
 */
export function withWrapping(answer: Compared, olds: Wrapping, news: Wrapping): Compared {
  const isFromPlugin = olds.__provider === undefined && news.__provider !== undefined;
  if (isFromPlugin && answer.changes === false) return { changes: true };
  const isNew = mayDiffer(olds.timeouts, news.timeouts);
  return isNew && answer.replaces === undefined ? { replaces: [], deleteBeforeReplace: true } : answer;
}
