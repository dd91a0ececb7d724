import { defined } from "../../../model/defined";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { ConnectionSpec, Peering } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { Cloud, CloudModule, Page, Ref, Settings } from "../cloud";
import type { Context } from "../context";
import { endpointIn } from "../kit/endpoint";
import { fieldsOf } from "../kit/fields";
import { lazily } from "../kit/keys";
import { LessAskedEnd } from "../kit/lessAskedEnd";
import { allOf } from "../kit/pages";
import type { Caller, Protocol } from "../kit/pipeline";
import { attempting, pipeline } from "../kit/pipeline";
import { rawBy } from "../kit/raw";
import type { ActionName, Hosts, Request } from "./actions";
import { ACTIONS } from "./actions";
import { read } from "./errors";
import { inPath } from "./inPath";
import { complaints, defaultName } from "./inputs";
import { assumingBy, keySource, regionOf, setting } from "./keys";
import { preflightReadsBy } from "./preflightReads";
import { noRegion, projectOf } from "./project";
import { rawAnswer } from "./raw";
import { routingBy } from "./routing";
import type { PeeringRow } from "./rows";
import { FIELDS, LONGEST_DESCRIPTION, LONGEST_TEXT, markedDescription, peeringOf } from "./rows";
import type { Keys } from "./sign";
import { sign } from "./sign";

/** Huawei Cloud: VPC peering of the VPC service, version 2.0. */
export const huaweicloud: CloudModule = {
  name: "huaweicloud",
  complaints,
  defaultName,
  region: regionOf,
  open,
  raw: (settings) => {
    const { protocol, keys, projectIn } = callerFor(settings);
    const call = rawBy({ ...protocol, read: rawAnswer }, settings, keys);
    return async (action, request, context) => {
      const projectId = request.projectId ?? (await projectIn(request.region, context));
      return await call(action, { ...request, projectId }, context);
    };
  },
};

/** The most that a list may have at once. */
const PAGE = 2_000;

