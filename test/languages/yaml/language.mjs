import { pathWithPlugin } from "../../../tools/plugin.mjs";
import { importAll } from "./imports.mjs";
import { makeMistakes } from "./mistakes.mjs";

/** What the program reads from its stack's config. */
const OPEN = ["region", "endpoint", "name", "hubVpc", "spokeVpc", "hubKey", "spokeKey"];

/** @returns {Promise<import("../story.mjs").Language>} */
export async function yaml() {
  const set = { PATH: pathWithPlugin() };
  return {
    title: "YAML",
    runtime: { manifest: "name: peerings\nruntime: yaml\n", file: "Pulumi.yaml" },
    programFor,
    set,
    example: { folder: "yaml", set },
    more: [
      { title: "Imports into YAML", tell: importAll },
      { title: "Mistakes in YAML", tell: makeMistakes },
    ],
  };
}

/** A connection between the VPCs of two accounts. @param {import("../story.mjs").CloudFacts} facts */
function programFor({ cloud }) {
  const key = cloud === "tencentcloud" ? "secretId" : "accessKey";
  const account = (/** @type {string} */ name) => `  ${name}:
    type: pulumi:providers:vpc-peering
    properties:
      ${cloud}:
        region: \${region}
        ${key}: \${${name}Key}
        secretKey: \${${name}Secret}
        endpoint: \${endpoint}
`;
  return `name: peerings
runtime: yaml
configuration:
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
