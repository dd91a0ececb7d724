import { type PeeringRecord, sidesOf } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { readable } from "../find";
import { peeringView } from "../view";
import { apiError } from "../errors";
import { type FilterTable, filtered, valuesOf, valuesOfFirst } from "../rules/filters";
import { pageOf } from "../rules/paging";
import { filters, integer, listOf, text } from "../shape";
import { wordOf } from "../words";
import { checkPeeringId } from "../rules/ids";

const filterableStates = ["PENDING", "ACTIVE", "EXPIRED", "REJECTED"];

/** Lists the peerings that the caller is a party to. */
export const describeVpcPeeringConnections: Action = {
  params: {
    PeeringConnectionIds: listOf(text),
    Filters: filters,
    Offset: integer,
    Limit: integer,
    OrderField: text,
    OrderDirection: text,
  },
  required: [],
  isRegional: true,
  isLimited: true,
  run(context) {
    const { params, settings } = context;
    const ids = params.texts("PeeringConnectionIds");
    if (ids.length > 0 && params.has("Filters")) {
      throw apiError("InvalidParameter.Coexist", "PeeringConnectionIds and Filters");
    }
    for (const id of ids) checkPeeringId(context, "PeeringConnectionIds", id);
    const named = readable(context, ids.length === 0 ? candidates(context) : namedBy(context, ids));
    const unknown = ids.find((id) => !named.some((peering) => peering.id === id));
    if (unknown !== undefined && !settings.guesses.unknownIdIsEmpty) {
      throw apiError("ResourceNotFound", unknown);
    }
    if (valuesOf(context, "state").some((state) => !filterableStates.includes(state)))
      throw apiError("InvalidParameterValue", "Filters.Values");
    const rows = ordered(context, filtered(context, named, filterTable(context)));
    const { listDefault, listMost } = settings.guesses;
    const [offset, limit] = [
      params.integer("Offset") ?? 0,
      params.integer("Limit") ?? Math.min(listDefault, listMost),
    ];
    return {
      TotalCount: rows.length,
      PeerConnectionSet: pageOf(rows, offset, limit, listMost).map((peering) =>
        peeringView(context, peering),
      ),
    };
  },
};

function namedBy({ core }: ActionContext, ids: readonly string[]): PeeringRecord[] {
  return [...new Set(ids)].flatMap((id) => core.peerings.find(id) ?? []);
}

/** All, or what a first filter by VPCs may let pass: nothing else gets to the filters after it. */
function candidates(context: ActionContext): PeeringRecord[] {
  const { peerings } = context.core;
  const vpcIds = valuesOfFirst(context, "vpc-id");
  if (vpcIds === undefined) return peerings.list("tencentcloud");
  return [...new Set(vpcIds.flatMap((vpcId) => peerings.list("tencentcloud", [vpcId])))];
}

function filterTable({ settings: { guesses } }: ActionContext): FilterTable<PeeringRecord> {
  return {
    "vpc-id": (peering, value) =>
      (guesses.vpcFilterIs === "source" ? [peering.requester] : sidesOf(peering)).some(
        ({ vpcId }) => vpcId === value,
      ),
    state: (peering, value) => wordOf(peering) === value,
    "peering-connection-name": ({ requester }, value) =>
      guesses.nameFilterIsFuzzy ? requester.labels.name.includes(value) : requester.labels.name === value,
  };
}

function ordered({ params, settings }: ActionContext, rows: readonly PeeringRecord[]): PeeringRecord[] {
  const field = params.text("OrderField") ?? "CreatedTime";
  const direction = params.text("OrderDirection") ?? settings.guesses.listDirection;
  if (field !== "CreatedTime" && field !== "PeeringConnectionName") {
    throw apiError("InvalidParameterValue", "OrderField");
  }
  if (direction !== "ASC" && direction !== "DESC") throw apiError("InvalidParameterValue", "OrderDirection");
  const nameOf = ({ requester }: PeeringRecord) => requester.labels.name;
  const byField = (a: PeeringRecord, b: PeeringRecord) =>
    field === "CreatedTime"
      ? a.createdAt - b.createdAt
      : nameOf(a) < nameOf(b)
        ? -1
        : nameOf(a) > nameOf(b)
          ? 1
          : 0;
  const ascending = [...rows].sort((a, b) => byField(a, b) || a.seq - b.seq);
  return direction === "ASC" ? ascending : ascending.reverse();
}
