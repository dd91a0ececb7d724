import type { CloudFacts } from "./facts";

/** Huawei Cloud (VPC v2.0). */
export const huaweicloud = {
  title: "Huawei Cloud",
  accountKey: "projectId",
  accountsBelongToRegions: true,
  hasClientTokens: false,
  connectionIds: /^[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/,
  markedIn: "description",
  betweenRegions: "Between regions use a Cloud Connect connection instead.",
  routing: {
    isAsynchronous: false,
    perTable: 200,
    reserved: ["100.64.0.0/10"],
    withinPeer: false,
    ownRefused: "subnets",
    connectionTellsBlocks: false,
    routesKeepConnection: false,
  },
  accepterLabels: [],
  settings: {
    region: "open",
    accessKey: "encrypted",
    secretKey: "secret",
    securityToken: "secret",
    projectId: "open",
    projectName: "open",
    domainId: "open",
    domainName: "open",
    cloud: "open",
    assumeRole: "open",
    endpoint: "open",
  },
  role: ["agencyName", "domainName", "duration"],
  properties: {
    name: { holds: "text", effect: "inPlace", unset: "defaulted" },
    description: { holds: "text", effect: "inPlace", unset: "cleared" },
  },
  options: {},
} as const satisfies CloudFacts;
