import { isPeeringError } from "../../../model/errors";
import type { ConnectionSpec } from "../../../model/peering";
import type { Cloud, CloudModule, Page, Settings, TokenSeed } from "../cloud";
import type { Context } from "../context";
import { nonsense, textIn } from "../kit/answer";
import { clientToken } from "../kit/clientToken";
import { endpointIn } from "../kit/endpoint";
import { fieldsOf } from "../kit/fields";
import type { Fields } from "../kit/json";
import { tagList } from "../kit/markerTag";
import { lazily } from "../kit/keys";
import { once } from "../kit/memo";
import { allOf } from "../kit/pages";
import type { Protocol } from "../kit/pipeline";
import { attempting, pipeline } from "../kit/pipeline";
import { rawBy } from "../kit/raw";
import type { ActionName, Params } from "./actions";
import { ACTIONS, regionIn } from "./actions";
import { read } from "./errors";
import { complaints, defaultName } from "./inputs";
import { assumingBy, keySource, regionOf } from "./keys";
import { preflightReadsBy } from "./preflightReads";
import { rawAnswer } from "./raw";
import { routingBy } from "./routing";
import { FIELDS, peeringOf } from "./rows";
import type { Keys } from "./sign";

/** Alibaba Cloud: product VpcPeer, version 2022-01-01. */
export const alicloud: CloudModule = {
  name: "alicloud",
  complaints,
  defaultName,
  region: regionOf,
  open,
  raw: (settings) => {
    const { protocol, keys } = speaking(settings);
    const call = rawBy({ ...protocol, read: rawAnswer }, settings, keys);
    return (action, { region, params }, context) => call(action, { RegionId: region, ...params }, context);
  },
};

const RESOURCE_TYPE = "PeerConnection";

/** How this cloud is spoken to, and with which keys. */
function speaking(settings: Settings) {
  const protocol: Protocol<ActionName, Params, Keys> = {
    cloud: "alicloud",
    actions: ACTIONS,
    endpoint: endpointIn("alicloud", settings),
    // What it is made with takes longer to load than all else here, and a run without a call needs none of it.
    sign: async (ask, endpoint) => (await import("./sign.js")).sign(ask, endpoint),
    read,
    countedBy: regionIn,
  };
  const attempt = attempting(protocol, settings);
  return { protocol, attempt, keys: lazily(() => keySource(settings, assumingBy(attempt))) };
}

function open(settings: Settings): Cloud {
  const { protocol, attempt, keys } = speaking(settings);
  const call = pipeline(protocol, attempt, keys);

  const whoAmI = once(async (context: Context) => {
    const [answer, region] = await Promise.all([call("GetCallerIdentity", {}, context), regionOf(settings)]);
    return { account: textIn(answer, "AccountId", at("GetCallerIdentity")), region: region ?? "" };
  });

  /** Reads a list page by page. */
  async function* list(filter: Params, context: Context): AsyncIterable<Page> {
    const action = "ListVpcPeerConnections";
    let NextToken: unknown;
    do {
      const page: Fields = await call(action, { ...filter, MaxResults: 100, NextToken }, context);
      const rows = page["VpcPeerConnects"] ?? [];
      if (!Array.isArray(rows)) throw nonsense(at(action), "no list of connections");
      NextToken = page["NextToken"] === "" ? undefined : (page["NextToken"] ?? undefined);
      yield { rows: rows.map((row) => peeringOf(row, action)), isLast: NextToken === undefined };
    } while (NextToken !== undefined);
  }

  return {
    name: "alicloud",
    createIsRepeatable: true,
    preflightReads: preflightReadsBy(call, createParams),
    routing: routingBy(call),
    whoAmI: (_, context) => whoAmI(context),

    async create({ spec, seed }, context) {
      const action = "CreateVpcPeerConnection";
      const answer = await call(action, withToken(action, createParams(spec), seed), context);
      return textIn(answer, "InstanceId", at(action));
    },

    async get({ id }, context) {
      const action = "GetVpcPeerConnectionAttribute";
      try {
        return peeringOf(await call(action, { InstanceId: id }, context), action);
      } catch (error) {
        if (isPeeringError(error, "gone")) return undefined;
        throw error;
      }
    },

    async find({ requester, accepter }, context) {
      const VpcId = `${requester.vpcId},${accepter.vpcId}`;
      return await allOf(list({ RegionId: requester.region, VpcId }, context));
    },

    list: ({ region }, context) => list({ RegionId: region }, context),

    async accept({ id, seed }, context) {
      const action = "AcceptVpcPeerConnection";
      await call(action, withToken(action, { InstanceId: id }, seed), context);
    },

    async reject({ id, seed }, context) {
      const action = "RejectVpcPeerConnection";
      await call(action, withToken(action, { InstanceId: id }, seed), context);
    },

    async update({ id, region, difference, seed }, context) {
      const { set, owner, setTags, dropTags } = difference;
      // What belongs to all kinds of resources has actions of its own; all other properties are modified.
      const { resourceGroupId, ...modified } = set;
      const named = { RegionId: region, ResourceType: RESOURCE_TYPE, ResourceId: [id] };
      // Those that go make room for those that come: a connection has 20 at most.
      if (dropTags.length > 0) await call("UnTagResources", { ...named, TagKey: dropTags }, context);
      const Tag = tagList(setTags, owner);
      if (Tag.length > 0) await call("TagResources", { ...named, Tag }, context);
      if (resourceGroupId !== undefined) {
        const move = { ...named, ResourceId: id, NewResourceGroupId: resourceGroupId };
        await call("MoveResourceGroup", move, context);
      }
      // Last, since it alone depends on the connection's status.
      const fields = fieldsOf(FIELDS, modified, "alicloud");
      if (Object.keys(fields).length === 0) return;
      const action = "ModifyVpcPeerConnection";
      await call(action, withToken(action, { InstanceId: id, ...fields }, seed), context);
    },

    async delete({ id, force, seed }, context) {
      const action = "DeleteVpcPeerConnection";
      const params = { InstanceId: id, Force: force ? true : undefined };
      await call(action, withToken(action, params, seed), context);
    },
  };
}

const at = (action: ActionName) => ({ cloud: "alicloud", action }) as const;

/** A call that changes something carries a token, so that repeating it is safe. */
function withToken(action: ActionName, params: Params, seed: TokenSeed): Params {
  return { ...params, ClientToken: clientToken(action, seed, params) };
}

function createParams(spec: ConnectionSpec): Params {
  const { requester, accepter, owner, ...properties } = spec;
  return {
    RegionId: requester.region,
    VpcId: requester.vpcId,
    AcceptingAliUid: accepter.account,
    AcceptingRegionId: accepter.region,
    AcceptingVpcId: accepter.vpcId,
    ...fieldsOf(FIELDS, { ...properties, tags: tagList(properties.tags, owner) }, "alicloud"),
  };
}
