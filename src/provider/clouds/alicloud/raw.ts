import type { HttpAnswer } from "../../../io/http";
import { nonsense } from "../kit/answer";
import { fieldsIn } from "../kit/json";
import type { RawAnswer } from "../raw";
import { errorOf } from "./errors";

/** An answer as it came. Every one that is the service's own has the id of its request. */
export function rawAnswer(action: string, { status, body }: Pick<HttpAnswer, "status" | "body">): RawAnswer {
  const fields = fieldsIn(body) ?? {};
  const { RequestId: requestId, Code: code, Message: message = code } = fields;
  if (typeof requestId !== "string" || (status >= 400 && typeof code !== "string"))
    throw nonsense({ cloud: "alicloud", action }, `HTTP ${status}, ${body.length} characters`);
  if (status < 400 || typeof code !== "string") return { requestId, fields };
  const refusal = { status, code, message: String(message) };
  return { requestId, fields, refusal: { ...refusal, kind: errorOf(action, refusal).kind } };
}
