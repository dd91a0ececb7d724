import { existsSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../tools/clouds/index.cjs";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import { engineBin } from "../../tools/engine/environment.cjs";
import { pathWithPlugin } from "../../tools/plugin.mjs";
import { openStack } from "../../tools/stack/stack.cjs";
import { startEmulator, timed, UP, withBoth, worldFor } from "../lab.mjs";
import { measure, NONE } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */
/** @typedef {import("./row.mjs").Measure} Measure */

const HOST = join(engineBin, "pulumi-language-yaml");

/** Programs in other languages than Node.js's, by the plugin. @type {import("./row.mjs").Row[]} */
export const languages = [
  {
    name: "yaml",
    work: "one peering by a program in YAML, `up`",
    runs: 7,
    lacks: () =>
      existsSync(HOST) ? undefined : "there is no host for YAML: node tools/engine/languages.mjs yaml",
    run: (cloud) =>
      withBoth(cloud, { count: 1 }, async ({ base }) => {
        const least = await timed(base, ...UP);
        const emulator = await startEmulator({ world: worldFor(cloud, { count: 1 }) });
        const mine = await openStack({
          emulator,
          program: programFor(cloud, emulator.url),
          runtime: { manifest: "name: peerings\nruntime: yaml\n", file: "Pulumi.yaml" },
          set: { PATH: pathWithPlugin() },
        });
        try {
          const own = await timed(mine, ...UP);
          return [
            measure("times a trivial program in JavaScript", own.seconds / least.seconds, 1, "×"),
            measure("up", own.seconds, NONE, "s"),
            measure("calls", own.requests.length, 3, ""),
          ];
        } finally {
          await mine.close();
        }
      }),
  },
];

/** A connection within one account. @param {CloudName} cloud @param {string} endpoint */
function programFor(cloud, endpoint) {
  const { settings, vpcs, accountKey, accounts } = clouds[cloud];
  const { region } = vpcs.hub;
  const keys = JSON.stringify({ ...settings.a, endpoint });
  return `name: peerings
runtime: yaml
resources:
  keys:
    type: pulumi:providers:vpc-peering
    properties: { ${cloud}: ${keys} }
  net:
    type: vpc-peering:index:VpcPeering
    properties:
      cloud: ${cloud}
      requester: { vpcId: ${vpcIdOf(clouds[cloud], 0)}, region: ${region} }
      accepter: { vpcId: ${vpcIdOf(clouds[cloud], 1)}, region: ${region}, ${accountKey}: "${accounts.a}" }
    options: { provider: "\${keys}" }
`;
}
