import type { ResourceKind } from "../../src/model/resourceKinds";
import { pluginTokenOf } from "../../src/model/resourceKinds";
import { millisecondsIn } from "../../src/model/duration";
import type { DynamicProvider } from "../../src/provider/engine/dynamicProvider";
import type { Session } from "../../src/provider/lifecycle/session";
import { messages, Status } from "../../src/plugin/protocol";
import type { Grpc, StructMessage } from "../../src/plugin/protocol";
import { overGrpc, serviceOf } from "../../src/plugin/service";
import { fromStruct, toStruct } from "../../src/plugin/struct";

type Props = Record<string, unknown>;

/** What a resource of the engine has that the plugin is told otherwise: limits of time with each call, its URN with it. */
interface Given extends Props {
  timeouts?: { create?: string; update?: string; delete?: string };
}

/**
 * The plugin in the shape of a dynamic provider, so that what is tested through one door can be tested through the other:
 * every call is a message to the plugin's service, and every answer one from it.
 */
export function throughPlugin(kind: ResourceKind, session: Session): DynamicProvider {
  const methods = overGrpc(
    serviceOf({ version: "0.0.0", schemaFile: "", engine: undefined, sessionFor: () => session }),
  );
  const call = async <Response>(name: string, request: object, given: Given): Promise<Response> =>
    await new Promise((resolve, reject) => {
      const handle = methods[name] as Grpc.handleUnaryCall<object, Response>;
      // Of a call, the plugin sees what is asked alone.
      handle({ request } as unknown as Grpc.ServerUnaryCall<object, Response>, (status, response) => {
        if (status === null) resolve(response as Response);
        else reject(failureIn(status, (struct) => kept(struct, given)));
      });
    });
  const urnFor = ({ end }: Props): string =>
    `urn:pulumi:dev::story::vpc-peering:index:VpcPeering$${pluginTokenOf(kind)}::hub${typeof end === "string" ? `-${end}` : ""}`;
  // The engine itself refuses limits that are no texts.
  const secondsOf = (limit: unknown): number =>
    typeof limit === "string" ? (millisecondsIn(limit) ?? 0) / 1000 : 0;
  /** What the plugin answers, with what a dynamic resource keeps besides. */
  const kept = (struct: StructMessage | undefined, { timeouts, __provider }: Given): Props => {
    const more = Object.entries({ timeouts, __provider }).filter(([, value]) => value !== undefined);
    return { ...fromStruct(struct), ...Object.fromEntries(more) };
  };

  return {
    configure: () => Promise.resolve(),

    async check(olds, news: Given) {
      const request = new messages.CheckRequest().setUrn(urnFor(news)).setNews(toStruct(news));
      if (Object.keys(olds).length > 0) request.setOlds(toStruct(olds));
      const response = await call<InstanceType<typeof messages.CheckResponse>>("check", request, news);
      const failures = response
        .getFailuresList()
        .map((one) => ({ property: one.getProperty(), reason: one.getReason() }));
      return { inputs: kept(response.getInputs(), news), failures };
    },

    async diff(id, olds, news) {
      const request = new messages.DiffRequest().setId(id).setUrn(urnFor(news));
      request
        .setOlds(toStruct(olds))
        .setOldInputs(toStruct(declaredIn(olds)))
        .setNews(toStruct(without(news, OF_DYNAMIC)));
      const response = await call<InstanceType<typeof messages.DiffResponse>>("diff", request, news);
      const { DIFF_SOME } = messages.DiffResponse.DiffChanges;
      if (response.getChanges() !== DIFF_SOME) return { changes: false };
      // A dynamic provider leaves it to the engine to find the inputs that differ.
      const ofInputs = response
        .getDetaileddiffMap()
        .getEntryList()
        .some(([name]) => response.getDetaileddiffMap().get(name)?.getInputdiff() === true);
      const replaces = response.getReplacesList();
      return {
        ...(ofInputs ? {} : { changes: true }),
        ...(ofInputs || replaces.length > 0 ? { replaces } : {}),
        ...(response.getDeletebeforereplace() ? { deleteBeforeReplace: true } : {}),
      };
    },

    async create(inputs: Given) {
      const request = new messages.CreateRequest().setUrn(urnFor(inputs)).setProperties(toStruct(inputs));
      request.setTimeout(secondsOf(inputs.timeouts?.create));
      const response = await call<InstanceType<typeof messages.CreateResponse>>("create", request, inputs);
      return { id: response.getId(), outs: kept(response.getProperties(), inputs) };
    },

    async update(id, olds, news: Given) {
      const request = new messages.UpdateRequest().setId(id).setUrn(urnFor(news));
      request.setOlds(toStruct(olds)).setNews(toStruct(news));
      request.setTimeout(secondsOf(news.timeouts?.update));
      const response = await call<InstanceType<typeof messages.UpdateResponse>>("update", request, news);
      return { outs: kept(response.getProperties(), news) };
    },

    async read(id, props: Given) {
      const request = new messages.ReadRequest().setId(id).setUrn(urnFor(props));
      request.setProperties(toStruct(props));
      const response = await call<InstanceType<typeof messages.ReadResponse>>("read", request, props);
      if (response.getId() === "") return {};
      const inputs = response.getInputs();
      return {
        id: response.getId(),
        props: kept(response.getProperties(), props),
        ...(inputs === undefined ? {} : { inputs: kept(inputs, props) }),
      };
    },

    async delete(id, props: Given) {
      const request = new messages.DeleteRequest().setId(id).setUrn(urnFor(props));
      request.setProperties(toStruct(props)).setTimeout(secondsOf(props.timeouts?.delete));
      await call("delete", request, props);
    },
  };
}

/** What only the cloud says of a resource. */
const OBSERVED = [
  ...["stateVersion", "status", "since", "marker", "account", "onlyRead", "standalone", "routes", "__ends"],
];

/** What only a dynamic resource holds. */
const OF_DYNAMIC = ["timeouts", "__provider"];

/** What a program said, of what a state holds. */
function declaredIn(outs: Props): Props {
  return without(outs, [...OBSERVED, ...OF_DYNAMIC]);
}

function without(props: Props, names: readonly string[]): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !names.includes(name)));
}

/** A failure as the engine reads it out of a status. */
function failureIn(
  { details = "", metadata }: Partial<Grpc.StatusObject>,
  keptIn: (struct: StructMessage | undefined) => Props,
): Error {
  const failure = Object.assign(new Error(details), { stack: "" });
  const [packed] = metadata?.get("grpc-status-details-bin") ?? [];
  if (packed === undefined) return failure;
  const [detail] = Status.deserializeBinary(packed as Buffer).getDetailsList();
  const kept = detail?.unpack(
    (bytes) => messages.ErrorResourceInitFailed.deserializeBinary(bytes),
    "pulumirpc.ErrorResourceInitFailed",
  );
  if (!kept) throw new Error("the status has details that nobody can read");
  return Object.assign(failure, {
    id: kept.getId(),
    properties: keptIn(kept.getProperties()),
    reasons: kept.getReasonsList(),
  });
}
