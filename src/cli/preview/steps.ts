import { PeeringError } from "../../model/errors";

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

/** Something the engine, the program or a provider said. */
export interface Diagnostic {
  urn?: string;
  severity: "warning" | "error";
  message: string;
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
  const documents = parseDocuments(text);
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
  const hidden = read.sames - read.steps.filter(({ op }) => op === "same").length;
  return {
    stack: stackOf(read.steps),
    steps: read.steps,
    diagnostics: distinct(read.diagnostics.map(tidied).filter((one) => one !== undefined)),
    hiddenSames: Math.max(0, hidden),
  };
}

/** A part of JSON: whatever the engine wrote. */
type Json = Record<string, unknown>;

interface Found {
  steps: Step[];
  diagnostics: Json[];
  sames: number;
}

function parseDocuments(text: string): Json[] {
  const parts = [text, ...text.split("\n").filter((line) => line.trim() !== "")];
  const whole = parse(parts[0]);
  if (whole !== undefined) return [whole];
  return parts
    .slice(1)
    .map(parse)
    .filter((part) => part !== undefined);
}

function parse(text: string | undefined): Json | undefined {
  try {
    return asObject(JSON.parse(text ?? ""));
  } catch {
    return undefined;
  }
}

function ofDigest(digest: Json): Found {
  return {
    steps: asList(digest["steps"]).map((step) => ({
      op: asText(step["op"]) ?? "",
      urn: asText(step["urn"]) ?? "",
      ...statesOf(step["oldState"], step["newState"]),
      replaceReasons: asTexts(step["replaceReasons"]),
      differing: differingIn(step),
    })),
    diagnostics: asList(digest["diagnostics"]),
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

/** Without what every message of the engine begins with, and without the frames of a stack. */
function tidied(one: Json): Diagnostic | undefined {
  const severity = asText(one["severity"]);
  if (severity !== "warning" && severity !== "error") return undefined;
  const urn = asText(one["urn"]);
  const message = (asText(one["message"]) ?? "")
    .replace(/^(warning|error): /, "")
    .replace(/^\S+ resource '[^\n]*?' has a problem: /, "")
    .split("\n")
    .filter((line) => !/^\s+at /.test(line))
    .join("\n")
    .trim();
  return { severity, message, ...(urn === undefined || urn === "" ? {} : { urn }) };
}

/** `check` and `diff` run more than once, and say the same each time. */
function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  const known = new Map(
    diagnostics.map((one) => [JSON.stringify([one.urn, one.severity, one.message]), one]),
  );
  return [...known.values()];
}

/** `urn:pulumi:STACK::PROJECT::…` */
function stackOf(steps: Step[]): string | undefined {
  const [, stack, project] = /^urn:pulumi:(.*?)::(.*?)::/.exec(steps[0]?.urn ?? "") ?? [];
  return stack === undefined || project === undefined ? undefined : `${project}/${stack}`;
}

/** The last part of a URN: the name that the program gave. */
export function nameIn(urn: string): string {
  return /^urn:pulumi:(?:.*?)::(?:.*?)::(?:.*?)::(.*)$/s.exec(urn)?.[1] ?? urn;
}

/** An object of JSON; undefined for anything else, such as a `[secret]`. */
export function asObject(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** A text; undefined for anything else. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject).filter((one) => one !== undefined) : [];
}

function asNumber(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
