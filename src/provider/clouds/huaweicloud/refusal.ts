import { defined } from "../../../model/defined";

/** A refusal as it was answered. */
export interface Refusal {
  status: number;
  /** Whose words these are: those of the VPC service's v2.0, of another service, of the gateway, or unreadable. */
  shape: Shape;
  /** The error's code; on v2.0 its type. */
  code?: string;
  message: string;
  requestId?: string;
}

type Shape = "neutron" | "service" | "gateway" | "unreadable";
type Fields = Readonly<Record<string, unknown>>;
type Reader = (body: Fields) => { code: unknown; message: unknown } | undefined;

/** Each shape of an error's body, and where its words are. The first that fits counts. */
const READERS: readonly (readonly [Shape, Reader])[] = [
  [
    "neutron",
    ({ NeutronError: e }) => (isFields(e) ? { code: e["type"], message: e["message"] } : undefined),
  ],
  ["gateway", (b) => ("error_code" in b ? { code: b["error_code"], message: b["error_msg"] } : undefined)],
  ["service", ({ error: e }) => (isFields(e) ? { code: e["code"], message: e["message"] } : undefined)],
  ["service", (b) => ("code" in b ? { code: b["code"], message: b["message"] } : undefined)],
  ["gateway", (b) => ("message" in b ? { code: undefined, message: b["message"] } : undefined)],
];

/** Reads the body of an error, in whichever shape it comes. */
export function refusalOf(status: number, body: string, requestId: string | undefined): Refusal {
  const fields = parsed(body) ?? {};
  for (const [shape, read] of READERS) {
    const words = read(fields);
    if (words === undefined) continue;
    const message = text(words.message) ?? `HTTP ${status}`;
    const known = defined({ code: text(words.code), requestId: requestId ?? text(fields["request_id"]) });
    return { status, shape, message, ...known };
  }
  return {
    status,
    shape: "unreadable",
    message: `The answer makes no sense (HTTP ${status}, ${body.length} characters, no error that can be read)`,
    ...defined({ requestId }),
  };
}

/** Some services send their codes as numbers. */
function text(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}

/** A body as a JSON object, or nothing. */
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
