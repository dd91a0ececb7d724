import { type Block, blocksIn, contains, isSame, overlap, readBlock } from "../../../core/addresses/block";
import { blocksOfSubnet } from "../../../core/routes/route";
import { blocksOfVpc, type Vpc } from "../../../core/store/vpcStore";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import type { RouteParam } from "./routeParams";

/** The block that a route is to lead to, if it is outside of its own VPC. */
export function readDestination(
  context: ActionContext,
  vpc: Vpc,
  { DestinationCidrBlock: ipv4 = "", DestinationIpv6CidrBlock: ipv6 = "" }: RouteParam,
): Block {
  const [name, text] = ipv4 === "" ? ["DestinationIpv6CidrBlock", ipv6] : ["DestinationCidrBlock", ipv4];
  if (text === "") throw apiError("InvalidParameterValue.Empty", "DestinationCidrBlock");
  if (ipv4 !== "" && ipv6 !== "")
    throw apiError("InvalidParameter.Coexist", "DestinationCidrBlock and DestinationIpv6CidrBlock");
  const read = readBlock(text);
  const isOfVersion = read?.block.version === (name === "DestinationCidrBlock" ? 4 : 6);
  if (!isOfVersion || (read.hasHostBits && context.settings.guesses.hostBitsRefused))
    throw apiError("InvalidParameterValue.Malformed", name, text);
  checkOwnBlocks(context, vpc, { block: read.block, text });
  return read.block;
}

function checkOwnBlocks(
  { core, settings }: ActionContext,
  vpc: Vpc,
  { block, text }: { readonly block: Block; readonly text: string },
): void {
  const subnets = blocksIn(core.routes.subnets(vpc).flatMap(blocksOfSubnet));
  if (subnets.some((subnet) => isSame(subnet, block)))
    throw apiError("InvalidParameterValue.SubnetOverlapRoute", text);
  const [first, ...others] = blocksIn(blocksOfVpc(vpc));
  if (others.some((other) => isSame(other, block)))
    throw apiError("InvalidParameterValue.VpcCidrOverlapRoute", text);
  if ([first, ...others].some((own) => own !== undefined && contains(own, block)))
    throw apiError("InvalidParameterValue.VpcCidrConflict", text);
  const described = settings.vpcs.find(({ vpcId, uin }) => vpcId === vpc.vpcId && uin === vpc.account);
  if (blocksIn(described?.containerCidrBlocks ?? []).some((container) => overlap(container, block)))
    throw apiError("UnsupportedOperation.ConflictWithDockerRoute", text);
}
