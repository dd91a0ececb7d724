import { accountKeyOf } from "../../model/account";
import { factsOf } from "../../model/clouds";
import { nameOfPair } from "../../model/peering";
import { shown } from "../../model/shown";
import { byName } from "../kit/byName";
import type { Around, Existing } from "./declared";
import { declared } from "./declared";
import { resourceNames } from "./names";
import type { Declaration, Fields, Program } from "./program";
import { Setting } from "./program";

/** A connection that the program does not declare, and why. */
export interface Left {
  existing: Existing;
  why: string;
}

/** What a program is made of. */
export interface Material extends Around {
  connections: readonly Existing[];
  /** Those of the cloud's settings that stand in the stack's config one by one. */
  configured: readonly string[];
  /** Whether others stand there in a block, which only the plugin reads, and no instance of a program. */
  hasBlock: boolean;
  /** What could not be read, as sentences. */
  unread: readonly string[];
}

/** The program that declares the connections as they are, and what it leaves out. */
export function compose(material: Material): { program: Program; left: Left[] } {
  const { cloud, connections, unread } = material;
  const sorted = [...connections].sort((a, b) => (a.peering.id < b.peering.id ? -1 : 1));
  const verdicts = sorted.map((existing) => ({ existing, verdict: declared(existing, material) }));
  const pairs = new Set<string>();
  const left: Left[] = [];
  const kept: { existing: Existing; region: string; declaration: Omit<Declaration, "name"> }[] = [];
  for (const { existing, verdict } of verdicts) {
    const { requester, accepter } = existing.peering;
    const pair = JSON.stringify([requester.vpcId, accepter.vpcId].sort());
    if ("why" in verdict) left.push({ existing, why: verdict.why });
    else if (pairs.has(pair))
      left.push({ existing, why: "Another connection of these two VPCs is declared." });
    else {
      pairs.add(pair);
      const { region, ...declaration } = verdict;
      kept.push({ existing, region, declaration });
    }
  }
  const regions = new Map(kept.map(({ existing, region }) => [region, accountOf(existing)]));
  const instances = [...regions].map(([name, account]) => instanceOf(name, account, material)).sort(byName);
  const names = resourceNames(
    kept.map(({ existing }) => existing.peering),
    [...regions.keys()],
  );
  const declarations = kept
    .map(({ existing, declaration }) => ({
      ...declaration,
      name: names.get(existing.peering.id) ?? existing.peering.id,
    }))
    .sort(byName);
  const ending = [...leftLines(left), ...unread.map((sentence) => `Not read: ${sentence}`)];
  const program = { cloud, heading: headingOf(material), instances, declarations, ending };
  return { program, left };
}

function accountOf({ peering, own }: Existing): string {
  return peering[own].account;
}

/** A provider instance for a region. It names whose keys are meant, so that with others nothing is changed. */
function instanceOf(region: string, account: string, { cloud, configured }: Material) {
  const { settings } = factsOf(cloud);
  const accountKey = accountKeyOf(cloud);
  const passed = configured.filter((name) => name !== "region" && name !== accountKey);
  const kindOf = (name: string): Setting["kind"] =>
    name === "assumeRole" ? "object" : settings[name] === "open" ? "open" : "secret";
  const args: Fields = {
    region,
    ...(account === "" ? {} : { [accountKey]: account }),
    ...Object.fromEntries(passed.map((name) => [name, new Setting(name, kindOf(name))])),
  };
  return { name: region, args };
}

function headingOf({ cloud, hasBlock }: Material): string[] {
  const block = `Read with \`vpc-peering:${cloud}\` of the stack's config: give the providers the same.`;
  return [
    `Connections of ${factsOf(cloud).title} that existed already. The first \`pulumi up\` takes them over and changes nothing on them but the mark that says whose they are. From then on this stack owns them: \`pulumi destroy\` deletes them.`,
    ...(hasBlock ? [block] : []),
  ];
}

function leftLines(left: readonly Left[]): string[] {
  if (left.length === 0) return [];
  const lines = left.map(({ existing: { peering }, why }) => {
    const called = peering.name === undefined ? "" : ` ${shown(peering.name)}`;
    return `- ${peering.id}${called}, ${nameOfPair(peering)}: ${why}`;
  });
  return ["Not declared:", ...lines];
}
