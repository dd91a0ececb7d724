import { defined } from "../../../model/defined";
import type { Side } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import type { EndBlocks, Routed } from "../connection/ends";
import type { Observed } from "../connection/state";
import { STATE_VERSION } from "../stateVersion";
import type { AcceptanceInputs, StandaloneInputs } from "./inputs";
import { standaloneIn } from "./inputs";

/** The outputs of `vpcPeering:Acceptance`: no more of the inputs than what comes after needs. */
export interface AcceptanceOutputs
  extends Pick<AcceptanceInputs, "cloud">, Partial<Pick<Observed, "stateVersion" | "status">> {
  region: string;
  /** What only a `VpcPeeringAccepter` needs: its inputs again, and who asked. */
  standalone?: StandaloneInputs;
  peer?: Side;
  __routed?: Routed;
  __ends?: EndBlocks;
}

/** The outputs after the decision. */
export function outputsOf(
  inputs: AcceptanceInputs,
  { status, requester }: { status: PeeringStatus; requester?: Side | undefined },
): AcceptanceOutputs {
  const { cloud, accepter, decision, __routed } = inputs;
  const known = { cloud, region: accepter.region, stateVersion: STATE_VERSION, status } as const;
  const outputs = { ...known, ...defined({ __routed }) };
  if (decision === undefined) return outputs;
  return { ...outputs, ...defined({ peer: requester }), standalone: standaloneIn(inputs) };
}
