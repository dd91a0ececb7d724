import { type Block, blocksIn, contains, readBlock } from "../../../core/addresses/block";
import type { RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { serviceError } from "../errors";
import { badParam } from "./tableBodies";

/** The block that a route is to lead to, if no local route of its table keeps it. */
export function readDestination({ core, settings }: ActionContext, table: RouteTable, text: string): Block {
  const { guesses } = settings;
  const read = readBlock(text);
  if (read === undefined || !text.includes("/") || (read.hasHostBits && guesses.hostBitsRefused))
    throw badParam(`destination ${text.slice(0, 64)} is no valid CIDR`);
  const { block } = read;
  const local = blocksIn(table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc)));
  const subnets = blocksIn(
    core.routes.subnets(table.vpc).flatMap(({ cidr, ipv6Cidr }) => [cidr, ipv6Cidr ?? ""]),
  );
  const isTaken =
    local.some((own) => contains(own, block)) ||
    (!guesses.supernetsAreTaken && subnets.some((own) => contains(block, own)));
  if (isTaken) throw serviceError("VPC.2809", `: ${text}`);
  return block;
}
