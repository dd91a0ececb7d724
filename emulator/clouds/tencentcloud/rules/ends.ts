import { anyOverlap, type Block, blocksIn } from "../../../core/addresses/block";
import type { ActionContext } from "../action";
import { existing, isDead } from "../find";
import { apiError } from "../errors";
import { checkRegion } from "./regions";
import { checkVpcId } from "./ids";

/** One end of a peering to be made. */
export interface End {
  readonly vpcId: string;
  readonly region: string;
  readonly account: string;
}

/** Both ends of a peering to be made. */
export interface Ends {
  readonly requester: End;
  readonly accepter: End;
}

/** The ends that a create names, checked against the world. */
export function readEnds(context: ActionContext): Ends {
  const { params, caller, region, settings } = context;
  const requester = { vpcId: params.text("SourceVpcId") ?? "", region, account: caller.uin };
  const accepter = {
    vpcId: params.text("DestinationVpcId") ?? "",
    region: params.text("DestinationRegion") ?? "",
    account: params.text("DestinationUin") ?? "",
  };
  checkVpcId(context, "SourceVpcId", requester.vpcId);
  checkVpcId(context, "DestinationVpcId", accepter.vpcId);
  if (!/^\d+$/.test(accepter.account)) throw apiError("InvalidParameterValue", "DestinationUin");
  checkRegion(settings, accepter.region);
  if (requester.vpcId === accepter.vpcId) throw apiError(settings.guesses.sameVpcCode, "DestinationVpcId");
  for (const end of [requester, accepter])
    if (!isThere(context, end)) throw apiError("ResourceNotFound", end.vpcId);
  return { requester, accepter };
}

function isThere({ core, settings }: ActionContext, end: End): boolean {
  const vpc = core.vpcs.find("tencentcloud", end.vpcId, end.account);
  return vpc ? vpc.account === end.account && vpc.region === end.region : !settings.strictIds;
}

/** Refuses ends that are connected already, or have as many peerings as they may. */
export function checkRoomFor(context: ActionContext, ends: Ends): void {
  const { guesses } = context.settings;
  const taken = existing(context, [ends.requester.vpcId, ends.accepter.vpcId]).some(
    (peering) =>
      (guesses.deadBlocksPair || !isDead(peering)) &&
      (isPair(peering, ends.requester, ends.accepter) ||
        (guesses.pairIsUnordered && isPair(peering, ends.accepter, ends.requester))),
  );
  if (taken) throw apiError("UnsupportedOperation.VpcPeerAlreadyExist");
  const { perVpc } = context.settings.quotas;
  if (perVpc === 0) return;
  for (const { vpcId } of [ends.requester, ends.accepter]) {
    const counted = existing(context, [vpcId]).filter(
      (peering) => guesses.deadCountsAgainstQuota || !isDead(peering),
    );
    if (counted.length >= perVpc) throw apiError("LimitExceeded.VpcPeerTotalLimitExceeded", vpcId, perVpc);
  }
}

function isPair(peering: Ends, from: End, to: End): boolean {
  return peering.requester.vpcId === from.vpcId && peering.accepter.vpcId === to.vpcId;
}

/** Refuses ends whose addresses overlap, with each other or with what either is connected to. */
export function checkAddresses(context: ActionContext, ends: Ends): void {
  const { requester, accepter } = ends;
  for (const [end, other] of [
    [requester, accepter],
    [accepter, requester],
  ] as const) {
    const others = peersOf(context, end).filter(({ vpcId }) => vpcId !== other.vpcId);
    const rivals = [end, ...(context.settings.guesses.otherPeersMustNotOverlap ? others : [])];
    const wanted = cidrsOf(context, other);
    const rival = rivals.find((one) => anyOverlap(cidrsOf(context, one), wanted));
    if (rival) throw apiError(context.settings.guesses.cidrConflictCode, rival.vpcId, other.vpcId);
  }
}

/** The other ends of a VPC's peerings. */
function peersOf(context: ActionContext, { vpcId }: End): End[] {
  return existing(context, [vpcId])
    .filter((peering) => !isDead(peering))
    .flatMap(({ requester, accepter }) => {
      if (requester.vpcId === vpcId) return [accepter];
      return accepter.vpcId === vpcId ? [requester] : [];
    });
}

function cidrsOf({ core }: ActionContext, { vpcId, account }: End): readonly Block[] {
  const vpc = core.vpcs.find("tencentcloud", vpcId, account);
  return vpc === undefined ? [] : blocksOf(vpc.cidrBlocks).concat(blocksOf(vpc.secondaryCidrBlocks));
}

/** Blocks by the list they were read from: a hub's are compared with every new VPC's. A VPC that changes gets another list. */
const readBefore = new WeakMap<readonly string[], readonly Block[]>();

function blocksOf(texts: readonly string[]): readonly Block[] {
  const known = readBefore.get(texts);
  if (known) return known;
  const blocks = blocksIn(texts);
  readBefore.set(texts, blocks);
  return blocks;
}
