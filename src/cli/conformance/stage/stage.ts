import { routeMark } from "../../../provider/clouds/kit/markerTag";
import type { AccountName, Config, VpcName } from "../config";
import { OWNERS } from "../config";
import { Unclear } from "../unclear";
import { Asking } from "./asking";
import type { End, Made } from "./connections";
import { Connections } from "./connections";
import type { Account } from "./keys";
import { Tables } from "./tables";

/** What a run has: some accounts of a cloud, and some VPCs. */
export interface Scene {
  config: Config;
  accounts: ReadonlyMap<AccountName, Account>;
  /** Makes the marks of this run unlike those of others. */
  run: string;
}

/** Where probes play: what they ask with, and what is made for them and removed. */
export class Stage {
  readonly region: string;
  readonly connections: Connections;
  readonly tables: Tables;
  /** Of the probe that is running. */
  asking: Asking;
  private lent: Made | undefined;

  constructor(private readonly scene: Scene) {
    this.region = scene.config.vpcs.first.region;
    this.connections = new Connections(scene.run, this.account);
    this.tables = new Tables(this.account);
    this.asking = this.newAsking();
  }

  /** An account of the config. */
  readonly account = (name: AccountName): Account => {
    const account = this.scene.accounts.get(name);
    if (account === undefined) throw new Unclear(`the config has no accounts.${name}`);
    return account;
  };

  /** A VPC of the config. */
  vpc(name: VpcName): End {
    const vpc = this.scene.config.vpcs[name];
    if (vpc === undefined) throw new Unclear(`the config has no vpcs.${name}`);
    const owner = OWNERS[name];
    return { ...vpc, owner, account: this.account(owner).id };
  }

  /** The connection between the first VPC and the second: made when it is first needed, and lent to every probe that leaves it as it is. */
  async pair(): Promise<Made> {
    this.lent ??= await this.connections.make(this.vpc("first"), this.vpc("second"));
    return this.lent;
  }

  /** Has the first VPC and the second unconnected again. */
  async apart(): Promise<void> {
    if (this.lent !== undefined) await this.connections.remove(this.lent);
    this.lent = undefined;
  }

  /** A new connection between these two, which the probe may do with as it likes. */
  async connect(from: VpcName, to: VpcName, bandwidth?: number): Promise<Made> {
    if (to === "second") await this.apart();
    return await this.connections.make(this.vpc(from), this.vpc(to), bandwidth);
  }

  /** A new mark, as the description of a route has it. */
  description(): string {
    return routeMark(this.connections.nextMark().marker);
  }

  /** Begins another probe. */
  begin(): void {
    this.asking = this.newAsking();
  }

  /** Removes what the probe has made; the pair stays. */
  async tidy(): Promise<void> {
    for (const name of Object.keys(this.scene.config.vpcs) as VpcName[])
      if (this.isRouted.has(name)) await this.tables.clear(this.vpc(name));
    this.isRouted.clear();
    await this.connections.removeAll(this.lent);
  }

  /** Finds what calls have made of which no answer came, so that it is removed, too. */
  async recall(): Promise<void> {
    const own = (["first", "far"] as const).filter((name) => this.scene.config.vpcs[name] !== undefined);
    for (const name of own) await this.connections.recall(this.vpc(name));
  }

  /** Removes everything. */
  async end(): Promise<void> {
    await this.recall();
    await this.tidy();
    await this.apart();
  }

  /** The main table of a VPC, in which the probe may write. */
  async table(name: VpcName): Promise<string> {
    this.isRouted.add(name);
    return (await this.tables.main(this.vpc(name))).id;
  }

  private readonly isRouted = new Set<VpcName>();

  private newAsking(): Asking {
    return new Asking((name) => this.account(name), this.region);
  }
}
