import { defined } from "../../../model/defined";
import type { Refusal } from "../kit/failure";
import type { Fields } from "../kit/json";
import { fieldsIn, isFields } from "../kit/json";

/** A refusal, whose code on v2.0 is the error's type. */
export interface ShapedRefusal extends Refusal {
  /** Whose words these are: those of the VPC service's v2.0, of another service, of the gateway, or unreadable. */
  shape: Shape;
}

type Shape = "neutron" | "service" | "gateway" | "unreadable";
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
export function refusalOf(status: number, body: string, requestId: string | undefined): ShapedRefusal {
  const fields = fieldsIn(body) ?? {};
  for (const [shape, read] of READERS) {
    const words = read(fields);
    if (words === undefined) continue;
    const message = wordIn(words.message) ?? `HTTP ${status}`;
    const known = defined({ code: wordIn(words.code), requestId: requestId ?? wordIn(fields["request_id"]) });
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
function wordIn(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : undefined;
}
