import { accountKeyOf, accountOf, withTextualAccounts } from "../../../model/account";
import { defined } from "../../../model/defined";
import { markersOf, nameInUrn } from "../../../model/owner";
import type { SideInputs } from "../../../model/peering";
import { isKnown, known } from "../../../model/unknown";
import { asFarAsKnown } from "../asFarAsKnown";
import { lackedByConnection } from "../lackedVerbs";
import type { Caller, Checked } from "../resource";
import type { Timeouts } from "../timeouts";
import type { Found } from "../told";
import { toldOf } from "../told";
import { SILENT } from "../work";
import { isReplaced, refusedChanges } from "./diff";
import type { ConnectionInputs } from "./inputs";
import type { Planned } from "./judge";
import { connectionShapes } from "./shapes";
import { declarerOf, specOf } from "./spec";

/** Checks the inputs of a connection, and asks the cloud about it if a preflight is wanted and it is to be made. */
export async function checkConnection(
  { __isOwn: isOwn = false, __waitFor, __together: isTogether = false, ...given }: ConnectionInputs,
  caller: Caller,
  olds?: ConnectionInputs,
): Promise<Checked<ConnectionInputs>> {
  const { cloud, module } = await caller.session.open(given.cloud);
  const inputs = { ...given, ...withTextualAccounts(given, "requester", "accepter") };
  const named = { ...inputs, name: inputs.name ?? module.defaultName(nameInUrn(declarerOf(caller).urn)) };
  // Complaints about an end show it as the program wrote it, before its account was made a text.
  const unfit = module.complaints.connection({ ...named, ...asGiven(given, __waitFor) });
  if (unfit.length > 0 && !hasShape(named)) return { inputs: named, complaints: unfit };
  const refused = olds === undefined ? [] : refusedChanges(olds, named);
  const complaints = [...unfit, ...lackedByConnection(cloud, named), ...refused];
  const warnings = olds === undefined ? lonelyWait(named, caller.timeouts) : [];
  if (named.preflight !== true || complaints.length > 0) return { inputs: named, complaints, warnings };
  if (olds !== undefined && !isReplaced(olds, named)) {
    return { inputs: { ...named, ...defined({ __blocks: olds.__blocks }) }, complaints };
  }
  const { found, blocks } = await preflightOf(named, isOwn ? "own" : "declared", caller);
  const { told, ...findings } = toldOf(found, { isTogether });
  return {
    inputs: { ...named, ...defined({ __blocks: blocks, __told: told }) },
    ...findings,
    warnings: [...warnings, ...findings.warnings],
  };
}

/** What complaints have to show as it was given, before it was made to fit. */
function asGiven({ requester, accepter, waitFor }: ConnectionInputs, unused: unknown): object {
  return { requester, accepter, waitFor: waitFor ?? unused };
}

/** Whether the rest can be looked at; what is not known yet passes. */
function hasShape(inputs: ConnectionInputs): boolean {
  return connectionShapes.inputs.safeParse(inputs).success;
}

/** With an acceptance in the same program, `waitFor` is left to it; without, somebody else has to act meanwhile. */
function lonelyWait({ waitFor, requester, accepter }: ConnectionInputs, { create }: Timeouts): string[] {
  const [own, other] = [accountOf(requester), accountOf(accepter)];
  const isOthers = own !== undefined && other !== undefined && isKnown([own, other]) && own !== other;
  if (waitFor !== "active" || !isOthers) return [];
  return [
    `waitFor is "active", and nothing in this program accepts for account ${other}: \`pulumi up\` waits for ${create ?? "10m"} until that account does. Give \`accepter.provider\`, or leave \`waitFor\` out.`,
  ];
}

/** Asks the cloud about a connection that is about to be made. The accepter's account is the requester's own, or as declared. */
async function preflightOf(
  inputs: ConnectionInputs,
  accepterAccount: "own" | "declared",
  caller: Caller,
): Promise<{ found: Found; blocks: string[] | undefined }> {
  const { session } = caller;
  const { cloud, adopt } = inputs;
  const requester = asFarAsKnown(inputs.requester, cloud);
  const accepter = asFarAsKnown(inputs.accepter, cloud);
  const { region } = requester;
  const work = await session.begin({ cloud, operation: "preflight", region }, { ...caller, row: SILENT });
  const isRouted = inputs.__routed !== undefined;
  const plan = async (): Promise<Planned> => {
    await work.checkAccount(known(accountOf(requester)));
    const { account } = await work.cloud.whoAmI({ region }, work.context);
    const withAccount = (side: SideInputs): SideInputs => ({ ...side, [accountKeyOf(cloud)]: account });
    const ends = {
      requester: withAccount(requester),
      accepter: accepterAccount === "own" ? withAccount(accepter) : accepter,
    };
    const owner = declarerOf(caller);
    const spec = await specOf({ ...inputs, ...ends }, owner, work);
    return { spec, markers: markersOf(owner), declarer: owner, adopt, own: account, isRouted };
  };
  return await session.preflight.ofConnection(requester, plan, work);
}
