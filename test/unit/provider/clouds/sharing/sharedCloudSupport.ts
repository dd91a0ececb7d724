import type {
  Cloud,
  Context,
  CreateRequest,
  OptionalVerb,
  Page,
  Ref,
} from "../../../../../src/provider/clouds/cloud";
import type { SharedCloud } from "../../../../../src/provider/clouds/sharing/sharedCloud";
import { withSharedReads } from "../../../../../src/provider/clouds/sharing/sharedCloud";
import { PeeringError } from "../../../../../src/model/errors";
import type { Peering } from "../../../../../src/model/peering";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";
import { peering } from "../../../support/samples";

export const REGION = "cn-hangzhou";
export const seed = { marker: "m", attempt: 0 };

/** A cloud with so many connections, whose calls take 5 ms and are noted; a create waits for its turn before. */
export function open({
  count = 0,
  perPage = 100,
  queueMs = 0,
  most = 20,
  lacks = [] as OptionalVerb[],
} = {}) {
  const clock = new FakeClock();
  const calls: string[] = [];
  const connections = new Map<string, Peering>();
  const add = (i: number): string => {
    const id = `pcc-${i}`;
    const accepter = { ...peering.accepter, vpcId: `vpc-${i}` };
    connections.set(id, { ...peering, id, accepter });
    return id;
  };
  for (let i = 0; i < count; i++) add(i);
  let mayList = true;
  async function* list(): AsyncIterable<Page> {
    const all = [...connections.values()];
    for (let from = 0; from === 0 || from < all.length; from += perPage) {
      calls.push("list");
      await clock.after(5);
      if (!mayList) throw new PeeringError("No.", { kind: "permission" });
      yield { rows: all.slice(from, from + perPage), isLast: from + perPage >= all.length };
    }
  }
  const bare = {
    name: "alicloud",
    createIsRepeatable: true,
    list,
    get: async ({ id }: Ref) => {
      calls.push(`get ${id}`);
      await clock.after(5);
      return connections.get(id);
    },
    find: async () => {
      calls.push("find");
      await clock.after(5);
      return [];
    },
    create: async ({ spec }: CreateRequest, { whileQueued }: Context) => {
      await whileQueued?.(() => clock.after(queueMs));
      calls.push("create");
      await clock.after(5);
      return add(Number(spec.accepter.vpcId.slice("vpc-".length)));
    },
    update: async () => {
      calls.push("update");
      await clock.after(5);
    },
  } as unknown as Cloud;
  const context = (limitMs = 600_000): Context => contextOn(clock, limitMs);
  const having = Object.entries(bare).filter(([verb]) => !(lacks as string[]).includes(verb));
  const cloud = withSharedReads(Object.fromEntries(having) as unknown as Cloud, {
    most,
  }) as Required<SharedCloud>;
  const get = (id: string, by = context()) => cloud.get({ id, region: REGION }, by);
  const pair = (i: number) => ({
    requester: peering.requester,
    accepter: { vpcId: `vpc-${i}`, region: "x" },
  });
  const make = (i: number) => {
    const accepter = { ...peering.accepter, vpcId: `vpc-${i}` };
    return cloud.create({ spec: { ...peering, owner: seed, accepter }, seed }, context());
  };
  return { cloud, clock, calls, connections, context, get, pair, make, forbid: () => (mayList = false) };
}

export const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `pcc-${i}`);
