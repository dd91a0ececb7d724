import { z } from "zod";
import type { Core } from "../../core/core";
import type { JsonObject } from "../../core/http/json";
import { randomId } from "../../core/randomId";
import { emptyLabels, type PeeringRecord, type PeeringSide, sidesOf } from "../../core/store/peering";
import { ApiError } from "./errors";
import { words } from "./words";

/** What an action works with. */
export interface ActionContext {
  readonly core: Core;
  /** The account whose key the request has. */
  readonly account: string;
  /** The connection that the path names, or "". */
  readonly id: string;
  readonly body: unknown;
  /** Ids of connections by the token that they were asked for with. */
  readonly made: Map<string, string>;
}

type Action = (context: ActionContext) => JsonObject;

/** An end; the requester's account is the key's. */
const end = z.object({ vpcId: z.string(), region: z.string(), account: z.string().optional() });

const asked = z.object({
  token: z.string(),
  name: z.string(),
  // A record of zod's own drops a member named __proto__.
  tags: z.custom<Record<string, string>>((tags) => typeof tags === "object" && tags !== null),
  from: end,
  to: end,
});

/** Every action, by its name. */
export const actions: Readonly<Record<string, Action>> = {
  ShowAccount: ({ account }) => ({ account }),

  CreateConnection({ core, account, body, made }) {
    const { token, name, tags, from, to } = asked.parse(body);
    const known = made.get(`${account} ${token}`);
    if (known !== undefined) return { id: known };
    const side = ({ vpcId, region, account: owner = account }: z.output<typeof end>): PeeringSide => {
      const vpc = core.vpcs.find("novacloud", vpcId, owner);
      if (vpc?.region !== region || vpc.account !== owner) throw new ApiError("NoSuchVpc");
      return { vpcId, region, account: owner, labels: { ...emptyLabels(), name, tags } };
    };
    const [requester, accepter] = [side(from), side(to)];
    const twin = core.peerings
      .list("novacloud")
      .find((one) => isAlive(one) && joins(one, [from.vpcId, to.vpcId]));
    if (twin !== undefined) throw new ApiError("AlreadyConnected", `They are connected by ${twin.id}.`);
    const ends = { requester, accepter, bandwidth: null, attributes: {} };
    const one = core.peerings.add({ cloud: "novacloud", id: newPeeringId(), status: "creating", ...ends });
    core.peerings.move(one, "creating", { afterMs: core.timings.activateMs, status: "active" });
    made.set(`${account} ${token}`, one.id);
    return { id: one.id };
  },

  ShowConnection: (context) => view(existing(context)),

  DeleteConnection(context) {
    context.core.peerings.move(existing(context), "deleted");
    return {};
  },
};

/** A new connection's id. */
export function newPeeringId(): string {
  return `nc-${randomId(12)}`;
}

/** Both accounts see a connection; nobody sees one that was deleted. */
function existing({ core, id, account }: ActionContext): PeeringRecord {
  const found = core.peerings.find(id);
  const isSeen =
    found !== undefined && isAlive(found) && sidesOf(found).some((side) => side.account === account);
  if (!isSeen) throw new ApiError("NoSuchConnection", `There is no connection ${id}.`);
  return found;
}

function isAlive({ status }: PeeringRecord): boolean {
  return status !== "deleted";
}

function joins(peering: PeeringRecord, vpcIds: readonly string[]): boolean {
  return sidesOf(peering).every(({ vpcId }) => vpcIds.includes(vpcId));
}

function view({ id, status, word, requester, accepter }: PeeringRecord): JsonObject {
  const { name, tags } = requester.labels;
  const [from, to] = [requester, accepter].map(({ vpcId, region, account }) => ({ vpcId, region, account }));
  return { id, state: word ?? words.wordFor(status) ?? "up", name, tags, from, to };
}
