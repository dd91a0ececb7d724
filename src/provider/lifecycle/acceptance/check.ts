import { accountKeyOf, accountOf } from "../../../model/account";
import { CLOUDS, factsOf } from "../../../model/clouds";
import type { Side } from "../../../model/peering";
import { isKnown } from "../../../model/unknown";
import { lackedByAcceptance } from "../lackedVerbs";
import type { Findings } from "../preflight/report";
import type { Caller, Checked } from "../resource";
import { SILENT } from "../work";
import type { AcceptanceInputs } from "./inputs";

/** Every label that some cloud lets an accepter set. */
const LABELS = [...new Set(CLOUDS.flatMap((cloud) => factsOf(cloud).accepterLabels))];

/** Checks the inputs of an acceptance, and asks the cloud about the accepter's side if a preflight is wanted. */
export async function checkAcceptance(
  inputs: AcceptanceInputs,
  caller: Caller,
  olds?: AcceptanceInputs,
): Promise<Checked<AcceptanceInputs>> {
  const { session } = caller;
  const { cloud } = await session.open(inputs.cloud);
  const declared = session.declaredAccount(inputs.cloud);
  const lacked = lackedByAcceptance(cloud, inputs);
  const complaints = [...complaintsAbout(inputs), ...lacked, ...otherAccount(inputs, declared)];
  const isNew = olds === undefined && inputs.preflight === true;
  if (!isNew || complaints.length > 0) return { inputs, complaints };
  return { inputs, ...(await preflightOf(inputs, caller)) };
}

/** An acceptance that cannot succeed: the accepter's keys are declared to be those of another account than the accepter's. */
function otherAccount({ cloud, accepter }: AcceptanceInputs, declared: string | undefined): string[] {
  const account = accountOf(accepter);
  if (account === undefined || declared === undefined || !isKnown(account) || account === declared) return [];
  const key = accountKeyOf(cloud);
  return [
    `accepter.${key} is ${JSON.stringify(account)}, but the keys of accepter.provider are declared to be those of ${JSON.stringify(declared)}: they cannot accept. Correct \`accepter.${key}\`, or use the provider instance of that account.`,
  ];
}

/** What is wrong with the inputs of a `VpcPeeringAccepter`, all at once. */
function complaintsAbout(inputs: AcceptanceInputs): string[] {
  const { cloud, connectionId, requester, accepter, expect, decision, onDelete } = inputs;
  if (decision === undefined) return [];
  const isNamed = connectionId !== undefined;
  const isPair = requester?.vpcId !== undefined && accepter.vpcId !== undefined;
  const rules: [holds: boolean, complaint: string][] = [
    [
      isNamed || isPair,
      "Which connection? Give `connectionId`, or the VPCs of both sides in `requester` and `accepter`.",
    ],
    [
      isNamed || accountOf(expect ?? {}) !== undefined,
      "Looking for a request by its VPCs needs to know who may ask: give the requester's account in `expect`.",
    ],
    [
      isOneOf(decision, "accept", "reject"),
      `decision is ${JSON.stringify(decision)}: it must be "accept" or "reject".`,
    ],
    [
      onDelete === undefined || isOneOf(onDelete, "keep", "delete", "reject"),
      `onDelete is ${JSON.stringify(onDelete)}: it must be "keep", "delete" or "reject".`,
    ],
    ...LABELS.map((label): [boolean, string] => [
      inputs[label] === undefined || factsOf(cloud).accepterLabels.includes(label),
      `${label}: on this cloud an accepter cannot set it. Remove it.`,
    ]),
  ];
  return rules.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}

/** Whether a value is one of a few words, or may be, since it is not known yet. */
function isOneOf(value: string, ...words: string[]): boolean {
  return !isKnown(value) || words.includes(value);
}

/** Asks the cloud about the accepter's side of a connection that is about to be made. */
async function preflightOf(inputs: AcceptanceInputs, caller: Caller): Promise<Findings> {
  const { cloud, accepter, requester, __blocks: blocks } = inputs;
  const { session } = caller;
  const { region } = accepter;
  const work = await session.begin({ cloud, operation: "preflight", region }, { ...caller, row: SILENT });
  const side = async (): Promise<Side> => {
    const declared = accountOf(accepter);
    await work.checkAccount(isKnown(declared) ? declared : undefined);
    const { account } = await work.cloud.whoAmI({ region }, work.context);
    return { vpcId: accepter.vpcId ?? "", region, account };
  };
  const other = { vpcId: requester?.vpcId ?? "", blocks: isKnown(blocks) ? blocks : undefined };
  return await session.preflight.ofAccepter(side, other, work);
}
