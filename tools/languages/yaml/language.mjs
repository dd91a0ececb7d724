import { pathWithPlugin } from "../../plugin.mjs";

/** What the program reads from its stack's config. */
const OPEN = ["region", "endpoint", "name", "hubVpc", "spokeVpc", "hubKey", "spokeKey"];

/** @returns {Promise<import("../language.mjs").Language>} */
export function yaml() {
  return Promise.resolve({
    title: "YAML",
    runtime: { manifest: "name: peerings\nruntime: yaml\n", file: "Pulumi.yaml" },
    programFor,
    set: { PATH: pathWithPlugin() },
  });
}

/** A connection between the VPCs of two accounts. @param {import("../language.mjs").CloudFacts} facts */
function programFor({ cloud, keyId }) {
  const account = (/** @type {string} */ name) => `  ${name}:
    type: pulumi:providers:vpc-peering
    properties:
      ${cloud}:
        region: \${region}
        ${keyId}: \${${name}Key}
        secretKey: \${${name}Secret}
        endpoint: \${endpoint}
`;
  return `name: peerings
runtime: yaml
config:
${OPEN.map((name) => `  ${name}: { type: string }\n`).join("")}  hubSecret: { type: string, secret: true }
  spokeSecret: { type: string, secret: true }
resources:
${account("hub")}${account("spoke")}  net:
    type: vpc-peering:index:VpcPeering
    properties:
      cloud: ${cloud}
      name: \${name}
      requester: { vpcId: "\${hubVpc}" }
      accepter: { vpcId: "\${spokeVpc}", provider: "\${spoke}" }
      routes: true
    options: { provider: "\${hub}" }
outputs:
  connectionId: \${net.connectionId}
  status: \${net.status}
  routes: \${net.routes}
`;
}
