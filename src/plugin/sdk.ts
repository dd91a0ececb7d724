import { createRequire } from "node:module";
import type * as Pulumi from "@pulumi/pulumi";
import type * as Program from "../program";
import type { ProviderMessages } from "./protocol";

type Request = ProviderMessages.ConstructRequest;
type Struct = NonNullable<ReturnType<Request["getInputs"]>>;
type Dependencies = ReturnType<Request["getInputdependenciesMap"]>;

/** What the SDK's own servers make components with. It is there in every release, and not declared. */
interface Runtime {
  settings: {
    resetOptions(...options: unknown[]): void;
    awaitFeatureSupport(): Promise<void>;
    waitForRPCs(): Promise<void>;
  };
  state: {
    withLocalStorage<T>(task: () => Promise<T>): Promise<T>;
    getStore(): { settings: { options: { monitorAddr?: string } } };
  };
  config: { setAllConfig(config: Record<string, string>, secretKeys: string[]): void };
  rpc: {
    registerResourcePackage(
      name: string,
      made: {
        version: string;
        constructProvider(name: string, type: string, urn: string): Pulumi.ProviderResource;
      },
    ): void;
    serializeResourceProperties(
      label: string,
      props: object,
    ): Promise<[Record<string, never>, Map<string, Set<Pulumi.Resource>>]>;
    deserializeProperty(...given: unknown[]): unknown;
  };
  resources: {
    hookBindingFromProto(
      hooks: ReturnType<Request["getResourceHooks"]>,
    ): Pulumi.ResourceHookBinding | undefined;
  };
  resource: {
    DependencyResource: new (urn: string) => Pulumi.Resource;
    DependencyProviderResource: new (reference: string) => Pulumi.ProviderResource;
  };
  server: {
    deserializeInputs(
      inputs: Struct | undefined,
      dependencies: Dependencies,
    ): Promise<Record<string, unknown>>;
  };
}

/** What components are made with. */
export interface Sdk {
  pulumi: typeof Pulumi;
  program: typeof Program;
  runtime: Runtime;
}

/** The runs of programs, by where the engine hears of their resources: each component is asked for by itself. */
const runs = new Map<string, object>();

function runAt(monitor: string): object {
  const run = runs.get(monitor) ?? {};
  runs.set(monitor, run);
  return run;
}

let loaded: Promise<Sdk> | undefined;

/** Loads all that components need, when the first one is made: a program of resources alone needs none of it. */
export async function sdk(): Promise<Sdk> {
  loaded ??= load();
  return await loaded;
}

async function load(): Promise<Sdk> {
  const [pulumi, program, { goThroughPlugin }] = await Promise.all([
    import("@pulumi/pulumi"),
    import("../program/index.js"),
    import("../program/resources/door.js"),
  ]);
  const inside = createRequire(__filename);
  const part = (name: string): unknown => inside(`@pulumi/pulumi/${name}.js`);
  const runtime = {
    settings: part("runtime/settings"),
    state: part("runtime/state"),
    config: part("runtime/config"),
    rpc: part("runtime/rpc"),
    resource: part("resource"),
    resources: part("runtime/resource"),
    server: part("provider/server"),
  } as Runtime;
  goThroughPlugin(() => runAt(runtime.state.getStore().settings.options.monitorAddr ?? ""));
  return { pulumi, program, runtime };
}
