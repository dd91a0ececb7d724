import type { Clock } from "../time/clock";
import type { FaultKind, FaultRule, Selectors } from "./fault";

/** What faults can see of a call. */
export interface Target {
  readonly cloud: string;
  readonly action: string;
  readonly account: string | null;
  /** The VPCs and peerings it touches. */
  readonly vpcIds: readonly string[];
  readonly peeringIds: readonly string[];
}

/** How a held call comes free: by going on, or by losing its connection because the emulator ends or is reset. */
export type Release = "goOn" | "drop";

interface Entry {
  readonly id: string;
  readonly rule: FaultRule;
  readonly madeAt: number;
  seen: number;
  hits: number;
  readonly held: Set<(release: Release) => void>;
}

/** A fault that hits a call. */
export interface Hit {
  readonly id: string;
  readonly kind: FaultKind;
  /** Waits until the fault is removed. */
  hold(): Promise<Release>;
}

/** A fault as the admin API lists it. */
export type FaultRow<Name extends string = string> = FaultRule<Name> & {
  /** The fault's id, by which it is removed. */
  readonly id: string;
  /** How many calls it has hit. */
  readonly hits: number;
};

/** The faults in force, oldest first. */
export class FaultBook {
  readonly #entries = new Map<string, Entry>();
  #made = 0;

  constructor(private readonly clock: Clock) {}

  add(rule: FaultRule): FaultRow {
    const id = `fault-${++this.#made}`;
    const entry: Entry = { id, rule, madeAt: this.clock.now(), seen: 0, hits: 0, held: new Set() };
    this.#entries.set(id, entry);
    return row(entry);
  }

  list(): FaultRow[] {
    return [...this.#entries.values()].map(row);
  }

  /** Removes one fault, or all of them, and frees what it holds. Returns how many there were. */
  remove(id: string | undefined, release: Release = "goOn"): number {
    const removed = [...this.#entries.values()].filter((entry) => id === undefined || entry.id === id);
    for (const entry of removed) {
      this.#entries.delete(entry.id);
      for (const free of entry.held) free(release);
    }
    return removed.length;
  }

  /** Counts a call against every fault that matches it; the oldest that is due hits it. */
  hit(target: Target): Hit | undefined {
    const matching = [...this.#entries.values()].filter(({ rule }) => matches(rule, target));
    for (const entry of matching) entry.seen += 1;
    const due = matching.find((entry) => isDue(entry, this.clock.now()));
    if (!due) return undefined;
    due.hits += 1;
    return {
      id: due.id,
      kind: due.rule.fault,
      hold: () => new Promise((free) => due.held.add(free)),
    };
  }
}

/** How a call fits each selector. */
const fits: { readonly [Name in keyof Required<Selectors>]: (target: Target, wanted: string) => boolean } = {
  account: ({ account }, wanted) => account === wanted,
  vpcId: ({ vpcIds }, wanted) => vpcIds.includes(wanted),
  peeringId: ({ peeringIds }, wanted) => peeringIds.includes(wanted),
};

function matches(rule: FaultRule, target: Target): boolean {
  const names = Object.keys(fits) as (keyof typeof fits)[];
  return (
    rule.cloud === target.cloud &&
    (rule.action === "*" || rule.action === target.action) &&
    names.every((name) => rule[name] === undefined || fits[name](target, rule[name]))
  );
}

function isDue({ rule, seen, hits, madeAt }: Entry, now: number): boolean {
  const inTime = rule.forMs === undefined || now < madeAt + rule.forMs;
  return inTime && seen > rule.after && (rule.times === 0 || hits < rule.times);
}

function row(entry: Entry): FaultRow {
  return { id: entry.id, hits: entry.hits, ...entry.rule };
}
