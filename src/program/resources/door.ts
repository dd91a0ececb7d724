import * as pulumi from "@pulumi/pulumi";
import type { ResourceKind } from "../../model/resourceKinds";
import { pluginTokenOf, RESOURCE_KINDS, typeTokenOf } from "../../model/resourceKinds";
import { shown } from "../../model/shown";
import { refusal } from "../refusal";
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
  /** The package of its provider instances. */
  instances: string;
  /** The settings of an instance as its inputs: those of a cloud, and those of this package itself. */
  settingsOf(cloud: string, settings: pulumi.Inputs, own: pulumi.Inputs): pulumi.Inputs;
  /** Whether a program of another stack can find a component by a reference to it, and reads from the state what it shows. */
  isReferredTo: boolean;
  /** Fails, in words, where its provider could not be found. */
  assertReady(): void;
}

/** Programs in TypeScript and JavaScript: the resource itself says which code manages it. */
const DYNAMIC: Door = {
  tokenOf: typeTokenOf,
  wrappingOf: (kind) => ({ __provider: handler(RESOURCE_KINDS[kind]) }),
  hasFunctions: false,
  instances: "pulumi-nodejs",
  settingsOf: (cloud, settings, own) => ({ ...keyed("vpc-peering", own), ...keyed(cloud, settings) }),
  // Under mocks there may be no stack; then each run has a monitor of its own.
  run: () => pulumi.runtime.getStackResource() ?? pulumi.runtime.getMonitor() ?? {},
  isReferredTo: false,
  assertReady: assertInstalled,
};

/** Programs in all other languages, whose components this package's plugin makes; and those that choose it. */
const PLUGIN: Door = {
  tokenOf: pluginTokenOf,
  wrappingOf: () => ({}),
  hasFunctions: true,
  instances: "vpc-peering",
  settingsOf: (cloud, settings, own) => ({ ...own, [cloud]: settings }),
  run: DYNAMIC.run,
  isReferredTo: false,
  assertReady: () => undefined,
};

/** By the names that a stack's config has for them. */
const DOORS: Readonly<Record<string, Door>> = { dynamic: DYNAMIC, plugin: PLUGIN };

let chosen: Door | undefined;

/**
 * Has all resources of this process go through the plugin from now on, which knows the run that each belongs to. The
 * SDKs of the languages that it serves know its components by their types, so they can find them by a reference.
 */
export function goThroughPlugin(run: Door["run"]): void {
  chosen = { ...PLUGIN, run, isReferredTo: true };
}

/** The door of this process: the plugin's own; or the one that the stack's config says; dynamic resources, if it says none. */
export function door(): Door {
  return chosen ?? said() ?? DYNAMIC;
}

/**
 * The types that a resource may have in the state because it went through another door before. Only a program whose config
 * names a door can have changed it; for any other there are none.
 */
export function formerTokens(kind: ResourceKind): string[] {
  const now = chosen === undefined ? said() : undefined;
  if (now === undefined) return [];
  return Object.values(DOORS)
    .filter((other) => other !== now)
    .map((other) => other.tokenOf(kind));
}

function said(): Door | undefined {
  const name = new pulumi.Config("vpc-peering").get("door");
  if (name === undefined || name === "") return undefined;
  const found = Object.hasOwn(DOORS, name) ? DOORS[name] : undefined;
  if (found !== undefined) return found;
  throw refusal(`vpc-peering:door is ${shown(name)}: it must be one of ${Object.keys(DOORS).join(", ")}.`);
}

function keyed(space: string, settings: pulumi.Inputs): pulumi.Inputs {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${space}:${name}`, value]));
}
