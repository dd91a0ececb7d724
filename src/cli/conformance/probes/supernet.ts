import { Unclear } from "../unclear";

/** Blocks that the clouds keep to themselves, which are no subnets. */
const OF_CLOUDS = /^(100\.64\.|198\.19\.|127\.|169\.254\.)/;

/** The block twice as large around a subnet, among the blocks that a table keeps inside. */
export function aroundSubnet(local: readonly string[], vpcId: string): string {
  const subnet = local.find(
    (block) => block.includes(".") && !OF_CLOUDS.test(block) && !block.endsWith("/0"),
  );
  if (subnet === undefined) throw new Unclear(`${vpcId} has no subnet`);
  const [address = "", length = ""] = subnet.split("/");
  const bits = Number(length) - 1;
  const number = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const start = number - (number % 2 ** (32 - bits));
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${bytes.join(".")}/${bits}`;
}
