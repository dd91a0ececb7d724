import * as pulumi from "@pulumi/pulumi";
import type { ResourceKind } from "../../model/resourceKinds";
import { forTransit } from "../../model/transit";
import { changed } from "../given";
import { door, formerTokens } from "./door";
import { isPlain, sayable } from "./sayable";
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
        door().tokenOf(kind),
        name,
        { ...travelling(inputs), ...toCome, ...door().wrappingOf(kind) },
        withFormer(kind, opts),
      );
    } finally {
      done();
    }
  }
}

function withFormer(kind: ResourceKind, opts: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  const former = formerTokens(kind).map((type) => ({ type }));
  return former.length === 0 ? opts : { ...opts, aliases: [...(opts.aliases ?? []), ...former] };
}

/** Inputs as they can go through the SDK: what an Output brings along gets there as it is. */
function travelling(inputs: pulumi.Inputs): pulumi.Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, travellingInput(name, input)]),
  );
}

function travellingInput(name: string, input: unknown): unknown {
  if (isPlain(input) || Array.isArray(input)) return sayable(forTransit(input));
  // Of what comes later, tags alone have names that a program chooses.
  return name === "tags" && input !== undefined ? changed(input, forTransit) : input;
}
