import { ACCOUNT_KEYS, accountKeyOf, accountOf, withTextualAccounts } from "../../../model/account";
import { defined } from "../../../model/defined";
import type { Side } from "../../../model/peering";
import { shown } from "../../../model/shown";
import { isKnown, known, UNKNOWN } from "../../../model/unknown";
import { asFarAsKnown } from "../asFarAsKnown";
import { lackedByAcceptance } from "../lackedVerbs";
import type { Caller, Checked } from "../resource";
import type { Found } from "../told";
import { toldOf } from "../told";
import { SILENT } from "../work";
import type { AcceptanceInputs } from "./inputs";

/** Checks the inputs of an acceptance, and asks the cloud about the accepter's side if a preflight is wanted. */
export async function checkAcceptance(
  { __together: isTogether = false, ...given }: AcceptanceInputs,
  caller: Caller,
  olds?: AcceptanceInputs,
): Promise<Checked<AcceptanceInputs>> {
  const { session } = caller;
  const { cloud, module } = await session.open(given.cloud);
  const unfit = module.complaints.acceptance({ ...given });
  if (unfit.length > 0) return { inputs: given, complaints: unfit };
  const inputs = { ...given, ...withTextualAccounts(given, "accepter", "expect") };
  const declared = session.declaredAccount(inputs.cloud);
  const complaints = [
    ...lackedBy(inputs),
    ...lackedByAcceptance(cloud, inputs),
    ...otherAccount(inputs, declared),
  ];
  const isNew = olds === undefined && inputs.preflight === true;
  if (!isNew || complaints.length > 0) return { inputs, complaints };
  const { told, ...findings } = toldOf(await preflightOf(inputs, caller), { isTogether });
  return { inputs: { ...inputs, ...defined({ __told: told }) }, ...findings };
}

/** An acceptance that cannot succeed: the accepter's keys are declared to be those of another account than the accepter's. */
function otherAccount({ cloud, accepter }: AcceptanceInputs, declared: string | undefined): string[] {
  const account = accountOf(accepter);
  if (account === undefined || declared === undefined || !isKnown(account) || account === declared) return [];
  const key = accountKeyOf(cloud);
  return [
    `accepter.${key} is ${shown(account)}, but the keys of accepter.provider are declared to be those of ${shown(declared)}: they cannot accept. Correct \`accepter.${key}\`, or use the provider instance of that account.`,
  ];
}

/** What is missing in the inputs of a `VpcPeeringAccepter`. */
function lackedBy({ connectionId, requester, accepter, expect, decision }: AcceptanceInputs): string[] {
  if (decision === undefined || connectionId !== undefined) return [];
  const isPair = [requester, accepter].every((side) => side !== undefined && mayHave(side, "vpcId"));
  const rules: [holds: boolean, complaint: string][] = [
    [
      isPair,
      "Which connection? Give `connectionId`, or the VPCs of both sides in `requester` and `accepter`.",
    ],
    [
      mayHave(expect ?? {}, ...ACCOUNT_KEYS),
      "Looking for a request by its VPCs needs to know who may ask: give the requester's account in `expect`.",
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}

/** Whether one of these is given, or may turn out to be. */
function mayHave(side: object, ...names: readonly string[]): boolean {
  return (side as unknown) === UNKNOWN || names.some((name) => Object.hasOwn(side, name));
}

/** Asks the cloud about the accepter's side of a connection that is about to be made. */
async function preflightOf(inputs: AcceptanceInputs, caller: Caller): Promise<Found> {
  const { cloud, requester, __blocks: blocks, __routed: routed } = inputs;
  const { session } = caller;
  const accepter = asFarAsKnown(inputs.accepter, cloud);
  const { region } = accepter;
  const work = await session.begin({ cloud, operation: "preflight", region }, { ...caller, row: SILENT });
  const side = async (): Promise<Side> => {
    await work.checkAccount(known(accountOf(accepter)));
    const { account } = await work.cloud.whoAmI({ region }, work.context);
    return { vpcId: accepter.vpcId ?? "", region, account };
  };
  const other = { vpcId: requester?.vpcId ?? "", blocks: known(blocks), isRouted: routed !== undefined };
  return await session.preflight.ofAccepter(accepter, side, { requester: other, work });
}
