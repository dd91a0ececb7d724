import { type PeeringRecord, type PeeringSide, sidesOf } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { existing, existingPeering, isParty, sidesOwned } from "../find";
import { peeringView } from "../view";
import { illegal } from "../errors";
import type { Guesses } from "../guesses";
import { labelsFor } from "../labels";
import { pageOf } from "../rules/paging";
import { type Params, pageSize, tagList, textList } from "../params";

/** Lists the peerings that the caller is a party to. */
export const listVpcPeerConnections: Action = {
  required: [],
  perMinute: 360,
  prepare: (context) => () => {
    const size = pageSize(context.params, 20, 100);
    const asked = readAsked(context.params);
    const rows = candidates(context, asked).filter((peering) =>
      filters.every((filter) => filter(context, peering, asked)),
    );
    const page = pageOf(rows, ({ seq }) => String(seq).padStart(12, "0"), context.params, size);
    return {
      TotalCount: rows.length,
      MaxResults: size,
      NextToken: page.nextToken,
      VpcPeerConnects: page.rows.map((peering) => peeringView(context, peering)),
    };
  },
};

const mostVpcs = 2;

/** What a call asks for; what is empty or undefined it does not ask for. */
type Asked = ReturnType<typeof readAsked>;

function readAsked(params: Params) {
  const vpcIds = textList(params, "VpcId");
  if (vpcIds.length > mostVpcs) throw illegal("VpcId");
  return {
    region: params.get("RegionId") || undefined,
    id: params.get("InstanceId") || undefined,
    vpcIds,
    name: params.get("Name") ?? "",
    group: params.get("ResourceGroupId") || undefined,
    tags: tagList(params, "Tags"),
  };
}

/** All, or what the id or the VPCs that are asked for may let pass. */
function candidates(context: ActionContext, { id, vpcIds }: Asked): PeeringRecord[] {
  if (id !== undefined) return [existingPeering(context, id) ?? []].flat();
  return existing(context, vpcIds);
}

/** One filter of the call: true where the peering passes. */
type Filter = (context: ActionContext, peering: PeeringRecord, asked: Asked) => boolean;

const filters: readonly Filter[] = [
  ({ caller }, peering) => isParty(peering, caller.accountId),
  ({ settings }, { status }) =>
    settings.guesses.listShowsDeleting || (status !== "deleting" && status !== "deleted"),
  ({ caller, settings }, peering, { region }) => {
    const sides = sidesForRegion(peering, caller.accountId, settings.guesses);
    return region === undefined || sides.some((side) => side.region === region);
  },
  (_, peering, { id }) => id === undefined || peering.id === id,
  (_, peering, { vpcIds }) => vpcIds.every((vpcId) => sidesOf(peering).some((side) => side.vpcId === vpcId)),
  ({ caller, settings }, peering, { name: wanted }) => {
    const { name } = labelsFor(peering, caller.accountId, settings.guesses).text;
    return wanted === "" || (settings.guesses.listNameIsFuzzy ? name.includes(wanted) : name === wanted);
  },
  ({ caller, settings }, peering, { group }) => {
    const { resourceGroupId } = labelsFor(peering, caller.accountId, settings.guesses).resourceGroup;
    return group === undefined || group === resourceGroupId;
  },
  ({ caller, settings }, peering, asked) => {
    const { tags } = labelsFor(peering, caller.accountId, settings.guesses).tags;
    return asked.tags.every(
      ({ key, value }) => Object.hasOwn(tags, key) && (value === "" || tags[key] === value),
    );
  },
];

function sidesForRegion(
  peering: PeeringRecord,
  accountId: string,
  { listRegionIs }: Guesses,
): readonly PeeringSide[] {
  switch (listRegionIs) {
    case "caller":
      return sidesOwned(peering, accountId);
    case "requester":
      return [peering.requester];
    case "either":
      return sidesOf(peering);
  }
}
