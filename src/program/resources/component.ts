import * as pulumi from "@pulumi/pulumi";
import { complaintAboutCloud, isCloudName } from "../../model/clouds";
import type { PeeringOptions } from "./options";
import { componentOptions } from "./options";
import { door } from "./door";
import { shortStack } from "./sourcePosition";
import { refusal } from "../refusal";

/** A component of this package. Its arguments stay out of the state: its resources hold what they need of them. */
export abstract class PeeringComponent extends pulumi.ComponentResource {
  /** @internal Whether it is made of peerings, and tells what is wrong with any of them. */
  get isOfPeerings(): boolean {
    return false;
  }

  protected constructor(type: string, name: string, cloud: string, opts: PeeringOptions) {
    const done = shortStack("usersLine");
    try {
      super(`vpc-peering:index:${type}`, name, {}, componentOptions(opts));
    } finally {
      done();
    }
    if (!isCloudName(cloud)) throw refusal(complaintAboutCloud(cloud));
    door().assertReady();
  }

  /**
   * Says that all resources of the component are declared. What it shows is theirs, so it is stored once more only for those
   * who read it from the state: each such write comes when the connection is there, so when the state is at its largest.
   */
  protected complete(outputs: pulumi.Inputs): void {
    this.registerOutputs(door().isReferredTo ? outputs : {});
  }
}
