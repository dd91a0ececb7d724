import type { ActionContext } from "../action";
import { neutronError, refused } from "../errors";

/** One end of a peering to be made. */
export interface End {
  readonly vpcId: string;
  readonly region: string;
  readonly account: string;
}

/** Finds both ends in the world: the requester's in the caller's project, the accepter's in the project that is named. */
export function findEnds(
  context: ActionContext,
  asked: { vpcId: string; projectId: string | undefined },
  peer: { vpcId: string; projectId: string | undefined },
): { requester: End; accepter: End } {
  const { caller, settings } = context;
  const { guesses } = settings;
  if (asked.projectId !== undefined && asked.projectId !== caller.projectId)
    throw refused(guesses.unknownVpc);
  if (asked.vpcId === peer.vpcId) throw refused(guesses.sameVpc);
  const requester = findVpc(context, asked.vpcId, [caller.projectId], undefined);
  if (!requester) throw refused(guesses.unknownVpc);
  const projects = peer.projectId === undefined ? tenantOf(context) : [peer.projectId];
  const accepter = findVpc(context, peer.vpcId, projects, requester.region);
  if (accepter?.region !== requester.region) {
    const message = "Invalid input for operation: Accept VPC id or tenant id is incorrect.";
    throw neutronError(400, "InvalidInput", message);
  }
  return { requester, accepter };
}

/** The projects whose VPCs are connected without an acceptance. */
export function tenantOf({ caller, settings }: ActionContext): string[] {
  switch (settings.guesses.sameTenantIs) {
    case "domain":
      return settings.projects.filter((one) => one.domainId === caller.domainId).map((one) => one.projectId);
    case "project":
    case "nobody":
      return [caller.projectId];
  }
}

/** Where ids may have any shape, a VPC that the world does not list is taken to be where the call says. */
function findVpc(
  { core, settings }: ActionContext,
  vpcId: string,
  projects: readonly string[],
  region: string | undefined,
): End | undefined {
  for (const account of projects) {
    const vpc = core.vpcs.find("huaweicloud", vpcId, account);
    if (vpc?.account === account) return { vpcId, account, region: vpc.region };
  }
  const isListed = core.vpcs.find("huaweicloud", vpcId) !== undefined;
  const [account] = projects;
  if (settings.strictIds || isListed || account === undefined) return undefined;
  return { vpcId, account, region: region ?? settings.vpcs[0]?.region ?? "cn-north-4" };
}
