import type { CloudFacts } from "./facts";

/** Tencent Cloud (vpc 2017-03-12). */
export const tencentcloud = {
  title: "Tencent Cloud",
  accountKey: "accountId",
  accountsBelongToRegions: false,
  hasClientTokens: false,
  connectionIds: /^pcx-/,
  markedIn: "tags",
  remarkedIn: { property: "name", longest: 39 },
  foreignTags: /^qcs:/,
  routing: {
    isAsynchronous: false,
    perTable: 50,
    reserved: [],
    withinPeer: true,
    ownRefused: "vpc",
    connectionTellsBlocks: false,
    routesKeepConnection: false,
  },
  accepterLabels: [],
  settings: {
    region: "open",
    secretId: "encrypted",
    secretKey: "secret",
    securityToken: "secret",
    profile: "open",
    assumeRole: "open",
    accountId: "open",
    endpoint: "open",
  },
  role: ["roleArn", "sessionName", "sessionDuration", "policy", "externalId"],
  properties: {
    name: { holds: "text", effect: "inPlace", unset: "defaulted" },
    tags: {
      holds: "tags",
      // How the tag service calls a connection is documented nowhere.
      effect: "replace",
      unset: "replaced",
      why: "Tencent Cloud takes tags only when a connection is made",
    },
    /** Mbit/s. */
    bandwidth: {
      holds: "number",
      effect: "inPlace",
      unset: "kept",
      of: "link",
      needed: "in Mbit/s. It is billed to the requester",
    },
    qosLevel: { holds: "text", effect: "replace", unset: "replaced", of: "link" },
    chargeType: { holds: "text", effect: "inPlace", unset: "kept", of: "link" },
  },
  options: {},
} as const satisfies CloudFacts;
