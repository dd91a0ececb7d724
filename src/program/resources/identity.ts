import type * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/clouds";
import { accountKeyOf, accountOf } from "../../model/account";
import { RegisteredResource } from "./registered";

/** Whose keys a provider instance has, and its region: asked once, where the keys are. */
export class Identity extends RegisteredResource {
  declare readonly accountId: pulumi.Output<string>;
  declare readonly projectId: pulumi.Output<string>;
  declare readonly region: pulumi.Output<string>;

  constructor(
    name: string,
    cloud: CloudName,
    where: pulumi.Input<string> | undefined,
    opts: pulumi.CustomResourceOptions,
  ) {
    const outputs = [accountKeyOf(cloud), "region", "stateVersion"];
    super("Identity", name, { inputs: { cloud, where }, outputs }, opts);
  }

  /** The account, or the project where VPCs belong to projects. */
  get account(): pulumi.Output<string> {
    // The engine fills in only the one that the cloud has, and every cloud has one.
    return accountOf(this) as pulumi.Output<string>;
  }
}
