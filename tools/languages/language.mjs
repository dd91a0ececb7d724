/** @typedef {import("../clouds/index.cjs").CloudFacts} CloudFacts */

/**
 * A language that programs are written in, and how one is run that connects two accounts' VPCs by the plugin, with routes,
 * as the stack's config says.
 *
 * @typedef {object} Language
 * @property {string} title
 * @property {import("../stack/stack.cjs").Runtime} runtime
 * @property {(facts: CloudFacts) => string} programFor the text of that program
 * @property {NodeJS.ProcessEnv} set variables for the engine and the program
 */

/**
 * What the programs read from their stack's config, as `pulumi config set-all` takes it.
 *
 * @param {CloudFacts} facts
 * @param {string} endpoint
 */
export function configOf({ cloud, keyId, settings, vpcs }, endpoint) {
  const { region = "" } = vpcs.hub;
  const open = {
    cloud,
    region,
    endpoint,
    name: "first",
    hubVpc: vpcs.hub.vpcId,
    spokeVpc: vpcs.partner.vpcId,
  };
  return [
    ...Object.entries({ ...open, hubKey: settings.a[keyId], spokeKey: settings.b[keyId] }).flatMap(
      ([name, value]) => ["--plaintext", `${name}=${value}`],
    ),
    ...Object.entries({ hubSecret: settings.a["secretKey"], spokeSecret: settings.b["secretKey"] }).flatMap(
      ([name, value]) => ["--secret", `${name}=${value}`],
    ),
  ];
}
