import { readFileSync } from "node:fs";
import { PeeringError } from "../model/errors";
import type { ResourceKind } from "../model/resourceKinds";
import { IDENTITY_FUNCTION, RESOURCE_KINDS } from "../model/resourceKinds";
import { safely } from "../model/shown";
import { redacted } from "../io/secrets";
import { construct } from "./construct";
import type { Settings } from "../provider/clouds/cloud";
import { settingsIn } from "../provider/clouds/kit/blocks";
import { Unfinished } from "../provider/lifecycle/resource";
import type { Session } from "../provider/lifecycle/session";
import { diffMessage } from "./diffMessage";
import { asStatus } from "./failures";
import type { Grpc, ProviderMessages } from "./protocol";
import { Empty, messages, PluginInfo } from "./protocol";
import type { Asked } from "./resourceDoor";
import { ResourceDoor } from "./resourceDoor";
import { complaintsAboutBlocks, secured } from "./settings";
import type { StructMessage } from "./protocol";
import { fromStruct, secretsIn, toStruct, withSecrets } from "./struct";
import { kindIn } from "./tokens";

type Messages = typeof ProviderMessages;

/** A message of the engine's protocol, by its name there. */
type Message<Name extends keyof Messages> = InstanceType<
  Extract<Messages[Name], abstract new (...args: never[]) => unknown>
>;

/** What the plugin says of itself. */
export interface About {
  version: string;
  schemaFile: string;
  /** Where the engine is, if it has said so. */
  engine: string | undefined;
  /** Where its sessions come from, if they are not this process's own. */
  sessionFor?: (settings: Settings) => Session;
}

/** The calls of the engine about custom resources and their provider instances, each answered or failed. */
export function serviceOf({ version, schemaFile, engine, sessionFor }: About) {
  const kinds = Object.keys(RESOURCE_KINDS) as ResourceKind[];
  const doors = new Map(kinds.map((kind) => [kind, new ResourceDoor(kind, sessionFor)]));

  const doorAt = (urn: string): ResourceDoor => {
    const kind = kindIn(urn);
    const door = kind && doors.get(kind);
    if (door !== undefined) return door;
    throw new PeeringError(`There is no such resource: ${urn}.`, { kind: "invalid" });
  };

  return {
    handshake: (_: Message<"ProviderHandshakeRequest">) =>
      new messages.ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(true)
        .setAcceptOutputs(true),

    getPluginInfo: (_: unknown) => new PluginInfo().setVersion(version),

    getSchema: (_: Message<"GetSchemaRequest">) =>
      new messages.GetSchemaResponse().setSchema(readFileSync(schemaFile, "utf8")),

    checkConfig(request: Message<"CheckRequest">) {
      const given = fromStruct(request.getNews());
      return checked(toStruct(secured(given)), complaintsAboutBlocks(given));
    },

    diffConfig(request: Message<"DiffRequest">) {
      // Other keys are no other connections.
      const [before, after] = [request.getOldInputs() ?? request.getOlds(), request.getNews()];
      return diffMessage(
        { replaces: [] },
        { before: withoutVersion(fromStruct(before)), after: withoutVersion(fromStruct(after)) },
      );
    },

    configure(request: Message<"ConfigureRequest">) {
      const settings = settingsIn(fromStruct(request.getArgs()));
      for (const door of doors.values()) door.configure(settings);
      return new messages.ConfigureResponse()
        .setSupportspreview(true)
        .setAcceptsecrets(true)
        .setAcceptresources(true)
        .setAcceptoutputs(true);
    },

    async check(request: Message<"CheckRequest">) {
      const asked = { urn: request.getUrn(), props: fromStruct(request.getNews()) };
      const { inputs, complaints } = await doorAt(asked.urn).check(asked, fromStruct(request.getOlds()));
      return checked(sealed(inputs, request.getNews()), complaints);
    },

    diff(request: Message<"DiffRequest">) {
      const [urn, olds] = [request.getUrn(), fromStruct(request.getOlds())];
      const after = fromStruct(request.getNews());
      const compared = doorAt(urn).diff(request.getId(), olds, { urn, props: after });
      return diffMessage(compared, { before: fromStruct(request.getOldInputs()), after });
    },

    async create(request: Message<"CreateRequest">) {
      const asked = askedIn(request, fromStruct(request.getProperties()));
      const door = doorAt(asked.urn);
      const response = new messages.CreateResponse();
      if (request.getPreview())
        return response.setProperties(sealed(door.foreseen(asked), request.getProperties()));
      const { id, outs } = await sealing(request.getProperties(), () => door.create(asked));
      return response.setId(id).setProperties(sealed(outs, request.getProperties()));
    },

    async read(request: Message<"ReadRequest">) {
      const before = request.getProperties();
      const asked = askedIn(request, fromStruct(before));
      const response = new messages.ReadResponse();
      const door = doorAt(asked.urn);
      // So the engine asks for what it is to import.
      if (Object.keys(asked.props).length === 0) {
        const { id, props, inputs } = await door.found(request.getId(), asked);
        return response.setId(id).setProperties(toStruct(props)).setInputs(toStruct(inputs));
      }
      const now = await door.read(request.getId(), asked);
      if (now === undefined) return response;
      const inputs = now.inputs === undefined ? request.getInputs() : sealed(now.inputs, before);
      return response.setId(request.getId()).setProperties(sealed(now.props, before)).setInputs(inputs);
    },

    async update(request: Message<"UpdateRequest">) {
      const asked = askedIn(request, fromStruct(request.getNews()));
      const [door, olds] = [doorAt(asked.urn), fromStruct(request.getOlds())];
      const outs = request.getPreview()
        ? door.foreseenUpdate(olds, asked)
        : await sealing(request.getNews(), () => door.update(request.getId(), olds, asked));
      return new messages.UpdateResponse().setProperties(sealed(outs, request.getNews()));
    },

    async delete(request: Message<"DeleteRequest">) {
      const asked = askedIn(request, fromStruct(request.getProperties()));
      await doorAt(asked.urn).delete(request.getId(), asked);
      return new Empty();
    },

    async construct(request: Message<"ConstructRequest">) {
      if (engine !== undefined) return await construct(request, { engine, version });
      throw new PeeringError("No engine has started this plugin.", { kind: "unsupported" });
    },

    async invoke(request: Message<"InvokeRequest">) {
      const asked = { urn: "", props: fromStruct(request.getArgs()) };
      const identity = request.getTok() === IDENTITY_FUNCTION ? doors.get("Identity") : undefined;
      if (identity === undefined)
        throw new PeeringError(`There is no function ${request.getTok()}.`, { kind: "invalid" });
      const { inputs, complaints } = await identity.check(asked, {});
      const response = new messages.InvokeResponse();
      if (complaints.length > 0) return response.setFailuresList(failuresOf(complaints));
      const { outs } = await identity.create({ ...asked, props: inputs });
      return response.setReturn(toStruct(outs));
    },

    // What is under way ends by itself: a call that was sent cannot be called back.
    cancel: (_: unknown) => new Empty(),

    attach: (_: unknown) => new Empty(),

    getMapping: (_: unknown) => new messages.GetMappingResponse(),
    getMappings: (_: unknown) => new messages.GetMappingsResponse(),
  };
}

