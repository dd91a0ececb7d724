import { duration } from "../../io/clock";
import type { KeyedLock } from "../../io/lock";
import { accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { factsOf } from "../../model/clouds";
import { defined } from "../../model/defined";
import { PeeringError } from "../../model/errors";
import type { Side } from "../../model/peering";
import type { Recent } from "../../model/recent";
import type { Context, Row } from "../clouds/cloud";
import type { VpcRef } from "../clouds/routing";
import { verbOf } from "../clouds/verbs";
import type { SharedCloud } from "../clouds/sharing/sharedCloud";
import { VpcRoutes } from "./routes/vpcRoutes";
import type { Operation } from "./timeouts";
import type { Traffic } from "./traffic";

/** What a piece of work is about. */
export interface Task {
  cloud: CloudName;
  operation: Operation;
  /** The region of the side whose keys these are, if it is known. */
  region?: string | undefined;
}

/** What the work of one process has in common. */
export interface Shared {
  lock: KeyedLock;
  /** Ids that this process has seen the end of; the cloud may still remember them for an equal request. */
  ended: Recent<string>;
  /** The route tables of VPCs, by cloud, region and id. */
  routes: Map<string, VpcRoutes>;
  /** All that is under way. */
  traffic: Traffic;
  /** The account that the provider instance or stack says these keys belong to. */
  declaredAccount: string | undefined;
}

/** The row of work that says nothing meanwhile. */
export const SILENT: Row = { report: () => undefined, warn: () => undefined };

/** One operation under way: the cloud that it speaks to, and the context that each verb is given. */
export class Work {
  readonly ended: Recent<string>;

  constructor(
    readonly cloud: SharedCloud,
    readonly context: Context,
    private readonly region: string | undefined,
    private readonly shared: Shared,
  ) {
    this.ended = shared.ended;
  }

  /** Runs a change while no other change of this process touches the same VPCs. Queuing takes none of its time. */
  async exclusively<T>(sides: readonly Pick<Side, "vpcId">[], change: () => Promise<T>): Promise<T> {
    const { context } = this;
    const vpcs = sides.map(({ vpcId }) => vpcId);
    const queued = (before: number): void => {
      const others = before === 1 ? "1 other change" : `${before} other changes`;
      const left = duration(context.deadline.remaining());
      context.report(`queued behind ${others} of the same VPCs, ${left} left once it begins`);
    };
    const release = await context.deadline.uncounted(() => this.shared.lock.acquire(vpcs, queued));
    try {
      return await change();
    } finally {
      release();
    }
  }

  /** The route tables of a VPC, the same ones for all the work of this process. */
  routesOf(vpc: VpcRef): VpcRoutes {
    const { routes, traffic } = this.shared;
    const key = JSON.stringify([this.cloud.name, vpc.region, vpc.vpcId]);
    const { isAsynchronous = false } = factsOf(this.cloud.name).routing ?? {};
    const isMoreUnderWay = (): boolean =>
      traffic.isMoreThan([...routes.values()].reduce((all, { idle }) => all + idle, 0));
    const known =
      routes.get(key) ??
      new VpcRoutes(vpc, verbOf(this.cloud, "routing"), { isAsynchronous, isMoreUnderWay });
    routes.set(key, known);
    return known;
  }

  /** Fails, before anything is changed, if the keys belong to another account than declared. */
  async checkAccount(declared: string | undefined): Promise<void> {
    const { name } = this.cloud;
    const expected = [declared, this.shared.declaredAccount].filter((account) => account !== undefined);
    if (expected.length === 0) return;
    const { account } = await this.cloud.whoAmI(defined({ region: this.region }), this.context);
    const other = expected.find((one) => one !== account);
    if (other === undefined) return;
    throw new PeeringError(`These keys belong to account ${account}, but account ${other} is declared.`, {
      kind: "wrongAccount",
      cloud: name,
      remedy: `Use the keys of ${other}, or correct \`${accountKeyOf(name)}\`.`,
    });
  }
}
