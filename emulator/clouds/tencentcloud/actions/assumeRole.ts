import type { Action } from "../action";
import { apiError } from "../errors";
import { integer, text } from "../shape";

const longestSeconds = 43_200;

/** Issues a temporary key for a role. Any role of an account of the world may be assumed by anyone. */
export const assumeRole: Action = {
  params: {
    RoleArn: text,
    RoleSessionName: text,
    DurationSeconds: integer,
    Policy: text,
    ExternalId: text,
    SourceIdentity: text,
  },
  required: ["RoleArn", "RoleSessionName"],
  isRegional: false,
  isLimited: false,
  run({ core, keys, params, settings }) {
    const arn = params.text("RoleArn") ?? "";
    const [, uin, role] = /^qcs::cam::uin\/(\d+):(?:roleName|role)\/([\w.@-]+)$/.exec(arn) ?? [];
    if (uin === undefined || role === undefined) throw apiError("InvalidParameter.ParamError");
    const session = params.text("RoleSessionName") ?? "";
    if (!/^[\w+=,.@-]{2,128}$/.test(session)) throw apiError("InvalidParameter.ParamError");
    const seconds = params.integer("DurationSeconds") ?? 7200;
    if (seconds < 1 || seconds > longestSeconds) throw apiError("InvalidParameter.OverTimeError");
    if (!isPolicy(params.text("Policy"))) throw apiError("InvalidParameter.StrategyFormatError");
    if (!settings.accounts.some((account) => account.uin === uin)) {
      throw apiError("ResourceNotFound.RoleNotFound", role);
    }
    const ExpiredTime = Math.floor(core.clock.now() / 1000) + seconds;
    const key = keys.issue(uin, role, session, ExpiredTime * 1000);
    return {
      Credentials: { Token: key.token, TmpSecretId: key.secretId, TmpSecretKey: key.secretKey },
      ExpiredTime,
      Expiration: new Date(ExpiredTime * 1000).toISOString().replace(/\.\d+Z$/, "Z"),
    };
  },
};

/** A policy may come as it is, or encoded as for a URL. */
function isPolicy(policy: string | undefined): boolean {
  if (policy === undefined || policy === "") return true;
  try {
    return typeof JSON.parse(policy.startsWith("%") ? decodeURIComponent(policy) : policy) === "object";
  } catch {
    return false;
  }
}
