import * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/peering";
import type { PeeringStatus } from "../../model/status";
import type { OwnerInputs, SideInputs } from "../../provider/lifecycle/connection/state";
import { handler } from "./providerText";
import { shortStack } from "./sourcePosition";

/** The type of the resource, as previews show it. */
export const CONNECTION_TYPE = "pulumi-nodejs:dynamic/vpcPeering:Connection";

/** The inputs of a {@link Connection}, ready for the engine. */
export interface ConnectionArgs {
  cloud: CloudName;
  requester: pulumi.Inputs;
  accepter: pulumi.Inputs;
  timeouts: pulumi.CustomTimeouts | undefined;
  __owner: pulumi.Input<OwnerInputs>;
  [property: string]: unknown;
}

/** The connection itself, managed with the requester's keys. Its id is the cloud's. */
export class Connection extends pulumi.CustomResource {
  declare readonly status: pulumi.Output<PeeringStatus>;
  declare readonly requester: pulumi.Output<SideInputs>;
  declare readonly accepter: pulumi.Output<SideInputs>;
  /** The account (project) that these keys belong to. */
  declare readonly account: pulumi.Output<string>;
  /** What the accepter's preflight needs to know of the requester's VPC; in a preflight only. */
  declare readonly __blocks: pulumi.Output<string[]>;

  constructor(name: string, args: ConnectionArgs, opts: pulumi.CustomResourceOptions) {
    const outputs = { status: undefined, account: undefined, marker: undefined, stateVersion: undefined };
    const ofPreflight = args["preflight"] === undefined ? {} : { __blocks: undefined };
    const done = shortStack("nothing");
    try {
      super(
        CONNECTION_TYPE,
        name,
        { ...args, ...outputs, ...ofPreflight, __provider: handler("connection") },
        opts,
      );
    } finally {
      done();
    }
  }
}
