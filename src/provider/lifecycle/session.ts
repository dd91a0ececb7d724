import type { Context, CloudModule, Row, Settings } from "../clouds/cloud";
import { cloudModule } from "../clouds/registry";
import type { SharedCloud } from "../clouds/sharing/sharedCloud";
import { shared } from "../clouds/sharing/sharedCloud";
import type { Clock } from "../../io/clock";
import { Deadline, duration, systemClock } from "../../io/clock";
import { KeyedLock } from "../../io/lock";
import { defined } from "../../model/defined";
import { PeeringError } from "../../model/errors";
import type { CloudName } from "../../model/clouds";
import type { Side } from "../../model/peering";
import { accountKeyOf } from "../../model/account";
import { Preflight } from "./preflight/preflight";
import type { CommonInputs } from "./connection/state";

/** The hooks that do work on a cloud. */
export type Operation = "create" | "read" | "update" | "delete" | "preflight";

/** How long each may take, unless `customTimeouts` says otherwise. */
const LIMITS_MS: Record<Operation, number> = {
  create: 10 * 60_000,
  read: 2 * 60_000,
  update: 10 * 60_000,
  delete: 10 * 60_000,
  // A preview waits for it.
  preflight: 10_000,
};

/** The row of a hook that says nothing while it works. */
export const SILENT: Row = { report: () => undefined, warn: () => undefined };

/** One hook at work: the cloud it speaks to, and the call that each of its verbs is given. */
export interface Work {
  cloud: SharedCloud;
  module: CloudModule;
  context: Context;
  /** Runs a change while no other change of this process touches the same VPCs. */
  exclusively<T>(sides: readonly Pick<Side, "vpcId">[], change: () => Promise<T>): Promise<T>;
  /** Ids that this process has seen the end of; the cloud may still remember them for an equal request. */
  ended: Set<string>;
  /** Fails, before anything is changed, if the keys belong to another account than declared. */
  checkAccount(declared: string | undefined): Promise<void>;
}

/** One provider process: its settings, its clouds, its locks, and what its preflights have found out. */
export class Session {
  readonly preflight = new Preflight();

  private readonly clouds = new Map<CloudName, Promise<{ cloud: SharedCloud; module: CloudModule }>>();
  private readonly lock = new KeyedLock();
  private readonly ended = new Set<string>();

  constructor(
    readonly settings: Settings,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Begins a hook's work. */
  async begin(inputs: CommonInputs, operation: Operation, row: Row): Promise<Work> {
    const { cloud, module } = await this.open(inputs.cloud);
    const timeouts: Partial<Record<Operation, string>> = inputs.timeouts ?? {};
    const limitMs = limitOf(timeouts[operation]);
    const deadline = new Deadline(this.clock, limitMs ?? LIMITS_MS[operation]);
    const context: Context = { ...row, clock: this.clock, deadline };
    return {
      cloud,
      module,
      context,
      ended: this.ended,
      exclusively: async (sides, change) => {
        const vpcs = sides.map(({ vpcId }) => vpcId);
        const queued = (before: number): void => {
          const others = before === 1 ? "1 other change" : `${before} other changes`;
          row.report(
            `queued behind ${others} of the same VPCs, ${duration(deadline.remaining())} left once it begins`,
          );
        };
        const release = await deadline.uncounted(() => this.lock.acquire(vpcs, queued));
        try {
          return await change();
        } finally {
          release();
        }
      },
      checkAccount: async (declared) => {
        const expected = [declared, this.declaredAccount(module)].filter((account) => account !== undefined);
        if (expected.length === 0) return;
        const { account } = await cloud.whoAmI(defined({ region: regionIn(inputs) }), context);
        const other = expected.find((one) => one !== account);
        if (other === undefined) return;
        throw new PeeringError(`These keys belong to account ${account}, but account ${other} is declared.`, {
          kind: "wrongAccount",
          cloud: cloud.name,
          remedy: `Use the keys of ${other}, or correct \`${accountKeyOf(cloud.name)}\`.`,
        });
      },
    };
  }

  /** Loads a cloud's code and settings once. */
  async open(name: CloudName): Promise<{ cloud: SharedCloud; module: CloudModule }> {
    const open = async (): Promise<{ cloud: SharedCloud; module: CloudModule }> => {
      const module = await cloudModule(name);
      return { cloud: shared(module.open(this.settings)), module };
    };
    const opened = this.clouds.get(name) ?? open();
    this.clouds.set(name, opened);
    return await opened;
  }

  /** The account that the provider instance or stack says these keys belong to. */
  declaredAccount({ name }: CloudModule): string | undefined {
    const declared = this.settings(`${name}:${accountKeyOf(name)}`);
    return typeof declared === "string" && declared !== "" ? declared : undefined;
  }
}

/** The region that a resource's inputs or outputs name for the side whose keys these are. */
function regionIn(inputs: object): string | undefined {
  const { requester, accepter, region } = inputs as {
    requester?: { region?: string };
    accepter?: { region?: string };
    region?: string;
  };
  return requester?.region ?? accepter?.region ?? region;
}

const UNITS_MS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Reads `90s`, `10m` or `1h30m`. */
export function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  return (
    parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS_MS[unit ?? ""] ?? 0), 0) ||
    undefined
  );
}

/** The error for a wait that the deadline ended. */
export function timedOut(what: string, history: string, { deadline }: Context, remedy: string): PeeringError {
  return new PeeringError(
    `${what} within ${deadline.limit}: ${history} (used ${duration(deadline.elapsed())}).`,
    {
      kind: "timeout",
      remedy,
    },
  );
}
