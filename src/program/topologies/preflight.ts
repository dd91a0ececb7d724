import { grouped } from "../../model/grouped";
import type { Told } from "../../model/told";
import { listed, pathOf } from "./complaints";
import type { Member, PlannedPair } from "./plan";

/** A pair, and what the preflights of its two sides tell. */
export interface FoundPair {
  pair: PlannedPair;
  /** What is told of it now, if it is about to be made. */
  told: readonly Told[];
  /** The blocks of its VPCs as they were when it was made, where they had to be known. */
  before: readonly Told["blocks"][];
}

/** All that preflights found wrong with the pairs of a topology, and with VPCs of it that are no pair. */
export async function complaintsOfPreflight(found: readonly FoundPair[]): Promise<string[]> {
  const all = found.flatMap(({ pair, told }) => told.map((one) => ({ pair, ...one })));
  const complaints = all.flatMap(({ pair, complaints: own }) =>
    own.map((complaint) => ({ path: pathOf(pair), complaint })),
  );
  return [
    ...[...grouped(complaints, ({ complaint }) => complaint)].map(
      ([complaint, same]) => `${listed([...new Set(same.map(({ path }) => path))])}: ${complaint}`,
    ),
    ...(await overlapsOfOthers(found)),
    ...beyond(all.flatMap((one) => one.beyond)),
  ];
}

/** Of each quota, what was said when most connections had been counted. */
function beyond(all: Told["beyond"]): string[] {
  return [...grouped(all, ({ scope }) => scope).values()].map(
    (same) => same.reduce((most, one) => (one.planned > most.planned ? one : most)).complaint,
  );
}

/**
 * Members that are no pair, and have addresses in common: the VPC in the middle cannot lead to both of them. What is there
 * already is not complained of.
 */
async function overlapsOfOthers(found: readonly FoundPair[]): Promise<string[]> {
  const blocks = blocksOf(found);
  const fresh = new Set(found.filter(({ told }) => told.length > 0).map(({ pair }) => pair.accepter));
  const pairs = new Set(found.map(({ pair: { requester, accepter } }) => keyOf(requester, accepter)));
  // Only here are addresses compared, so most programs do without what it takes.
  const { overlap, overlapping } = await import("../../model/cidr.js");
  const members = [...blocks];
  return overlapping([...blocks.values()])
    .flatMap(([one, other]) => {
      const [a, b] = [members[one], members[other]];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    })
    .filter(([[one], [other]]) => !pairs.has(keyOf(one, other)) && (fresh.has(one) || fresh.has(other)))
    .map(([[one, ofOne], [other, ofOther]]) => {
      const common = ofOne.flatMap((here) =>
        ofOther
          .filter((there) => overlap(here, there))
          .map((there) => (here === there ? here : `${here} with ${there}`)),
      );
      return `${one.path} and ${other.path} have addresses in common: ${common.join(", ")}. The hub can lead such addresses to one of them only: use VPCs with different blocks, or turn preflight off if only other parts of them are to talk.`;
    });
}

/** The blocks of every member that somebody saw. */
function blocksOf(found: readonly FoundPair[]): Map<Member, readonly string[]> {
  const blocks = new Map<Member, readonly string[]>();
  for (const { pair, told, before } of found) {
    for (const { requester, accepter } of [...before, ...told.map((one) => one.blocks)]) {
      if (requester !== undefined) blocks.set(pair.requester, requester);
      if (accepter !== undefined) blocks.set(pair.accepter, accepter);
    }
  }
  return blocks;
}

function keyOf(one: Member, other: Member): string {
  return JSON.stringify([one.path, other.path].sort());
}
