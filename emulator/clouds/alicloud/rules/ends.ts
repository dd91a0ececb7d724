import type { ActionContext } from "../action";
import { apiError, illegal, invalid } from "../errors";
import type { Params } from "../params";
import type { WorldAccount, WorldVpc, Settings } from "../world";
import { checkRegion, isCrossBorder } from "./regions";

/** One end of a peering to be made. */
export interface End {
  readonly vpcId: string;
  readonly region: string;
  readonly account: string;
}

/** Both ends of a peering to be made, taken from the parameters of a create and checked against the world. */
export function readEnds({ params, settings, caller, core }: ActionContext): {
  requester: End;
  accepter: End;
} {
  const requester = {
    vpcId: params.get("VpcId") ?? "",
    region: params.get("RegionId") ?? "",
    account: caller.accountId,
  };
  const accepter = {
    vpcId: params.get("AcceptingVpcId") ?? "",
    region: params.get("AcceptingRegionId") ?? "",
    account: readUid(params, settings),
  };
  const { guesses } = settings;
  checkVpcId("VpcId", requester.vpcId, settings);
  checkVpcId("AcceptingVpcId", accepter.vpcId, settings);
  if (requester.vpcId === accepter.vpcId) throw apiError(guesses.sameVpcCode, "AcceptingVpcId");
  checkRegion(requester.region, settings);
  checkRegion(accepter.region, settings);

  const isThere = (end: End) => {
    const vpc = core.vpcs.find("alicloud", end.vpcId, end.account);
    return vpc ? vpc.account === end.account && vpc.region === end.region : !settings.strictIds;
  };
  if (!isThere(requester)) throw apiError(guesses.unknownVpcCode, "Vpc");
  if (!isThere(accepter)) throw apiError(guesses.unknownAcceptingVpcCode, "AcceptingVpc");
  return { requester, accepter };
}

/** Refuses ends whose VPCs or accounts are in no condition for a peering. */
export function checkEnds(requester: End, accepter: End, settings: Settings): void {
  checkVpcs(vpcOf(requester, settings), vpcOf(accepter, settings));
  checkAccounts(accountOf(requester, settings), accountOf(accepter, settings));
  if (isCrossBorder(requester.region, accepter.region)) {
    if (accountOf(requester, settings)?.crossBorderCdt === false) {
      throw apiError("OperationFailed.CrossBorderCdtNotOpened");
    }
    if (accountOf(accepter, settings)?.crossBorderCdt === false) {
      throw apiError("OperationFailed.AcceptUserCrossBorderCdtNotOpened");
    }
  }
}

function checkVpcs(own: WorldVpc | undefined, peer: WorldVpc | undefined): void {
  if (own?.shared === true) throw apiError("OperationDenied.OperateShareResource");
  if (own?.status === "Pending") throw apiError("IncorrectStatus.Vpc", "Vpc", own.vpcId);
  if (peer?.status === "Pending") throw apiError("IncorrectStatus.AcceptingVpc", "AcceptingVpc", peer.vpcId);
  if (own?.cloudBox === true) throw apiError("OperationDenied.CloudBoxExistsInVpc");
  if (peer?.cloudBox === true) throw apiError("OperationDenied.CloudBoxExistsInAcceptingVpc");
}

function checkAccounts(own: WorldAccount | undefined, peer: WorldAccount | undefined): void {
  if (own && own.businessStatus !== "Normal") {
    throw apiError("IncorrectBusinessStatus.VpcPeer", "VpcPeer", own.businessStatus);
  }
  if (peer && peer.businessStatus !== "Normal") throw apiError("IncorrectBusinessStatus.AcceptVpcPeer");
  if (own?.cdt === false) throw apiError("OperationFailed.CdtNotOpened");
  if (peer?.cdt === false) throw apiError("OperationFailed.AcceptUserCdtNotOpened");
  if (own && peer && own.site !== peer.site) throw apiError("OperationFailed.CrossBusinessNotAllowed");
}

function readUid(params: Params, { strictIds }: Settings): string {
  const uid = params.get("AcceptingAliUid") ?? "";
  if (strictIds && !/^\d{1,19}$/.test(uid)) throw invalid("AcceptingAliUid");
  return uid;
}

function checkVpcId(parameter: string, vpcId: string, { strictIds }: Settings): void {
  if (strictIds && !/^vpc-[a-z0-9]+$/.test(vpcId)) throw illegal(parameter);
}

function vpcOf(end: End, { vpcs }: Settings): WorldVpc | undefined {
  return vpcs.find(({ vpcId, accountId }) => vpcId === end.vpcId && accountId === end.account);
}

function accountOf(end: End, { accounts }: Settings): WorldAccount | undefined {
  return accounts.find(({ accountId }) => accountId === end.account);
}
