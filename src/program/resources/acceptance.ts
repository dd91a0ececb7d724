import * as pulumi from "@pulumi/pulumi";
import type { Side } from "../../model/peering";
import type { PeeringStatus } from "../../model/status";
import type { ConnectionArgs } from "./connection";
import { handler } from "./providerText";
import { shortStack } from "./sourcePosition";

/** The type of the resource, as previews show it. */
export const ACCEPTANCE_TYPE = "pulumi-nodejs:dynamic/vpcPeering:Acceptance";

/** The inputs of an {@link Acceptance}, ready for the engine. */
export interface AcceptanceArgs extends Pick<ConnectionArgs, "cloud" | "timeouts" | "__owner"> {
  accepter: pulumi.Input<object>;
  [property: string]: unknown;
}

/** The accepter's yes, given with the accepter's keys. Its id is the connection's id. */
export class Acceptance extends pulumi.CustomResource {
  declare readonly status: pulumi.Output<PeeringStatus>;
  /** Who asked; in a stack of the accepter's own only. */
  declare readonly peer: pulumi.Output<Side>;

  constructor(name: string, args: AcceptanceArgs, opts: pulumi.CustomResourceOptions) {
    const outputs = { status: undefined, peer: undefined, stateVersion: undefined };
    const done = shortStack("nothing");
    try {
      super(ACCEPTANCE_TYPE, name, { ...args, ...outputs, __provider: handler("acceptance") }, opts);
    } finally {
      done();
    }
  }
}
