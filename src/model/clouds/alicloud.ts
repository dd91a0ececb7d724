import type { CloudFacts } from "./facts";

/** Alibaba Cloud (VpcPeer 2022-01-01). */
export const alicloud = {
  title: "Alibaba Cloud",
  accountKey: "accountId",
  accountsBelongToRegions: false,
  hasClientTokens: true,
  connectionIds: /^pcc-/,
  markedIn: "tags",
  foreignTags: /^(acs:|aliyun)/,
  routing: {
    isAsynchronous: true,
    perTable: 200,
    reserved: ["100.64.0.0/10"],
    withinPeer: false,
    ownRefused: "subnets",
    connectionTellsBlocks: true,
    routesKeepConnection: true,
  },
  accepterLabels: ["tags", "resourceGroupId"],
  settings: {
    region: "open",
    accessKey: "encrypted",
    secretKey: "secret",
    securityToken: "secret",
    profile: "open",
    sharedCredentialsFile: "open",
    ecsRoleName: "open",
    credentialsUri: "open",
    assumeRole: "open",
    accountId: "open",
    endpoint: "open",
  },
  role: ["roleArn", "sessionName", "sessionExpiration", "policy", "externalId"],
  properties: {
    name: { holds: "text", effect: "inPlace", unset: "defaulted" },
    description: { holds: "text", effect: "inPlace", unset: "kept" },
    tags: { holds: "tags", effect: "inPlace", unset: "cleared" },
    /** Mbit/s. */
    bandwidth: { holds: "number", effect: "inPlace", unset: "kept", of: "link" },
    linkType: { holds: "text", effect: "inPlace", unset: "kept", of: "link" },
    resourceGroupId: { holds: "text", effect: "inPlace", unset: "kept" },
  },
  options: { forceDelete: { effect: "stateOnly" } },
} as const satisfies CloudFacts;
