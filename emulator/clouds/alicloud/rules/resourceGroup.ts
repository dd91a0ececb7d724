import { apiError } from "../errors";
import type { Params } from "../params";
import type { Settings } from "../world";

/** The resource group that a parameter names, if the account has it; undefined where not given. */
export function resourceGroupOf(
  params: Params,
  parameter: string,
  { accounts }: Settings,
  accountId: string,
): string | undefined {
  const group = params.get(parameter);
  if (group === undefined || group === "") return undefined;
  const groups = accounts.find((account) => account.accountId === accountId)?.resourceGroups;
  if (groups && !groups.includes(group)) throw apiError("OperationFailed.NotExist.ResourceGroup");
  return group;
}