/** The same calls as gRPC makes them. */
export function overGrpc(methods: ReturnType<typeof serviceOf>): Grpc.UntypedServiceImplementation {
  const entries = Object.entries(methods) as [string, (request: unknown) => unknown][];
  return Object.fromEntries(
    entries.map(([name, method]): [string, Grpc.handleUnaryCall<unknown, unknown>] => [
      name,
      ({ request }, answer) => {
        Promise.resolve(request)
          .then(method)
          .then(
            (response) => {
              answer(null, response);
            },
            (error: unknown) => {
              answer(asStatus(error));
            },
          );
      },
    ]),
  );
}

/** Values in which is secret what was so in those that they come from. */
function sealed(values: object, from: StructMessage | undefined): StructMessage {
  return toStruct(withSecrets(values, secretsIn(from)));
}

/** The same of what is kept of a resource that stays unfinished. */
async function sealing<T>(from: StructMessage | undefined, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
    throw new Unfinished(error.id, withSecrets(error.properties, secretsIn(from)), error.cause);
  }
}

/** A request about a resource that may take time, of which the engine says how much in seconds; 0 leaves it to us. */
interface Timed {
  getUrn(): string;
  getTimeout?(): number;
}

function askedIn(request: Timed, props: Record<string, unknown>): Asked {
  const seconds = request.getTimeout?.() ?? 0;
  const limit = `${seconds}s`;
  const timeouts = seconds > 0 ? { create: limit, update: limit, delete: limit, read: limit } : {};
  return { urn: request.getUrn(), props, timeouts };
}

function checked(inputs: StructMessage | undefined, complaints: readonly string[]): Message<"CheckResponse"> {
  return new messages.CheckResponse().setInputs(inputs).setFailuresList(failuresOf(complaints));
}

/** The engine would print a named property's whole value, so the reason names it instead. */
function failuresOf(complaints: readonly string[]): Message<"CheckFailure">[] {
  return complaints.map((text) => new messages.CheckFailure().setReason(safely(redacted(text))));
}

/** The engine adds a version to the inputs of an instance. */
function withoutVersion({ version: _, ...rest }: Record<string, unknown>): object {
  return rest;
}
