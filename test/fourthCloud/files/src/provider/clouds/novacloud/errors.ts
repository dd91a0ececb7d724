import type { HttpAnswer } from "../../../io/http";
import { nonsense } from "../kit/answer";
import type { MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";
import { errorFor } from "../kit/failure";
import type { Fields } from "../kit/json";
import { fieldsIn, isFields } from "../kit/json";
import type { ActionName } from "./actions";

const MEANINGS: MeaningTable = [
  ["NoSuchConnection", { kind: "gone" }],
  [
    "AlreadyConnected",
    { kind: "duplicate", remedy: "Take the connection over with its id in `adopt`, or delete it." },
  ],
  ["NoSuchVpc", { kind: "invalid", remedy: "Check the ids of both VPCs, and `accepter.accountId`." }],
  ["BadKey", { kind: "credentials", remedy: "Check `novacloud:apiKey`." }],
  ["SlowDown", { kind: "throttled" }],
  ["Busy", { kind: "busy" }],
  ["Trouble", { kind: "transient" }],
];

/** What was answered, or the error that the answer tells of. */
export function read(action: ActionName, { status, body }: HttpAnswer): Fields {
  const origin = { cloud: "novacloud", action } as const;
  const answer = fieldsIn(body);
  if (answer === undefined)
    throw nonsense(origin, `HTTP ${status}, ${body.length} characters, no JSON object`);
  if (status < 300) return answer;
  const error = isFields(answer["error"]) ? answer["error"] : {};
  const [code, message] = [String(error["code"]), String(error["message"])];
  const meaning = status >= 500 ? ({ kind: "transient" } as const) : meaningIn(MEANINGS, code);
  throw errorFor({ status, code, message }, meaning, origin);
}
