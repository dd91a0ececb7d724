import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";

/** What every answer needs to know of its request. */
export interface AnswerTo {
  readonly requestId: string;
  readonly host: string;
}

/** A success: the fields beside the request id. */
export function success(to: AnswerTo, fields: JsonObject): Answer {
  return answer(to, 200, null, { RequestId: to.requestId, ...fields });
}

/** An error in the envelope all products share. */
export function failure(to: AnswerTo, error: { status: number; code: string; message: string }): Answer {
  return answer(to, error.status, error.code, {
    RequestId: to.requestId,
    HostId: to.host,
    Code: error.code,
    Message: error.message,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(error.code)}&product=VpcPeer&requestId=${to.requestId}`,
  });
}

function answer(to: AnswerTo, status: number, code: string | null, fields: JsonObject): Answer {
  const headers = { "content-type": "application/json;charset=utf-8", "x-acs-request-id": to.requestId };
  return { status, headers, body: writeJson(fields), code };
}
