import type * as Pulumi from "@pulumi/pulumi";
import type { MockResourceArgs } from "@pulumi/pulumi/runtime";
import type * as Package from "../../../src/program/index";

/** A resource as the engine is asked to register it. */
export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** The URN of the parent, if it has one. */
  parent: string;
  /** The name of the provider instance, if one is named. */
  provider: string;
  customTimeouts: { create: string; update: string; delete: string } | undefined;
  deleteBeforeReplace: boolean;
  /** The names of the resources it depends on, with their types. */
  dependencies: string[];
}

/** What a program has at hand, each time as if it had just been started. */
export interface Program {
  pulumi: typeof Pulumi;
  lib: typeof Package;
}

/** What the engine knows of a run of a program. */
export interface Run<T> {
  result: T;
  registered: Registered[];
  /** The registered resources of a type, by its last word: `Connection`. */
  of: (type: string) => Registered[];
  /** The only one of its type. */
  only: (type: string) => Registered;
}

interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProvider(): string;
  getDeletebeforereplace(): boolean;
  getDependenciesList(): string[];
  getCustomtimeouts(): { getCreate(): string; getUpdate(): string; getDelete(): string } | undefined;
}

interface Monitor {
  registerResource(request: Request, callback: unknown): Promise<void>;
}

/** What the cloud would answer: ids, and outputs that are not inputs. */
function outcomeOf({ type, name, inputs }: MockResourceArgs) {
  const kind = type.split(":").at(-1);
  const outputs: Record<string, unknown> = {
    Connection: { status: "active", account: "1000000000000001", marker: "m", stateVersion: 1 },
    Acceptance: { status: "active", stateVersion: 1 },
    Routes: { routes: [{ table: "vtb-1", destination: "10.9.0.0/16", status: "present" }], stateVersion: 1 },
    Identity: { accountId: `account-of-${name}`, region: `region-of-${name}`, stateVersion: 1 },
  };
  const more = (kind === undefined ? undefined : outputs[kind]) as object | undefined;
  const isRouted = Object.hasOwn(inputs as object, "__routed");
  const ends = isRouted ? { __ends: { requester: ["10.0.0.0/16"], accepter: ["10.8.0.0/16"] } } : {};
  return {
    id: kind === "Connection" || kind === "Acceptance" ? "pcc-1" : `${name}-id`,
    state: { ...(inputs as object), ...more, ...ends },
  };
}

/** Runs a program against an engine that makes everything it is asked for; a `fresh` one remembers no other. */
export async function run<T>(
  program: (given: Program) => T,
  given: { config?: Record<string, string>; preview?: boolean; organization?: string; fresh?: boolean } = {},
): Promise<Run<T>> {
  if (given.fresh === true) jest.resetModules();
  const pulumi = await import("@pulumi/pulumi");
  const registered: Registered[] = [];
  const inputs = new Map<string, Record<string, unknown>>();
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => {
        inputs.set(`${args.type}::${args.name}`, args.inputs as Record<string, unknown>);
        if (given.preview === true && args.custom === true) {
          const open: unknown = { id: undefined, state: args.inputs as object };
          return open as { id: string; state: object };
        }
        return outcomeOf(args);
      },
      call: () => ({}),
    },
    "network",
    "prod",
    given.preview ?? false,
    given.organization ?? "acme",
  );
  pulumi.runtime.setAllConfig(given.config ?? {});
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = async (request, callback) => {
    await register(request, callback);
    const [type, name] = [request.getType(), request.getName()];
    const timeouts = request.getCustomtimeouts();
    registered.push({
      type,
      name,
      inputs: inputs.get(`${type}::${name}`) ?? {},
      parent: request.getParent(),
      provider: request.getProvider().split("::").at(-2) ?? "",
      customTimeouts: timeouts && {
        create: timeouts.getCreate(),
        update: timeouts.getUpdate(),
        delete: timeouts.getDelete(),
      },
      deleteBeforeReplace: request.getDeletebeforereplace(),
      dependencies: request.getDependenciesList().map((urn) => urn.split("::").slice(2).join("::")),
    });
  };
  const lib = await import("../../../src/program/index.js");
  const result = program({ pulumi, lib });
  await settle(() => registered.length);
  const of = (type: string): Registered[] => registered.filter((one) => one.type.endsWith(`:${type}`));
  const only = (type: string): Registered => {
    const [first, ...others] = of(type);
    if (first === undefined || others.length > 0) throw new Error(`${of(type).length} of ${type}`);
    return first;
  };
  return { result, registered, of, only };
}

/** Waits until nothing more is registered. */
async function settle(count: () => number): Promise<void> {
  let [before, quiet] = [-1, 0];
  while (quiet < 8) {
    for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
    quiet = count() === before ? quiet + 1 : 0;
    before = count();
  }
}

/** The value of an output; undefined if it is not known. */
export async function valueOf<T>(output: Pulumi.Output<T>): Promise<T | undefined> {
  const inner = output as unknown as { promise(): Promise<T>; isKnown: Promise<boolean> };
  return (await inner.isKnown) ? await inner.promise() : undefined;
}
