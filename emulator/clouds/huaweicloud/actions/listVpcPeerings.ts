import type { JsonObject } from "../../../core/http/json";
import { type PeeringRecord, sidesOf } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { badRequest } from "../params";
import { existing, existingPeering, isParty } from "../find";
import { wordOf } from "../words";
import { type Page, pageOf } from "../rules/paging";
import { peeringView } from "../view";

/** Lists the peerings that the project is a party to, by ascending id. */
export const listVpcPeerings: Action = {
  limited: true,
  run(context) {
    const asked = askedOf(context);
    const listed = candidates(context)
      .filter(
        (peering) =>
          isParty(peering, context.caller.projectId) &&
          asked.every(([value, passes]) => passes(value, peering, context)),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const page = pageOf(listed, context);
    const links = linksOf(context, page);
    const body: JsonObject = { peerings: page.rows.map(peeringView), peerings_links: links };
    return { status: 200, body };
  },
};

const longestName = 64;

/** A parameter's condition. */
type Filter = (value: string, peering: PeeringRecord, context: ActionContext) => boolean;

/** What the parameters filter by; one that is not given lets all pass. */
const filters: Readonly<Record<string, Filter>> = {
  id: (value, { id }) => id === value,
  name: (value, { requester }) => requester.labels.name === value,
  status: (value, peering) => wordOf(peering) === value,
  vpc_id: (value, peering) => sidesOf(peering).some(({ vpcId }) => vpcId === value),
  tenant_id(value, { requester, accepter }, { settings }) {
    const { tenantFilterIs } = settings.guesses;
    const ends = { requester: [requester], accepter: [accepter], either: [requester, accepter] };
    return ends[tenantFilterIs].some(({ account }) => account === value);
  },
};

/** The conditions of a call, with what it gives for each. */
function askedOf({ query }: ActionContext): (readonly [string, Filter])[] {
  if ((query.get("name") ?? "").length > longestName) throw badRequest("Invalid input for name.");
  return Object.entries(filters)
    .map(([name, passes]) => [query.get(name) ?? "", passes] as const)
    .filter(([value]) => value !== "");
}

/** All, or what the id or the VPC that is asked for may let pass. */
function candidates(context: ActionContext): PeeringRecord[] {
  const [id = "", vpcId = ""] = ["id", "vpc_id"].map((one) => context.query.get(one));
  if (id !== "") return [existingPeering(context, id) ?? []].flat();
  return existing(context, vpcId === "" ? [] : [vpcId]);
}

/** Links to the next page, only where there is one; what they hold is documented in three ways. */
function linksOf(
  { settings, origin, query }: ActionContext,
  { rows, hasMore }: Page<PeeringRecord>,
): JsonObject[] | undefined {
  const last = rows.at(-1);
  if (!hasMore || last === undefined) return undefined;
  switch (settings.guesses.linksHold) {
    case "href": {
      const next = new URLSearchParams([...query]);
      next.delete("page_reverse");
      next.set("marker", last.id);
      return [{ href: `${origin}/v2.0/vpc/peerings?${next.toString()}`, rel: "next" }];
    }
    case "marker":
      return [{ marker: last.id, rel: "next" }];
    case "nothing":
      return [];
  }
}
