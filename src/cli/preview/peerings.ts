import { defined } from "../../model/defined";
import { grouped } from "../../model/grouped";
import type { ResourceKind } from "../../model/resourceKinds";
import { byName } from "../kit/byName";
import type { Decision } from "./changes";
import { decisionsIn, weight } from "./changes";
import { endOf } from "./ends";
import { kindOf, rowMakerOf } from "./kinds";
import type { Context, PeeringRow } from "./kinds/row";
import type { Preview } from "./steps";
import { parentOf, topologiesAmong } from "./topologies";

/** The peerings of a preview: what changes most comes first. */
export function peeringsIn(preview: Preview): PeeringRow[] {
  const decisions = decisionsIn(preview.steps);
  const context: Context = { preview, siblingsOf: siblingsAmong(decisions) };
  const topologyOf = topologiesAmong(decisions);
  return decisions
    .flatMap((decision) => {
      const row = rowMakerOf(decision)?.(decision, context);
      return row === undefined ? [] : [{ ...row, ...defined({ topology: topologyOf(decision) }) }];
    })
    .sort((a, b) => weight(b.change) - weight(a.change) || byName(a, b));
}

function siblingsAmong(decisions: readonly Decision[]): Context["siblingsOf"] {
  const key = (decision: Decision, kind: ResourceKind | undefined) =>
    JSON.stringify([peeringOf(decision), kind]);
  const known = grouped(decisions, (one) => key(one, kindOf(one)));
  return (decision, kind) => known.get(key(decision, kind)) ?? [];
}

/** What a resource is a part of: its component, or where a program declares it by itself, the peering of two VPCs. */
function peeringOf(decision: Decision): unknown {
  const parent = parentOf(decision);
  if (/[:$]vpc-peering:index:\w+::/.test(parent)) return parent;
  const { after, before } = decision.step;
  const { vpcId, requester, accepter, peer } = { ...after?.outputs, ...(after ?? before)?.inputs };
  const [one, other] = vpcId === undefined ? [requester, accepter] : [{ vpcId }, peer];
  return [endOf(one).vpcId, endOf(other).vpcId].sort();
}
