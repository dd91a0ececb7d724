import type * as Pulumi from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import { PeeringError } from "../model/errors";
import { shown } from "../model/shown";
import { optionsIn } from "./componentOptions";
import { forCloud, receiveInstances } from "./instances";
import type { ProviderMessages } from "./protocol";
import { messages } from "./protocol";
import type { Sdk } from "./sdk";
import { sdk } from "./sdk";
import { toStruct } from "./struct";

type Request = ProviderMessages.ConstructRequest;
type Response = ProviderMessages.ConstructResponse;

/** The components, and what each shows of itself to a program of any language. */
const COMPONENTS = {
  VpcPeering: ["connectionId", "status", "requester", "accepter", "routes"],
  VpcPeeringAccepter: ["connectionId", "status", "requester", "routes"],
  VpcHub: ["connectionIds", "statuses"],
  VpcMesh: ["connectionIds", "statuses"],
} as const;

type ComponentName = keyof typeof COMPONENTS;
type Component = new (name: string, args: unknown, opts: Pulumi.ComponentResourceOptions) => Pulumi.Resource;

/** Makes the component that a request asks for, and registers it and its resources with the engine that asks. */
export async function construct(
  request: Request,
  { engine, version }: { engine: string; version: string },
): Promise<Response> {
  const kind = kindOf(request);
  const all = await sdk();
  const { runtime, program } = all;
  const making = runtime.state.withLocalStorage(async () => {
    await joinRun(request, engine, all);
    receiveInstances(all, version);
    const inputs = await runtime.server.deserializeInputs(
      request.getInputs(),
      request.getInputdependenciesMap(),
    );
    const args = forCloud(inputs, inputs["cloud"] as CloudName, all);
    const made = new (program[kind] as unknown as Component)(
      request.getName(),
      args,
      optionsIn(request, inputs["cloud"] as CloudName, all),
    );
    const response = await described(made, kind, all);
    await runtime.settings.waitForRPCs();
    return response;
  });
  try {
    return await unlessFailed(making);
  } catch (error) {
    // What a program is refused for is no bug of ours.
    throw all.pulumi.RunError.isInstance(error)
      ? new PeeringError(error.message, { kind: "invalid" })
      : error;
  }
}

/** The components that are being made, each with what ends it. */
const underWay = new Set<(error: unknown) => void>();

process.on("unhandledRejection", (error) => {
  if (underWay.size === 0) throw error;
  for (const fail of underWay) fail(error);
});

/** The same, unless something fails meanwhile where nobody waits for it, as in an Output: nothing would follow from that. */
async function unlessFailed<T>(making: Promise<T>): Promise<T> {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  underWay.add(fail);
  try {
    return await Promise.race([making, failed]);
  } finally {
    underWay.delete(fail);
  }
}

function kindOf(request: Request): ComponentName {
  const [, , name = ""] = request.getType().split(":");
  if (Object.hasOwn(COMPONENTS, name)) return name as ComponentName;
  throw new PeeringError(`There is no component ${shown(request.getType())}.`, { kind: "invalid" });
}

/** Has what is made from here on belong to the run of the program that asks. */
async function joinRun(request: Request, engine: string, { runtime }: Sdk): Promise<void> {
  const { settings, config } = runtime;
  settings.resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engine,
    request.getMonitorendpoint(),
    request.getDryrun(),
    request.getOrganization(),
  );
  await settings.awaitFeatureSupport();
  const entries = [...request.getConfigMap().getEntryList()];
  config.setAllConfig(Object.fromEntries(entries), request.getConfigsecretkeysList());
}

/** What the program gets to see of a component, and on which resources each part of it depends. */
async function described(
  made: Pulumi.Resource,
  kind: ComponentName,
  { pulumi, runtime }: Sdk,
): Promise<Response> {
  const outputs = COMPONENTS[kind].map((name) => [name, (made as unknown as Record<string, unknown>)[name]]);
  const urnOf = (resource: Pulumi.Resource): Promise<string> =>
    new Promise((resolve) => pulumi.output(resource.urn).apply(resolve));
  const [state, dependencies] = await runtime.rpc.serializeResourceProperties(
    `construct(${kind})`,
    Object.fromEntries(outputs) as object,
  );
  const response = new messages.ConstructResponse();
  response.setUrn(await urnOf(made));
  response.setState(toStruct(state));
  for (const [name, resources] of dependencies) {
    const urns = await Promise.all([...resources].map(urnOf));
    const all = new messages.ConstructResponse.PropertyDependencies().setUrnsList(urns);
    response.getStatedependenciesMap().set(name, all);
  }
  return response;
}
