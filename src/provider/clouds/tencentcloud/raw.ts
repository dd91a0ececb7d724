import type { HttpAnswer } from "../../../io/http";
import { nonsense } from "../kit/answer";
import { fieldsIn, isFields } from "../kit/json";
import type { RawAnswer } from "../raw";
import { errorOf } from "./errors";

/** An answer as it came, out of its envelope. Every one has the id of its request. */
export function rawAnswer(action: string, { status, body }: Pick<HttpAnswer, "status" | "body">): RawAnswer {
  const envelope = fieldsIn(body)?.["Response"];
  const fields = isFields(envelope) ? envelope : {};
  const { RequestId: requestId, Error: error } = fields;
  const { Code: code, Message: message = code } = isFields(error) ? error : {};
  if (typeof requestId !== "string" || status !== 200)
    throw nonsense({ cloud: "tencentcloud", action }, `HTTP ${status}, ${body.length} characters`);
  if (typeof code !== "string") return { requestId, fields };
  const refusal = { status, code, message: String(message) };
  return { requestId, fields, refusal: { ...refusal, kind: errorOf(action, refusal).kind } };
}
