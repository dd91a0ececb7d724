import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { clouds } from "./clouds.mjs";

/** @type {typeof import("../dist/src/program/resources/providerText.js")} */
const { handler } = createRequire(import.meta.url)("../dist/src/program/resources/providerText.js");

/** The same line as ours, but that it loads a provider that does nothing. */
const TRIVIAL = handler("connection").replace(
  "pulumi-vpc-peering/provider",
  resolve(fileURLToPath(import.meta.url), "../trivialProvider.cjs"),
);

/**
 * How many spokes of one hub, whether another account accepts them, and which limit the trivial provider keeps to.
 *
 * @typedef {{count: number, isCross?: boolean, limit?: {calls: number, ms: number}}} Shape
 */

/** @param {string} name */
const cloudOf = (name) => /** @type {import("./clouds.mjs").BenchCloud} */ (clouds[name]);

/** Declares a provider instance with an account's keys. @param {string} name @param {"a" | "b"} who */
const instance = (name, who) =>
  `const ${who} = new lib.${cloudOf(name).type}("${who}", { ...${JSON.stringify(cloudOf(name).keys[who])}, endpoint: process.env.EMULATOR });`;

/** Declares the peerings of the list pairs. @param {string} name @param {"a" | "b"} accepter */
function peerings(name, accepter) {
  const { accountKey, accounts } = cloudOf(name);
  const by = accepter === "b" ? ", provider: b" : "";
  return `for (const [i, [hub, vpcId]] of pairs.entries()) {
  new lib.VpcPeering("spoke" + i, { cloud: "${name}", requester: { vpcId: hub }, accepter: { vpcId, ${accountKey}: "${accounts[accepter]}"${by} } }, { provider: a });
}`;
}

/** The program that is measured. @param {string} name @param {Shape} shape */
export function ours(name, { count, isCross = false }) {
  const { vpcId } = cloudOf(name);
  const accepter = isCross ? "b" : "a";
  const pairs = Array.from({ length: count }, (_, i) => [vpcId(0), vpcId(i + 1, accepter)]);
  return `const lib = require("pulumi-vpc-peering");
const pairs = ${JSON.stringify(pairs)};
${instance(name, "a")}
${isCross ? instance(name, "b") : ""}
${peerings(name, accepter)}`;
}

/** A fleet of several hubs: a stack whose name ends in a number has the peerings of that hub, any other has all. @param {string} name @param {number} hubs @param {number} spokes */
export function fleetOf(name, hubs, spokes) {
  const { vpcId } = cloudOf(name);
  const all = Array.from({ length: hubs }, (_, hub) =>
    Array.from({ length: spokes }, (_, i) => [vpcId(hub), vpcId(hubs + hub * spokes + i)]),
  );
  return `const lib = require("pulumi-vpc-peering");
const hub = /\\d+$/.exec(require("@pulumi/pulumi").getStack());
const all = ${JSON.stringify(all)};
const pairs = hub === null ? all.flat() : all[hub[0]];
${instance(name, "a")}
${peerings(name, "a")}`;
}

/** The same number of components, resources and provider instances, with a provider that does nothing. @param {Shape} shape */
export function trivial({ count, isCross = false, limit }) {
  const resource = (/** @type {string} */ type, /** @type {string} */ provider) =>
    `new Trivial("pulumi-nodejs:dynamic/trivial:${type}", name, { ...inputs(name), __provider: ${JSON.stringify(TRIVIAL)} }, { parent: this, provider: ${provider} });`;
  return `const pulumi = require("@pulumi/pulumi");
class Trivial extends pulumi.CustomResource {}
class Instance extends pulumi.ProviderResource { constructor(name) { super("pulumi-nodejs", name, { "trivial:region": "here", "trivial:key": pulumi.secret("key") }); } }
const inputs = (name) => ({ cloud: "none", requester: { vpcId: "vpc-0000", region: "here" }, accepter: { vpcId: "vpc-1111", region: "here", accountId: "1000000000000001" }, name, limit: ${JSON.stringify(limit)} });
const a = new Instance("a");
${isCross ? 'const b = new Instance("b");' : ""}
class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("trivial:index:Component", name, {});
    ${resource("Connection", "a")}
    ${isCross ? resource("Acceptance", "b") : ""}
    this.registerOutputs({});
  }
}
for (let i = 0; i < ${count}; i++) new Component("spoke" + i);`;
}
