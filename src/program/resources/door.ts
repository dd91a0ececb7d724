import * as pulumi from "@pulumi/pulumi";
import type { ResourceKind } from "../../model/resourceKinds";
import { pluginTokenOf, RESOURCE_KINDS, typeTokenOf } from "../../model/resourceKinds";
import { assertInstalled, handler } from "./providerText";

/** By which of the engine's doors the resources of a process get to their provider. */
interface Door {
  /** The type of a kind of resource. */
  tokenOf(kind: ResourceKind): string;
  /** What a resource is registered with besides its own values. */
  wrappingOf(kind: ResourceKind): object;
  /** Whether a function answers whose keys an instance has. Otherwise a resource does, since there are no others. */
  hasFunctions: boolean;
  /** The run of a program that is under way: the same object for all that it declares. */
  run: () => object;
  /** Fails, in words, where its provider could not be found. */
  assertReady(): void;
}

/** Programs in TypeScript and JavaScript: the resource itself says which code manages it. */
const DYNAMIC: Door = {
  tokenOf: typeTokenOf,
  wrappingOf: (kind) => ({ __provider: handler(RESOURCE_KINDS[kind]) }),
  hasFunctions: false,
  // Under mocks there may be no stack; then each run has a monitor of its own.
  run: () => pulumi.runtime.getStackResource() ?? pulumi.runtime.getMonitor() ?? {},
  assertReady: assertInstalled,
};

/** Programs in all other languages, whose components this package's plugin makes. */
const PLUGIN: Omit<Door, "run"> = {
  tokenOf: pluginTokenOf,
  wrappingOf: () => ({}),
  hasFunctions: true,
  assertReady: () => undefined,
};

let chosen = DYNAMIC;

/** Has all resources of this process go through the plugin from now on, which knows the run that each belongs to. */
export function goThroughPlugin(run: Door["run"]): void {
  chosen = { ...PLUGIN, run };
}

/** The door of this process. */
export function door(): Door {
  return chosen;
}
