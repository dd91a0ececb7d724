import { redacted } from "../../../io/secrets";
import { isIpv6, isWithin } from "../../../model/cidr";
import { factsOf } from "../../../model/clouds";
import { isPeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { allOf } from "../../../provider/clouds/kit/pages";
import type { TableInUse, VpcRef } from "../../../provider/clouds/routing";
import type { Unseen } from "../judge/known";
import type { Keys } from "./keyChain";

/** What was read of a VPC. */
export interface SeenVpc {
  blocks?: string[];
  tables?: TableInUse[];
  unseen: Unseen[];
}

/** The connections of a region that some keys see. */
export interface Listed {
  rows: ReadonlyMap<string, Peering>;
  isComplete: boolean;
}

const NOTHING: Listed = { rows: new Map(), isComplete: false };

/** Reads each thing once, however many connections need it, and changes nothing. */
export class Reader {
  private readonly memory = new Map<string, Promise<unknown>>();
  private readonly numbers = new Map<Keys, number>();

  /** All connections of a region; none where these keys may only look at each. */
  connections(keys: Keys, region: string): Promise<Listed> {
    return this.once(keys, ["connections", region], async () => {
      try {
        const rows = await keys.ask(region, async (cloud, context) =>
          cloud.list === undefined ? undefined : await allOf(cloud.list({ region }, context)),
        );
        if (rows === undefined) return NOTHING;
        return { rows: new Map(rows.map((row) => [row.id, row])), isComplete: true };
      } catch (error) {
        if (isPeeringError(error, "permission")) return NOTHING;
        throw error;
      }
    });
  }

  /** One connection; a list may lag behind, so one that is not in it is asked for. */
  async connection(keys: Keys, region: string, id: string): Promise<Peering | undefined> {
    const { rows } = await this.connections(keys, region);
    const listed = rows.get(id);
    if (listed !== undefined) return listed;
    return await this.once(keys, ["connection", region, id], () =>
      keys.ask(region, (cloud, context) => cloud.get({ id, region }, context)),
    );
  }

  /** A VPC's blocks and tables, as far as they can be read. */
  vpc(keys: Keys, { region, vpcId }: VpcRef): Promise<SeenVpc> {
    return this.once(keys, ["vpc", region, vpcId], async () => {
      const seen: SeenVpc = { unseen: [] };
      const blocks = await trying(`the blocks of ${vpcId}`, seen.unseen, () =>
        this.blocks(keys, { region, vpcId }),
      );
      const tables = await trying(`the route tables of ${vpcId}`, seen.unseen, () =>
        keys.ask(region, async ({ routing }, context) => await routing?.tables({ region, vpcId }, context)),
      );
      if (blocks !== undefined) seen.blocks = blocks;
      if (tables !== undefined && tables.length > 0) {
        const inside = await trying(`the subnets of ${vpcId}`, seen.unseen, () =>
          this.untoldSubnets(keys, { region, vpcId }, { tables, blocks: blocks ?? [] }),
        );
        seen.tables = tables.map((table) => ({ ...table, local: [...table.local, ...(inside ?? [])] }));
      }
      if (seen.unseen.length === 0 && (blocks === undefined || seen.tables === undefined)) {
        const why = `the keys of ${keys.ring.keys} see no such VPC in ${region}, or none of its tables`;
        seen.unseen.push({ what: vpcId, why, isExpected: false });
      }
      return seen;
    });
  }

  /** The limit of connections, and for whom it is. */
  quota(keys: Keys, region: string) {
    return this.once(keys, ["quota", region], () =>
      keys.ask(
        region,
        async ({ preflightReads }, context) => await preflightReads.quota?.({ region }, context),
      ),
    );
  }

  /** The limit of routes in a table; nothing where nobody tells. */
  routesPerTable(keys: Keys, region: string): Promise<number | undefined> {
    return this.once(keys, ["routesPerTable", region], () =>
      keys.ask(
        region,
        async ({ preflightReads }, context) => await preflightReads.routesPerTable?.({ region }, context),
      ),
    );
  }

  /** Subnets that no table tells of. They matter where a route leads into a part of the VPC's own blocks, which hardly ever is. */
  private async untoldSubnets(
    keys: Keys,
    vpc: VpcRef,
    { tables, blocks }: { tables: readonly TableInUse[]; blocks: readonly string[] },
  ): Promise<string[]> {
    const leadsInside = tables.some(({ routes }) =>
      routes.some(({ destination }) =>
        blocks.some((block) => block !== destination && isWithin(destination, block)),
      ),
    );
    if (!leadsInside || factsOf(keys.cloud).routing?.ownRefused !== "vpc") return [];
    return await keys.ask(
      vpc.region,
      async ({ preflightReads }, context) => (await preflightReads.subnets?.(vpc, context)) ?? [],
    );
  }

  /** Of IPv4: out of those of all VPCs of the region, unless these keys may only look at each. */
  private async blocks(keys: Keys, { region, vpcId }: VpcRef): Promise<string[] | undefined> {
    const all = await this.once(keys, ["blocks", region], () =>
      keys
        .ask(region, async ({ routing }, context) => await routing?.blocksOfAll({ region }, context))
        .catch((error: unknown) => {
          if (isPeeringError(error, "permission")) return undefined;
          throw error;
        }),
    );
    const blocks =
      all?.get(vpcId) ??
      (await keys.ask(
        region,
        async ({ routing }, context) => await routing?.blocks({ region, vpcId, ipv6: false }, context),
      ));
    return blocks?.filter((block) => !isIpv6(block));
  }

  private once<T>(keys: Keys, what: readonly string[], read: () => Promise<T>): Promise<T> {
    const number = this.numbers.get(keys) ?? this.numbers.size;
    this.numbers.set(keys, number);
    const key = JSON.stringify([number, ...what]);
    const known = this.memory.get(key) ?? read();
    this.memory.set(key, known);
    return known as Promise<T>;
  }
}

/** What was asked for; nothing if that failed, which is noted. */
export async function trying<T>(
  what: string,
  unseen: Unseen[],
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isPeeringError(error)) throw error;
    unseen.push({ what, why: redacted(error.message), isExpected: false });
    return undefined;
  }
}