function open(settings: Settings): Cloud {
  const { call, projectIn } = callerFor(settings);
  const lessAsked = new LessAskedEnd();

  async function get(ref: Ref, context: Context): Promise<Peering | undefined> {
    try {
      return peeringOf(peeringIn(await call("ShowVpcPeering", named(ref), context)), ref.region);
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  /** The links that the cloud answers have three documented forms, so the next page goes by the last id. */
  async function* list(request: Pick<Request, "region" | "query">, context: Context): AsyncIterable<Page> {
    const { region } = request;
    const seen = new Set<string>();
    for (let isLast = false; !isLast;) {
      const marker = [...seen].at(-1);
      const query = { ...request.query, limit: String(PAGE), ...defined({ marker }) };
      const answer = await call("ListVpcPeerings", { region, query }, context);
      const rows = answer["peerings"] as PeeringRow[];
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      isLast = rows.length < PAGE || fresh.length === 0;
      yield { rows: fresh.map((row) => peeringOf(row, region)), isLast };
    }
  }

  /** How a request in the wrong state is refused is documented nowhere, so a look tells whether that was why. */
  async function decide(action: "AcceptVpcPeering" | "RejectVpcPeering", ref: Ref, context: Context) {
    try {
      await call(action, named(ref), context);
    } catch (error) {
      if (!isPeeringError(error, "invalid", "permission", "unknown")) throw error;
      const seen = await get(ref, context);
      if (seen === undefined || seen.status === "pending") throw error;
      throw new PeeringError(error.sentence, { ...error.facts, kind: "wrongState" });
    }
  }

  return {
    name: "huaweicloud",
    createIsRepeatable: false,
    preflightReads: preflightReadsBy(call),
    routing: routingBy(call),

    async whoAmI(request, context) {
      const region = request.region ?? (await regionOf(settings)) ?? "";
      return { account: await projectIn(region, context), region };
    },

    async create({ spec, seed }, context) {
      const { region } = spec.requester;
      const own = await projectIn(region, context);
      const body = { peering: createFields(spec, seed.marker, own) };
      return peeringIn(await call("CreateVpcPeering", { region, body }, context)).id;
    },

    get,

    async find(pair, context) {
      const { region } = pair.requester;
      const found = await allOf(list({ region, query: { vpc_id: lessAsked.of(pair) } }, context));
      return found.filter((peering) => joins(peering, pair));
    },

    list,
    accept: (ref, context) => decide("AcceptVpcPeering", ref, context),
    reject: (ref, context) => decide("RejectVpcPeering", ref, context),

    /** The mark is part of the description, so either brings the other along. */
    async update({ difference, seed, ...ref }, context) {
      const { set, owner, setTags } = difference;
      let { description } = set;
      if (owner !== undefined) description ??= (await get(ref, context))?.description ?? "";
      const marked = description === undefined ? undefined : markedDescription(description, seed.marker);
      assertFits(marked ?? "");
      const tags = Object.keys(setTags).length === 0 ? undefined : setTags;
      const peering = fieldsOf(FIELDS, { ...set, description: marked, tags }, "huaweicloud");
      if (Object.keys(peering).length === 0) return;
      await call("UpdateVpcPeering", { ...named(ref), body: { peering } }, context);
    },

    async delete(ref, context) {
      await call("DeleteVpcPeering", named(ref), context);
    },
  };
}

/** How this cloud is called, and in which project: calls to IAM, which tells projects, are for the whole account. */
function callerFor(settings: Settings) {
  const hosts: Hosts = { endpoint: endpointIn("huaweicloud", settings), cloud: setting(settings, "cloud") };
  const protocol: Protocol<ActionName, Request, Keys> = {
    cloud: "huaweicloud",
    actions: ACTIONS,
    endpoint: hosts.endpoint,
    sign: (ask) => sign(ask, hosts),
    read,
    countedBy: ({ region }) => region,
  };
  const attempt = attempting(protocol, settings);
  const regionOfKeys = async (): Promise<string> => {
    const region = (await regionOf(settings)) ?? "";
    if (region === "" && hosts.endpoint === undefined) throw noRegion();
    return region;
  };
  const keys = lazily(() => keySource(settings, assumingBy(attempt, regionOfKeys)));
  const bare = pipeline(protocol, attempt, keys);
  const projectIn = projectOf(settings, bare);
  const call: Caller<ActionName, Request> = async (action, request, context) => {
    if (ACTIONS[action].service === "iam") return await bare(action, request, context);
    const projectId = await projectIn(request.region, context);
    return await bare(action, { ...request, projectId }, context);
  };
  return { protocol, keys, call, projectIn };
}

/** The connection in an answer, which the action's row in the table says is there. */
function peeringIn(answer: object): PeeringRow {
  return (answer as { peering: PeeringRow }).peering;
}

/** The fields of a create. A project is named only if it is not the requester's own. */
function createFields(spec: ConnectionSpec, marker: string, own: string) {
  const { requester, accepter, owner: _, description, ...properties } = spec;
  const foreign = accepter.account === own || accepter.account === "" ? undefined : accepter.account;
  const marked = markedDescription(description, marker);
  return {
    ...fieldsOf(FIELDS, { ...properties, description: marked }, "huaweicloud"),
    request_vpc_info: { vpc_id: requester.vpcId },
    accept_vpc_info: { vpc_id: accepter.vpcId, ...defined({ tenant_id: foreign }) },
  };
}

/** Somebody else's description may be so long that the mark has no room behind it. */
function assertFits(description: string): void {
  if (Array.from(description).length <= LONGEST_DESCRIPTION) return;
  throw new PeeringError("The connection's description leaves no room for the owner's mark.", {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: `Declare a \`description\` of at most ${LONGEST_TEXT} characters, or shorten it in the console.`,
  });
}

function named({ id, region }: Ref): Pick<Request, "region"> & { id: string } {
  return { id: inPath(id, "VPC peering connection"), region };
}
