import { isPeeringError } from "../../../model/errors";
import type { ConnectionSpec } from "../../../model/peering";
import type { Cloud, CloudModule, Settings } from "../cloud";
import type { Context } from "../context";
import { textIn } from "../kit/answer";
import { clientToken } from "../kit/clientToken";
import { endpointIn } from "../kit/endpoint";
import { fieldsOf } from "../kit/fields";
import { MARKER_TAG, markerValue } from "../kit/markerTag";
import { once } from "../kit/memo";
import type { Protocol } from "../kit/pipeline";
import { attempting, pipeline } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";
import { ACTIONS } from "./actions";
import { read } from "./errors";
import { complaints, defaultName } from "./inputs";
import { keySource, regionOf } from "./keys";
import { FIELDS, peeringOf } from "./rows";
import type { Keys } from "./sign";
import { sign } from "./sign";

/** Nova Cloud, which makes connections, shows them and deletes them. */
export const novacloud: CloudModule = { name: "novacloud", complaints, defaultName, region: regionOf, open };

function open(settings: Settings): Cloud {
  const endpoint = endpointIn("novacloud", settings);
  const protocol: Protocol<ActionName, Request, Keys> = {
    cloud: "novacloud",
    actions: ACTIONS,
    endpoint,
    sign,
    read,
  };
  const call = pipeline(protocol, attempting(protocol, settings), keySource(settings));

  const whoAmI = once(async (context: Context) => {
    const answer = await call("ShowAccount", {}, context);
    return {
      account: textIn(answer, "account", at("ShowAccount")),
      region: (await regionOf(settings)) ?? "",
    };
  });

  return {
    name: "novacloud",
    createIsRepeatable: true,
    preflightReads: {},
    whoAmI: (_, context) => whoAmI(context),

    async create({ spec, seed }, context) {
      const fields = createFields(spec);
      const body = { ...fields, token: clientToken("CreateConnection", seed, fields) };
      return textIn(await call("CreateConnection", { body }, context), "id", at("CreateConnection"));
    },

    async get({ id }, context) {
      try {
        return peeringOf(await call("ShowConnection", { id }, context));
      } catch (error) {
        if (isPeeringError(error, "gone")) return undefined;
        throw error;
      }
    },

    async delete({ id }, context) {
      await call("DeleteConnection", { id }, context);
    },
  };
}

function at(action: ActionName) {
  return { cloud: "novacloud", action } as const;
}

/** The requester's account is the key's. */
function createFields({ requester, accepter, owner, tags, ...properties }: ConnectionSpec) {
  const marked = { ...tags, [MARKER_TAG]: markerValue(owner) };
  const { vpcId, region } = requester;
  const ends = { from: { vpcId, region }, to: accepter };
  return { ...fieldsOf(FIELDS, { ...properties, tags: marked }, "novacloud"), ...ends };
}
