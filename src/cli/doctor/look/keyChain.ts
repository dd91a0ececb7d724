import type { Clock } from "../../../io/clock";
import { redacted } from "../../../io/secrets";
import type { CloudName } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";
import type { Cloud, Context } from "../../../provider/clouds/cloud";
import { Session } from "../../../provider/lifecycle/session";
import { SILENT } from "../../../provider/lifecycle/work";
import type { KeyRing } from "../../kit/keyRings";
import type { DeclaredEnd, Unseen } from "../judge/known";

/** A question to a cloud. */
type Question<T> = (cloud: Cloud, context: Context) => Promise<T>;

/** One set of keys of one cloud, and what was asked with them. */
export class Keys {
  /** A cloud that has not answered, or does not take these keys, is not asked again. */
  private silence: PeeringError | undefined;
  private readonly session: Session;
  private readonly accounts = new Map<string, Promise<string>>();

  constructor(
    readonly cloud: CloudName,
    readonly ring: KeyRing,
    clock?: Clock,
  ) {
    this.session = new Session(ring.settings, clock);
  }

  /** Asks the cloud something that changes nothing; it has 10 s for its answer. */
  async ask<T>(region: string | undefined, question: Question<T>): Promise<T> {
    if (this.silence !== undefined) throw this.silence;
    try {
      const task = { cloud: this.cloud, operation: "preflight", ...defined({ region }) } as const;
      const work = await this.session.begin(task, { row: SILENT, timeouts: {} });
      return await question(work.cloud, work.context);
    } catch (error) {
      if (isPeeringError(error, "transient", "timeout", "credentials")) this.silence = error;
      throw error;
    }
  }

  /** The account, or in some clouds the project of this region, that these keys belong to. */
  async accountIn(region: string | undefined): Promise<string> {
    const { accountsBelongToRegions } = factsOf(this.cloud);
    const key = accountsBelongToRegions ? (region ?? "") : "";
    const known =
      this.accounts.get(key) ??
      this.ask(region, async (cloud, context) => (await cloud.whoAmI(defined({ region }), context)).account);
    this.accounts.set(key, known);
    return await known;
  }
}

/** The keys for one end, and what is wrong with those that the program uses for it. */
export interface KeysForEnd {
  keys?: Keys;
  wrongKeys?: { keys: string; account: string };
}

/** All keys of a stack. */
export class KeyChain {
  /** Keys that a program uses, and that do not say whose they are. */
  readonly unseen: Unseen[] = [];
  private readonly all: Keys[];

  constructor(rings: ReadonlyMap<CloudName, readonly KeyRing[]>, clock?: Clock) {
    this.all = [...rings].flatMap(([cloud, ofCloud]) => ofCloud.map((ring) => new Keys(cloud, ring, clock)));
  }

  of(cloud: CloudName): Keys[] {
    return this.all.filter((keys) => keys.cloud === cloud);
  }

  /** The keys for one end: those that the program uses for it, or any others of the same account. */
  async forEnd(cloud: CloudName, { account, region, instance, isManaged }: DeclaredEnd): Promise<KeysForEnd> {
    const all = this.of(cloud);
    const own = isManaged ? all.find(({ ring }) => ring.instance === instance) : undefined;
    const ownAccount = own && (await this.accountOf(own, region, { isOwn: true }));
    if (own !== undefined && ownAccount !== undefined && (account ?? ownAccount) === ownAccount)
      return { keys: own };
    const wrongKeys =
      own === undefined || ownAccount === undefined
        ? {}
        : { wrongKeys: { keys: own.ring.keys, account: ownAccount } };
    if (account === undefined) return wrongKeys;
    for (const keys of all) {
      if (keys === own) continue;
      if ((await this.accountOf(keys, region, { isOwn: false })) === account) return { ...wrongKeys, keys };
    }
    return wrongKeys;
  }

  private async accountOf(
    keys: Keys,
    region: string | undefined,
    { isOwn }: { isOwn: boolean },
  ): Promise<string | undefined> {
    try {
      return await keys.accountIn(region);
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      const what = `what the keys of ${keys.ring.keys} see`;
      if (isOwn && !this.unseen.some((one) => one.what === what)) {
        this.unseen.push({ what, why: redacted(error.message), isExpected: false });
      }
      return undefined;
    }
  }
}
