const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Why a resource may not be, or undefined: one end of a peering belongs to an account (on Huawei Cloud a project)
 * that is not in the list. An account that is not known yet is looked at when it is: in `pulumi up`.
 *
 * @param {string} type The resource's type.
 * @param {Record<string, any>} inputs Its inputs.
 * @param {string[]} accounts The accounts that may be peered with, one's own among them.
 */
exports.strangerIn = function strangerIn(type, inputs, accounts) {
  if (!/^(pulumi-nodejs:dynamic\/vpcPeering|vpc-peering:index):(Connection|Acceptance)$/.test(type))
    return undefined;
  const ends = [inputs.requester, inputs.accepter, inputs.expect];
  const owners = ends.map((end) => end?.accountId ?? end?.projectId);
  const stranger = owners.find(
    (owner) => owner !== undefined && owner !== UNKNOWN && !accounts.includes(owner),
  );
  if (stranger === undefined) return undefined;
  return `This peering leads to account ${stranger}, which is not in the list (${accounts.join(", ")}). Have it added to the policy's accounts, or correct the program.`;
};
