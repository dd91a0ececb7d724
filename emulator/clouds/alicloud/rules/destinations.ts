import { type Block, blocksIn, contains, isSame, readBlock } from "../../../core/addresses/block";
import { blocksOfSubnet, type RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { apiError, type ApiError } from "../errors";
import { serviceRange } from "../routing";

/** The block that a route is to lead to, if a table of the VPC can have a route there. */
export function readDestination(
  context: ActionContext,
  table: RouteTable,
  { text, isBatch }: { readonly text: string; readonly isBatch: boolean },
): Block {
  const { guesses } = context.settings;
  const read = readBlock(text);
  if (read === undefined || (read.hasHostBits && guesses.hostBitsRefused))
    throw apiError("InvalidCidrBlock.Malformed", text);
  const { block } = read;
  if (block.version === 6) checkIpv6(context, table);
  const isStrict = isBatch && !guesses.batchAllowsSupernets;
  const subnets = blocksIn(context.core.routes.subnets(table.vpc).flatMap(blocksOfSubnet));
  const isTaken = subnets.some((own) => contains(own, block) || (isStrict && contains(block, own)));
  if (isTaken) throw taken(context, block, text);
  checkServiceRange(context, block, { text, isBatch });
  return block;
}

function taken({ settings }: ActionContext, { version }: Block, text: string): ApiError {
  return version === 4
    ? apiError(settings.guesses.ownDestinationCode, text)
    : apiError("OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch", text);
}

function checkIpv6({ settings }: ActionContext, { vpc, main }: RouteTable): void {
  if (vpc.ipv6CidrBlocks.length === 0) throw apiError("OperationDenied.VpcIpv6NotEnabled");
  if (!main && !settings.guesses.customTablesTakeIpv6)
    throw apiError("OperationDenied.Ipv6EntryOnCustomTable");
}

/** The addresses of the cloud's services are not to be led elsewhere, or only some of them. */
function checkServiceRange(
  { settings: { guesses } }: ActionContext,
  block: Block,
  { text, isBatch }: { readonly text: string; readonly isBatch: boolean },
): void {
  const [services] = blocksIn([serviceRange]);
  if (services === undefined || !contains(services, block)) return;
  const mayBePart =
    guesses.partsOfServiceRange === "always" || (guesses.partsOfServiceRange === "single" && !isBatch);
  if (isSame(services, block) || !mayBePart) throw apiError(guesses.ownDestinationCode, text);
}
