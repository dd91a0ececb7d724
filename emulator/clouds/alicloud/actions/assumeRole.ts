import type { Action } from "../action";
import { timeText } from "../view";
import { apiError } from "../errors";
import { integer } from "../params";

/** Issues a temporary key for a role. Any role of an account of the world may be assumed by anyone. */
export const assumeRole: Action = {
  required: ["RoleArn", "RoleSessionName"],
  prepare({ core, keys, params, settings }) {
    const roleArn = params.get("RoleArn") ?? "";
    const [, accountId, role] = /^acs:ram::([^:]+):role\/([\w.-]+)$/.exec(roleArn) ?? [];
    if (accountId === undefined || role === undefined) throw apiError("InvalidParameter.RoleArn");
    const session = params.get("RoleSessionName") ?? "";
    if (!/^[\w.@-]{2,64}$/.test(session)) throw apiError("InvalidParameter.RoleSessionName");
    const seconds = integer(params, "DurationSeconds") ?? 3600;
    if (seconds < 900 || seconds > 43_200) throw apiError("InvalidParameter.DurationSeconds");
    if (!isPolicy(params.get("Policy"))) throw apiError("InvalidParameter.PolicyGrammar");
    if (!settings.accounts.some((account) => account.accountId === accountId)) {
      throw apiError("EntityNotExist.Role", role);
    }
    return () => {
      const key = keys.issue(accountId, role, session, core.clock.now() + seconds * 1000);
      return {
        AssumedRoleUser: { Arn: key.identity["Arn"], AssumedRoleId: key.identity["PrincipalId"] },
        Credentials: {
          AccessKeyId: key.accessKeyId,
          AccessKeySecret: key.secret,
          SecurityToken: key.securityToken,
          Expiration: timeText(key.expiresAt),
        },
      };
    };
  },
};

function isPolicy(policy: string | undefined): boolean {
  if (policy === undefined || policy === "") return true;
  try {
    return typeof JSON.parse(policy) === "object";
  } catch {
    return false;
  }
}
