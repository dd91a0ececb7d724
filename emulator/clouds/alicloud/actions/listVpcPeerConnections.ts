import { type PeeringRecord, type PeeringSide, sidesOf } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { existing, isParty, sidesOwned } from "../find";
import { peeringView } from "../view";
import { illegal } from "../errors";
import type { Guesses } from "../guesses";
import { labelsFor } from "../labels";
import { pageOf } from "../rules/paging";
import { pageSize, tagList, textList } from "../params";

/** Lists the peerings that the caller is a party to. */
export const listVpcPeerConnections: Action = {
  required: [],
  perMinute: 360,
  prepare: (context) => () => {
    const size = pageSize(context.params, 20, 100);
    const rows = existing(context).filter((peering) => isListed(context, peering));
    const page = pageOf(rows, ({ seq }) => String(seq).padStart(12, "0"), context.params, size);
    return {
      TotalCount: rows.length,
      MaxResults: size,
      NextToken: page.nextToken,
      VpcPeerConnects: page.rows.map((peering) => peeringView(context, peering)),
    };
  },
};

/** One filter of the call: true where the peering passes. */
type Filter = (context: ActionContext, peering: PeeringRecord) => boolean;

const filters: readonly Filter[] = [
  ({ caller }, peering) => isParty(peering, caller.accountId),
  ({ settings }, { status }) =>
    settings.guesses.listShowsDeleting || (status !== "deleting" && status !== "deleted"),
  ({ params, caller, settings }, peering) => {
    const region = params.get("RegionId") || undefined;
    const sides = sidesForRegion(peering, caller.accountId, settings.guesses);
    return region === undefined || sides.some((side) => side.region === region);
  },
  ({ params }, { id }) => (params.get("InstanceId") || id) === id,
  ({ params }, peering) => {
    const vpcIds = textList(params, "VpcId");
    if (vpcIds.length > 2) throw illegal("VpcId");
    return vpcIds.every((vpcId) => sidesOf(peering).some((side) => side.vpcId === vpcId));
  },
  ({ params, caller, settings }, peering) => {
    const wanted = params.get("Name") ?? "";
    const { name } = labelsFor(peering, caller.accountId, settings.guesses).text;
    return wanted === "" || (settings.guesses.listNameIsFuzzy ? name.includes(wanted) : name === wanted);
  },
  ({ params, caller, settings }, peering) => {
    const { resourceGroupId } = labelsFor(peering, caller.accountId, settings.guesses).resourceGroup;
    return (params.get("ResourceGroupId") || resourceGroupId) === resourceGroupId;
  },
  ({ params, caller, settings }, peering) => {
    const { tags } = labelsFor(peering, caller.accountId, settings.guesses).tags;
    return tagList(params, "Tags").every(
      ({ key, value }) => Object.hasOwn(tags, key) && (value === "" || tags[key] === value),
    );
  },
];

function isListed(context: ActionContext, peering: PeeringRecord): boolean {
  return filters.every((filter) => filter(context, peering));
}

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
