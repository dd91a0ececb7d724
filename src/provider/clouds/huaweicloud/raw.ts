import type { HttpAnswer } from "../../../io/http";
import { defined } from "../../../model/defined";
import { nonsense } from "../kit/answer";
import { fieldsIn } from "../kit/json";
import type { RawAnswer } from "../raw";
import type { ActionName } from "./actions";
import { errorOf } from "./errors";
import { refusalOf } from "./refusal";

/** An answer as it came, whichever of its shapes an error has. A success without a body has no fields. */
export function rawAnswer(action: ActionName, { status, headers, body }: HttpAnswer): RawAnswer {
  const requestId = [headers["x-request-id"]].flat()[0];
  const fields = status === 204 ? {} : fieldsIn(body);
  const refusal = status >= 300 ? refusalOf(status, body, requestId) : undefined;
  if (fields === undefined || refusal?.shape === "unreadable")
    throw nonsense({ cloud: "huaweicloud", action }, `HTTP ${status}, ${body.length} characters`);
  if (refusal === undefined) return { fields, ...defined({ requestId }) };
  const { code = "", message } = refusal;
  const { kind } = errorOf(action, refusal);
  return { fields, refusal: { status, code, message, kind }, ...defined({ requestId: refusal.requestId }) };
}
