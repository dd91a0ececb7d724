import { canonical } from "../../../model/cidr";
import { blocksIn } from "../preflightReads";

/** The address blocks that are named, each once and in canonical form, without those that are empty or missing. */
export function canonicalBlocks(...blocks: unknown[]): string[] {
  return [...new Set(blocksIn(...blocks).map(canonicalOr))];
}

/** A destination in canonical form. Some lead to lists of blocks, which have names: they stay as they are. */
export function canonicalOr(text: string): string {
  return canonical(text) ?? text;
}
