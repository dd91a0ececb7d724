import type * as pulumi from "@pulumi/pulumi";
import type { Side } from "../../model/peering";
import type { Told } from "../../model/told";
import type { PeeringStatus } from "../../model/status";
import type { ConnectionArgs, EndBlocks } from "./connection";
import { RegisteredResource } from "./registered";

/** The inputs of an {@link Acceptance}, ready for the engine. */
export interface AcceptanceArgs extends Pick<ConnectionArgs, "cloud" | "timeouts" | "__owner"> {
  accepter: pulumi.Input<object>;
  [property: string]: unknown;
}

/** The accepter's yes, given with the accepter's keys. Its id is the connection's id. */
export class Acceptance extends RegisteredResource {
  declare readonly status: pulumi.Output<PeeringStatus>;
  /** Who asked; in a stack of the accepter's own only. */
  declare readonly peer: pulumi.Output<Side>;
  /** What the hub or mesh that it is a part of has to tell; in a preview's preflight only. */
  declare readonly __told: pulumi.Output<Told | undefined>;
  /** The blocks of the two VPCs, as far as these keys see them; only where routes need them. */
  declare readonly __ends: pulumi.Output<EndBlocks | undefined>;

  constructor(name: string, args: AcceptanceArgs, opts: pulumi.CustomResourceOptions) {
    const ofRoutes = args["__routed"] === undefined ? [] : ["__ends"];
    const ofWhole = args["__together"] === undefined ? [] : ["__told"];
    super(
      "Acceptance",
      name,
      { inputs: args, outputs: ["status", "peer", "stateVersion", ...ofWhole, ...ofRoutes] },
      opts,
    );
  }
}
