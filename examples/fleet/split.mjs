/**
 * Splits the fleet into stacks, one for each hub: their config, and their manifests for the Pulumi Kubernetes Operator.
 *
 *   node split.mjs [--fleet fleet.json] [--out .] [--repo URL]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    fleet: { type: "string", default: "fleet.json" },
    out: { type: "string", default: "." },
    repo: { type: "string", default: "https://git.example.com/network/fleet.git" },
  },
});

/** @type {{hub: string, spoke: string}[]} */
const fleet = JSON.parse(readFileSync(values.fleet, "utf8"));
const hubs = [...new Set(fleet.map(({ hub }) => hub))].sort();

const twice = fleet.find((one, i) =>
  fleet
    .slice(0, i)
    .some((other) => [other.hub, other.spoke].sort().join() === [one.hub, one.spoke].sort().join()),
);
if (twice !== undefined)
  throw new Error(`${twice.hub} and ${twice.spoke} are listed twice: a pair has one connection.`);

/** The manifest of one stack. Keys and the backend's token come from a Secret of the cluster. @param {string} hub */
const manifest = (hub) => `apiVersion: pulumi.com/v1
kind: Stack
metadata:
  name: fleet-${hub}
spec:
  serviceAccountName: pulumi
  stack: ${hub}
  projectRepo: ${values.repo}
  branch: main
  refresh: true
  continueResyncOnCommitMatch: true
  resyncFrequencySeconds: 3600
  config:
    fleet:hub: ${hub}
  envRefs:
${["PULUMI_ACCESS_TOKEN", "ALICLOUD_REGION", "ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY"]
  .map((key) => `    ${key}:\n      type: Secret\n      secret:\n        name: fleet\n        key: ${key}`)
  .join("\n")}
`;

mkdirSync(join(values.out, "operator"), { recursive: true });
for (const hub of hubs) {
  writeFileSync(join(values.out, `Pulumi.${hub}.yaml`), `config:\n  fleet:hub: ${hub}\n`);
  writeFileSync(join(values.out, "operator", `${hub}.yaml`), manifest(hub));
}
console.log(`${fleet.length} peerings, ${hubs.length} stacks: ${hubs.join(", ")}`);
