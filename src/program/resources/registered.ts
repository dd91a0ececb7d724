import * as pulumi from "@pulumi/pulumi";
import type { ResourceKind } from "../../model/resourceKinds";
import { RESOURCE_KINDS, typeTokenOf } from "../../model/resourceKinds";
import { handler } from "./providerText";
import { shortStack } from "./sourcePosition";

/** What a resource is registered with: what the program says, and the names of what the provider will say. */
export interface Registration {
  inputs: pulumi.Inputs;
  outputs: readonly string[];
}

/** A resource of this package, as the engine sees it: its type, and the line by which it is managed. */
export abstract class RegisteredResource extends pulumi.CustomResource {
  protected constructor(
    kind: ResourceKind,
    name: string,
    { inputs, outputs }: Registration,
    opts: pulumi.CustomResourceOptions,
  ) {
    const toCome = Object.fromEntries(outputs.map((output) => [output, undefined]));
    const done = shortStack("nothing");
    try {
      super(
        typeTokenOf(kind),
        name,
        { ...inputs, ...toCome, __provider: handler(RESOURCE_KINDS[kind]) },
        opts,
      );
    } finally {
      done();
    }
  }
}
