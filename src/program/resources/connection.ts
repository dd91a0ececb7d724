import type * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/clouds";
import type { PeeringStatus } from "../../model/status";
import type { Told } from "../../model/told";
import type { OwnerInputs } from "../../model/owner";
import type { SideInputs } from "../../model/peering";
import { RegisteredResource } from "./registered";

/** The blocks of the two VPCs of a connection, as far as somebody's keys see them. */
export interface EndBlocks {
  requester?: string[];
  accepter?: string[];
}

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
export class Connection extends RegisteredResource {
  declare readonly status: pulumi.Output<PeeringStatus>;
  declare readonly requester: pulumi.Output<SideInputs>;
  declare readonly accepter: pulumi.Output<SideInputs>;
  /** The account (project) that these keys belong to. */
  declare readonly account: pulumi.Output<string>;
  /** What the accepter's preflight needs to know of the requester's VPC; in a preflight only. */
  declare readonly __blocks: pulumi.Output<string[]>;
  /** What the hub or mesh that it is a part of has to tell; in a preview's preflight only. */
  declare readonly __told: pulumi.Output<Told | undefined>;
  /** The blocks of the two VPCs, as far as these keys see them; only where routes need them. */
  declare readonly __ends: pulumi.Output<EndBlocks | undefined>;

  constructor(name: string, args: ConnectionArgs, opts: pulumi.CustomResourceOptions) {
    const ofPreflight = args["preflight"] === undefined ? [] : ["__blocks"];
    const ofWhole = args["__together"] === undefined ? [] : ["__told"];
    const ofRoutes = args["__routed"] === undefined ? [] : ["__ends"];
    const more = [...ofPreflight, ...ofWhole, ...ofRoutes];
    const outputs = ["status", "account", "marker", "stateVersion", ...more];
    super("Connection", name, { inputs: args, outputs }, opts);
  }
}
