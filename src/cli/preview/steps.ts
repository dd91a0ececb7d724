import { PeeringError } from "../../model/errors";
import { nameInUrn } from "../../model/owner";
import type { Diagnostic } from "./diagnostics";
import { diagnosticsIn } from "./diagnostics";
import type { Json } from "./json";
import { asNumber, asObject, asObjects, asText, asTexts, parsed } from "./json";

/** A resource as a preview shows it, before or after. */
export interface ResourceState {
  type: string;
  id?: string;
  parent?: string;
  external?: boolean;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  /** By input, the resources that its value comes from. */
  propertyDependencies?: Record<string, string[]>;
}

/** What the engine is about to do with one resource. */
export interface Step {
  op: string;
  urn: string;
  before?: ResourceState;
  after?: ResourceState;
  /** The properties for which it is replaced, as paths. */
  replaceReasons: string[];
  /** The properties that the engine says differ, as paths. */
  differing: string[];
}

/** A whole preview. */
export interface Preview {
  /** `project/stack`; undefined if not even the stack was looked at. */
  stack: string | undefined;
  steps: Step[];
  diagnostics: Diagnostic[];
  /** How many unchanged resources there are that `steps` does not hold. */
  hiddenSames: number;
}

/**
 * Reads the output of `pulumi preview --json`: the one JSON document, or with
 * `PULUMI_ENABLE_STREAMING_JSON_PREVIEW` one event a line.
 *
 * @throws PeeringError if it is neither.
 */
export function readPreview(text: string): Preview {
  const documents = documentsIn(text);
  const [first] = documents;
  const read =
    documents.length === 1 && first?.["changeSummary"] !== undefined ? ofDigest(first) : ofEvents(documents);
  if (read === undefined) {
    throw new PeeringError("This is not the output of `pulumi preview --json`.", {
      kind: "invalid",
      remedy:
        "Pipe that in, and see what pulumi wrote to its standard error: it may have failed before it ran the program.",
    });
  }
  return {
    stack: stackOf(read.steps),
    steps: read.steps,
    diagnostics: diagnosticsIn(read.diagnostics),
    hiddenSames: Math.max(0, read.sames - samesAmong(read.steps)),
  };
}

/** How many resources are seen to stay. A refresh shows them too, and their `same` is then left out. */
function samesAmong(steps: readonly Step[]): number {
  const changed = new Set(steps.filter(({ op }) => op !== "same" && op !== "refresh").map(({ urn }) => urn));
  const seen = new Set(steps.map(({ urn }) => urn));
  return seen.size - changed.size;
}

interface Found {
  steps: Step[];
  diagnostics: Json[];
  sames: number;
}

function documentsIn(text: string): Json[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  return text
    .split("\n")
    .map(parsed)
    .filter((line) => line !== undefined);
}

function ofDigest(digest: Json): Found {
  return {
    steps: asObjects(digest["steps"]).map((step) => ({
      op: asText(step["op"]) ?? "",
      urn: asText(step["urn"]) ?? "",
      ...statesOf(step["oldState"], step["newState"]),
      replaceReasons: asTexts(step["replaceReasons"]),
      differing: differingIn(step),
    })),
    diagnostics: asObjects(digest["diagnostics"]),
    sames: asNumber(asObject(digest["changeSummary"])?.["same"]),
  };
}

function ofEvents(events: Json[]): Found | undefined {
  const summary = events.map((event) => asObject(event["summaryEvent"])).find((event) => event !== undefined);
  const steps = events
    .map((event) => asObject(asObject(event["resourcePreEvent"])?.["metadata"]))
    .filter((step) => step !== undefined);
  const diagnostics = events
    .map((event) => asObject(event["diagnosticEvent"]))
    .filter((one) => one !== undefined);
  if (summary === undefined && steps.length === 0 && diagnostics.length === 0) return undefined;
  return {
    steps: steps.map((step) => ({
      op: asText(step["op"]) ?? "",
      urn: asText(step["urn"]) ?? "",
      ...statesOf(step["old"], step["new"]),
      replaceReasons: asTexts(step["keys"]),
      differing: differingIn(step),
    })),
    diagnostics,
    sames: asNumber(asObject(summary?.["resourceChanges"])?.["same"]),
  };
}

function statesOf(before: unknown, after: unknown): Pick<Step, "before" | "after"> {
  const [old, next] = [stateOf(before), stateOf(after)];
  return { ...(old === undefined ? {} : { before: old }), ...(next === undefined ? {} : { after: next }) };
}

function stateOf(value: unknown): ResourceState | undefined {
  const state = asObject(value);
  return state === undefined ? undefined : { ...state, type: asText(state["type"]) ?? "" };
}

function differingIn(step: Json): string[] {
  return Object.keys(asObject(step["detailedDiff"]) ?? {});
}

/** `urn:pulumi:STACK::PROJECT::…` */
function stackOf(steps: Step[]): string | undefined {
  const [, stack, project] = /^urn:pulumi:(.*?)::(.*?)::/.exec(steps[0]?.urn ?? "") ?? [];
  return stack === undefined || project === undefined ? undefined : `${project}/${stack}`;
}

/** The name that the program gave a resource; of a text that is no URN, all of it. */
export function nameIn(urn: string): string {
  return nameInUrn(urn) || urn;
}
