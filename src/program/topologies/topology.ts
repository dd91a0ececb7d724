import type * as pulumi from "@pulumi/pulumi";
import type { PeeringStatus } from "../../model/status";
import type { VpcPeeringArgs } from "../clouds/registry";
import { PeeringComponent } from "../resources/component";
import type { PeeringOptions } from "../resources/options";
import { memberOptions } from "../resources/options";
import { VpcPeering } from "../vpcPeering";
import type { Told } from "../../model/told";
import { UNKNOWN } from "../../model/unknown";
import { refuseIfAny, refuseIfUnfit } from "./complaints";
import { atHand, later } from "./look";
import type { Plan } from "./plan";
import { complaintsOfPreflight } from "./preflight";
import { recordOf } from "./record";

/** A component of peerings that belong together. */
export abstract class Topology extends PeeringComponent {
  /** @internal */
  override get isOfPeerings(): boolean {
    return true;
  }

  /** The connections' ids in the cloud, by key. */
  abstract readonly connectionIds: pulumi.Output<Record<string, string>>;
  /** The connections' statuses when they were last looked at, by key. */
  abstract readonly statuses: pulumi.Output<Record<string, PeeringStatus>>;

  /** Declares a peering for each pair, unless something is wrong with one of them: then all that is wrong is told at once. */
  protected peer(
    name: string,
    { whose, plan }: { whose: string; plan: Plan },
    opts: PeeringOptions,
  ): Pick<Topology, "connectionIds" | "statuses"> {
    refuseIfUnfit(whose, plan, atHand);
    void later(openInputs(plan)).then((look) => {
      refuseIfUnfit(whose, plan, look);
    });
    const options = memberOptions(this, opts);
    const peerings = plan.pairs.map(({ key, args }) => {
      const said = { cloud: plan.cloud, ...args } as unknown as VpcPeeringArgs;
      return [key, new VpcPeering(`${name}-${key}`, said, options)] as const;
    });
    const outputs = {
      connectionIds: recordOf(
        Object.fromEntries(peerings.map(([key, { connectionId }]) => [key, connectionId])),
      ),
      statuses: recordOf(Object.fromEntries(peerings.map(([key, { status }]) => [key, status]))),
    };
    const told = peerings.map(([, peering]) => peering.told);
    const isTold = told.some(({ now }) => now.length > 0);
    this.registerOutputs(isTold ? refuseIfTold(whose, plan, told).then(() => outputs) : outputs);
    return outputs;
  }
}

/** Waits for what the preflights of all pairs tell, and refuses the topology if anything is wrong. */
async function refuseIfTold(
  whose: string,
  { pairs }: Plan,
  told: readonly VpcPeering["told"][],
): Promise<void> {
  const look = await later(told.flatMap(({ now, before }) => [...now, ...before]));
  const known = (outputs: readonly unknown[] = []): unknown[] =>
    outputs.map(look).filter((one) => one !== undefined && one !== UNKNOWN);
  const found = pairs.map((pair, i) => ({
    pair,
    told: known(told[i]?.now) as Told[],
    before: known(told[i]?.before) as Told["blocks"][],
  }));
  refuseIfAny(whose, await complaintsOfPreflight(found));
}

/** All that the complaints about a plan look at. */
function openInputs({ members, pairs }: Plan): unknown[] {
  return [
    ...members.map(({ said }) => said.vpcId),
    ...pairs.flatMap(({ regions, args }) => [...regions, ...Object.values(args)]),
  ];
}
