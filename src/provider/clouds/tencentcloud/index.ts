import { isPeeringError } from "../../../model/errors";
import type { ConnectionSpec, Peering } from "../../../model/peering";
import type { Cloud, CloudModule, Ref, Settings } from "../cloud";
import type { Context } from "../context";
import { textIn } from "../kit/answer";
import { endpointIn } from "../kit/endpoint";
import { fieldsOf } from "../kit/fields";
import { lazily } from "../kit/keys";
import { tagList } from "../kit/markerTag";
import { once } from "../kit/memo";
import { allOf } from "../kit/pages";
import type { Protocol } from "../kit/pipeline";
import { attempting, pipeline } from "../kit/pipeline";
import { rawBy } from "../kit/raw";
import type { ActionName, Request } from "./actions";
import { ACTIONS, ANY_REGION } from "./actions";
import { read } from "./errors";
import { complaints, defaultName } from "./inputs";
import { assumingBy, keySource, regionOf } from "./keys";
import { listing } from "./list";
import { preflightReadsBy } from "./preflightReads";
import { rawAnswer } from "./raw";
import { routingBy } from "./routing";
import { FIELDS, markedName } from "./rows";
import type { Keys } from "./sign";
import { sign } from "./sign";

/** Tencent Cloud: product vpc, version 2017-03-12. */
export const tencentcloud: CloudModule = {
  name: "tencentcloud",
  complaints,
  defaultName,
  region: (settings) => regionOf(settings),
  open,
  raw: (settings) => {
    const { protocol, keys } = speaking(settings);
    const call = rawBy({ ...protocol, read: rawAnswer }, settings, keys);
    return (action, { region, params = {} }, context) => call(action, { region, params }, context);
  },
};

/** How this cloud is spoken to, and with which keys. */
function speaking(settings: Settings) {
  const protocol: Protocol<ActionName, Request, Keys> = {
    cloud: "tencentcloud",
    actions: ACTIONS,
    endpoint: endpointIn("tencentcloud", settings),
    sign,
    read,
    lateSignature: "AuthFailure.SignatureExpire",
  };
  const attempt = attempting(protocol, settings);
  return { protocol, attempt, keys: lazily(() => keySource(settings, assumingBy(attempt, settings))) };
}

function open(settings: Settings): Cloud {
  const { protocol, attempt, keys } = speaking(settings);
  const call = pipeline(protocol, attempt, keys);
  const { list, find } = listing(call);

  async function get({ id, region }: Ref, context: Context): Promise<Peering | undefined> {
    try {
      const [seen] = await allOf(list({ region, params: { PeeringConnectionIds: [id] } }, context));
      return seen;
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  const whoAmI = once(async (context: Context) => {
    const region = await regionOf(settings);
    const answer = await call("GetCallerIdentity", { region: region ?? ANY_REGION, params: {} }, context);
    return { account: textIn(answer, "AccountId", at("GetCallerIdentity")), region: region ?? "" };
  });

  return {
    name: "tencentcloud",
    createIsRepeatable: false,
    preflightReads: preflightReadsBy(call),
    routing: routingBy(call),
    whoAmI: (_, context) => whoAmI(context),

    async create({ spec }, context) {
      const action = "CreateVpcPeeringConnection";
      const answer = await call(
        action,
        { region: spec.requester.region, params: createParams(spec) },
        context,
      );
      return textIn(answer, "PeeringConnectionId", at(action));
    },

    get,
    find,
    list: ({ region }, context) => list({ region, params: {} }, context),

    async accept({ id, region }, context) {
      await call("AcceptVpcPeeringConnection", { region, params: { PeeringConnectionId: id } }, context);
    },

    async reject({ id, region }, context) {
      await call("RejectVpcPeeringConnection", { region, params: { PeeringConnectionId: id } }, context);
    },

    async update({ id, region, difference: { set, owner } }, context) {
      const named = async (): Promise<string> => set.name ?? (await get({ id, region }, context))?.name ?? "";
      const name = owner === undefined ? set.name : markedName(await named(), owner.marker);
      const fields = fieldsOf(FIELDS, { ...set, name }, "tencentcloud");
      // A call that names nothing to change would be refused.
      if (Object.keys(fields).length === 0) return;
      const params = { PeeringConnectionId: id, ...fields };
      await call("ModifyVpcPeeringConnection", { region, params }, context);
    },

    async delete({ id, region }, context) {
      await call("DeleteVpcPeeringConnection", { region, params: { PeeringConnectionId: id } }, context);
    },
  };
}

const at = (action: ActionName) => ({ cloud: "tencentcloud", action }) as const;

function createParams(spec: ConnectionSpec): Request["params"] {
  const { requester, accepter, owner, ...properties } = spec;
  return {
    SourceVpcId: requester.vpcId,
    DestinationVpcId: accepter.vpcId,
    DestinationUin: accepter.account,
    DestinationRegion: accepter.region,
    ...fieldsOf(FIELDS, { ...properties, tags: tagList(properties.tags, owner) }, "tencentcloud"),
  };
}
