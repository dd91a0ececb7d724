import type * as pulumi from "@pulumi/pulumi";
import type { PeeringStatus } from "../../model/status";
import type { VpcPeeringArgs } from "../clouds/registry";
import { PeeringComponent } from "../resources/component";
import type { PeeringOptions } from "../resources/options";
import { memberOptions } from "../resources/options";
import { VpcPeering } from "../vpcPeering";
import { refuseIfUnfit } from "./complaints";
import { atHand, later } from "./look";
import type { Plan } from "./plan";
import { recordOf } from "./record";

/** A component of peerings that belong together. */
export abstract class Topology extends PeeringComponent {
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
    this.registerOutputs(outputs);
    return outputs;
  }
}

/** All that the complaints about a plan look at. */
function openInputs({ members, pairs }: Plan): unknown[] {
  return [
    ...members.map(({ said }) => said.vpcId),
    ...pairs.flatMap(({ regions, args }) => [...regions, ...Object.values(args)]),
  ];
}
