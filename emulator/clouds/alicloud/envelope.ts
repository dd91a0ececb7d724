import type { Answer } from "../../core/http/http";
import { type JsonObject, writeJson } from "../../core/http/json";
import { writeXml } from "../../core/http/xml";

/** What every answer needs to know of its request. */
export interface AnswerTo {
  readonly requestId: string;
  readonly host: string;
  readonly action: string;
  /** Whether it asks for XML, as the older official clients do unless told otherwise. */
  readonly wantsXml: boolean;
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
  const type = to.wantsXml ? "text/xml" : "application/json";
  const headers = { "content-type": `${type};charset=utf-8`, "x-acs-request-id": to.requestId };
  const root = code === null ? `${to.action}Response` : "Error";
  return { status, headers, body: to.wantsXml ? writeXml(root, fields) : writeJson(fields), code };
}
