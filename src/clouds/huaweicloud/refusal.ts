import { defined } from "../../model/defined";

/** A refusal as it was answered. */
export interface Refusal {
  status: number;
  /** Whose words these are: the service's, another's, or nobody's that can be read. */
  shape: "neutron" | "service" | "gateway" | "unreadable";
  /** The error's code, or for the service's own errors their type. */
  code?: string;
  message: string;
  requestId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Each shape of an error's body: how to tell it, and where its words are. The first that fits counts. */
const SHAPES: readonly (readonly [Refusal["shape"], (body: Fields) => Partial<Refusal> | undefined])[] = [
  ["neutron", ({ NeutronError: error }) => isFields(error) && words(error["type"], error["message"])],
  ["gateway", (body) => "error_code" in body && words(body["error_code"], body["error_msg"])],
  ["service", ({ error }) => isFields(error) && words(error["code"], error["message"])],
  ["service", (body) => "code" in body && words(body["code"], body["message"])],
  ["gateway", (body) => "message" in body && words(undefined, body["message"])],
].map(([shape, read]) => [
  shape as Refusal["shape"],
  (body) => (read as (body: Fields) => Partial<Refusal> | false)(body) || undefined,
]);

/** Reads the body of an error, in whichever shape it comes; nothing if there is none to be read. */
export function refusalOf(status: number, body: string, requestId: string | undefined): Refusal {
  const fields = parsed(body);
  for (const [shape, read] of fields === undefined ? [] : SHAPES) {
    const found = read(fields as Fields);
    if (found === undefined) continue;
    const inBody = text((fields as Fields)["request_id"]);
    return {
      status,
      shape,
      message: `HTTP ${status}`,
      ...found,
      ...defined({ requestId: requestId ?? inBody }),
    };
  }
  const message = `The answer makes no sense (HTTP ${status}, ${body.length} characters, no error that can be read)`;
  return { status, shape: "unreadable", message, ...defined({ requestId }) };
}

function words(code: unknown, message: unknown): Partial<Refusal> {
  return defined({ code: text(code), message: text(message) }) as Partial<Refusal>;
}

/** Some services send their codes as numbers. */
function text(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}

/** The body as a JSON object, or nothing. */
export function parsed(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
