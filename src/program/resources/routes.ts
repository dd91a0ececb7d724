import type * as pulumi from "@pulumi/pulumi";
import { nameOfPart } from "../../model/resourceKinds";
import type { Route } from "../../model/route";
import type { EndName } from "../../model/ends";
import type { ConnectionArgs } from "./connection";
import { RegisteredResource } from "./registered";

/** The inputs of {@link Routes}, ready for the engine. */
export interface RoutesResourceArgs extends Pick<ConnectionArgs, "cloud" | "timeouts" | "__owner"> {
  connectionId: pulumi.Input<string>;
  end: EndName;
  [property: string]: unknown;
}

/** The routes of one end of a connection, managed with that end's keys. */
export class Routes extends RegisteredResource {
  declare readonly routes: pulumi.Output<Route[]>;

  constructor(name: string, args: RoutesResourceArgs, opts: pulumi.CustomResourceOptions) {
    super(
      "Routes",
      nameOfPart("Routes", name, args.end),
      { inputs: args, outputs: ["routes", "stateVersion"] },
      opts,
    );
  }
}
