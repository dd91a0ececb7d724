import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { clouds } from "./clouds.mjs";

const TRIVIAL = resolve(fileURLToPath(import.meta.url), "../trivialProvider.cjs");

/** @typedef {{count: number, isCross?: boolean}} Shape how many spokes of one hub, and whether another account accepts them */

/** The program that is measured. @param {string} name @param {Shape} shape */
export function ours(name, { count, isCross = false }) {
  const { type, keys, accountKey, accounts, vpcId } = /** @type {import("./clouds.mjs").BenchCloud} */ (
    clouds[name]
  );
  const instance = (/** @type {"a" | "b"} */ who) =>
    `new ${type}("${who}", { ...${JSON.stringify(keys[who])}, endpoint: process.env.EMULATOR })`;
  const ids = Array.from({ length: count }, (_, i) => vpcId(i + 1, isCross ? "b" : "a"));
  const accepter = isCross
    ? `, ${accountKey}: "${accounts.b}", provider: b`
    : `, ${accountKey}: "${accounts.a}"`;
  return `const { ${type}, VpcPeering } = require("pulumi-vpc-peering");
const a = ${instance("a")};
${isCross ? `const b = ${instance("b")};` : ""}
for (const [i, vpcId] of ${JSON.stringify(ids)}.entries()) {
  new VpcPeering("spoke" + i, { cloud: "${name}", requester: { vpcId: "${vpcId(0)}" }, accepter: { vpcId${accepter} } }, { provider: a });
}`;
}

/** The same number of components, resources and provider instances, with a provider that does nothing. @param {Shape} shape */
export function trivial({ count, isCross = false }) {
  const line = `exports.handler=()=>require(${JSON.stringify(TRIVIAL)}).handler`;
  const resource = (/** @type {string} */ type, /** @type {string} */ provider) =>
    `new Trivial("pulumi-nodejs:dynamic/trivial:${type}", name, { ...inputs(name), __provider: ${JSON.stringify(line)} }, { parent: this, provider: ${provider} });`;
  return `const pulumi = require("@pulumi/pulumi");
class Trivial extends pulumi.CustomResource {}
class Instance extends pulumi.ProviderResource { constructor(name) { super("pulumi-nodejs", name, { "trivial:region": "here", "trivial:key": pulumi.secret("key") }); } }
const inputs = (name) => ({ cloud: "none", requester: { vpcId: "vpc-0000", region: "here" }, accepter: { vpcId: "vpc-1111", region: "here", accountId: "1000000000000001" }, name });
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
