import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { clouds } from "../tools/clouds/index.cjs";
import { prelude } from "../tools/clouds/program.cjs";
import { vpcIdOf } from "../tools/clouds/world.cjs";

/** @type {typeof import("../dist/src/program/resources/providerText.js")} */
const { handler } = createRequire(import.meta.url)("../dist/src/program/resources/providerText.js");

/** The same line as ours, but that it loads a provider that does nothing. */
const TRIVIAL = handler("connection").replace(
  "pulumi-vpc-peering/provider",
  resolve(fileURLToPath(import.meta.url), "../trivialProvider.cjs"),
);

/**
 * How many peerings of one hub, whether another account accepts them, whether they have routes on both sides, which limit
 * the trivial provider keeps to, and whether they are declared one by one, as a hub with spokes, or as a mesh of all pairs.
 *
 * @typedef {{count: number, isCross?: boolean, hasRoutes?: boolean, limit?: {calls: number, ms: number}, as?: "peerings" | "hub" | "mesh"}} Shape
 */

/** @typedef {import("../tools/clouds/index.cjs").CloudName} CloudName */

/** Declares the peerings of the list pairs. @param {CloudName} name @param {{accepter: "a" | "b", hasRoutes?: boolean}} all */
function peerings(name, { accepter, hasRoutes = false }) {
  const { accountKey, accounts } = clouds[name];
  const by = accepter === "b" ? ", provider: accepting" : "";
  return `const provider = a()${accepter === "b" ? ", accepting = b()" : ""};
for (const [i, [hub, vpcId]] of pairs.entries()) {
  new VpcPeering("spoke" + i, { cloud: "${name}", requester: { vpcId: hub }, accepter: { vpcId, ${accountKey}: "${accounts[accepter]}"${by} }${hasRoutes ? ", routes: true" : ""} }, { provider });
}`;
}

/** The program that is measured. @param {CloudName} name @param {Shape} shape */
export function ours(name, { count, isCross = false, hasRoutes = false, as = "peerings" }) {
  if (as !== "peerings") return topology(name, { count, hasRoutes, as });
  const accepter = isCross ? "b" : "a";
  const hub = vpcIdOf(clouds[name], 0);
  const pairs = Array.from({ length: count }, (_, i) => [hub, vpcIdOf(clouds[name], i + 1, accepter)]);
  return `${prelude(clouds[name])}
const pairs = ${JSON.stringify(pairs)};
${peerings(name, { accepter, hasRoutes })}`;
}

/** How many members a mesh of so many pairs has. @param {number} pairs */
const membersOf = (pairs) => Math.round((1 + Math.sqrt(1 + 8 * pairs)) / 2);

/** A hub with so many spokes, or a mesh of so many pairs, of one account. @param {CloudName} name @param {{count: number, hasRoutes: boolean, as: "hub" | "mesh"}} shape */
function topology(name, { count, hasRoutes, as }) {
  const size = as === "hub" ? count : membersOf(count);
  const record = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`s${i}`, { vpcId: vpcIdOf(clouds[name], i + 1) }]),
  );
  const members =
    as === "hub" ? { hub: { vpcId: vpcIdOf(clouds[name], 0) }, spokes: record } : { members: record };
  const args = { cloud: name, ...members, ...(hasRoutes ? { routes: true } : {}) };
  const component = as === "hub" ? "VpcHub" : "VpcMesh";
  return `${prelude(clouds[name])}
const { ${component} } = require("pulumi-vpc-peering");
new ${component}("net", ${JSON.stringify(args)}, { provider: a() });`;
}

/** A fleet of several hubs: a stack whose name ends in a number has the peerings of that hub, any other has all. @param {CloudName} name @param {number} hubs @param {number} spokes */
export function fleetOf(name, hubs, spokes) {
  const vpcId = (/** @type {number} */ n) => vpcIdOf(clouds[name], n);
  const all = Array.from({ length: hubs }, (_, hub) =>
    Array.from({ length: spokes }, (_, i) => [vpcId(hub), vpcId(hubs + hub * spokes + i)]),
  );
  return `${prelude(clouds[name])}
const hub = /\\d+$/.exec(pulumi.getStack());
const all = ${JSON.stringify(all)};
const pairs = hub === null ? all.flat() : all[hub[0]];
${peerings(name, { accepter: "a" })}`;
}

/** The same number of components, resources and provider instances, with a provider that does nothing. @param {Shape} shape */
export function trivial({ count, isCross = false, hasRoutes = false, limit }) {
  const resource = (/** @type {string} */ type, /** @type {string} */ provider, suffix = "") =>
    `new Trivial("pulumi-nodejs:dynamic/trivial:${type}", name${suffix}, { ...inputs(name), __provider: ${JSON.stringify(TRIVIAL)} }, { parent: this, provider: ${provider} });`;
  return `const pulumi = require("@pulumi/pulumi");
class Trivial extends pulumi.CustomResource {}
class Instance extends pulumi.ProviderResource { constructor(name) { super("pulumi-nodejs", name, { "trivial:region": "here", "trivial:key": pulumi.secret("key") }); } }
const inputs = (name) => ({ cloud: "none", requester: { vpcId: "vpc-0000", region: "here" }, accepter: { vpcId: "vpc-1111", region: "here", accountId: "1000000000000001" }, name, limit: ${JSON.stringify(limit)} });
const a = new Instance("trivial-a");
${isCross ? 'const b = new Instance("trivial-b");' : ""}
class Component extends pulumi.ComponentResource {
  constructor(name) {
    super("trivial:index:Component", name, {});
    ${resource("Connection", "a")}
    ${isCross ? resource("Acceptance", "b") : ""}
    ${hasRoutes ? resource("Routes", "a", ' + "-requester"') + resource("Routes", isCross ? "b" : "a", ' + "-accepter"') : ""}
    this.registerOutputs({});
  }
}
for (let i = 0; i < ${count}; i++) new Component("spoke" + i);`;
}
