/** @typedef {import("./index.cjs").CloudFacts} CloudFacts */

/**
 * What a program begins with: `a()` and `b()` make provider instances with the keys of the two accounts, which speak to
 * the emulator.
 *
 * @param {CloudFacts} facts
 * @param {string} [regionOfB] where account B's instance is at home, if not where account A's is
 */
function prelude({ instance, settings }, regionOfB = settings.b["region"]) {
  const make = (/** @type {import("./index.cjs").Who} */ who, /** @type {object} */ more = {}) =>
    `const ${who} = (name = "${who}", more = {}) => new ${instance}(name, { ...${JSON.stringify({ ...settings[who], ...more })}, endpoint, ...more });`;
  return `
const pulumi = require("@pulumi/pulumi");
const { ${instance}, VpcPeering } = require("pulumi-vpc-peering");
const endpoint = process.env.EMULATOR;
const config = new pulumi.Config();
${make("a")}
${make("b", { region: regionOfB })}
`;
}

module.exports = { prelude };
