import { prelude } from "../../tools/clouds/program.cjs";

/** @typedef {import("../clouds/index.cjs").TestCloud} TestCloud */
/** @typedef {import("./scenarios.mjs").Declared} Declared */

/** The program of a scenario. @param {TestCloud} cloud @param {Declared} declared */
export function programOf(cloud, { accepter = "same", labels = "old", routes }) {
  const { accepter: side, ...more } = cloud.accepters[accepter];
  const halves = routes === "halves" ? { routes: { destinations: HALVES_OF_HUB } } : {};
  const inputs = {
    cloud: cloud.cloud,
    requester: { vpcId: cloud.vpcs.hub.vpcId },
    ...more,
    ...labelsOf(cloud, labels),
    ...(routes === undefined ? {} : { routes: true }),
  };
  const provider = accepter === "other" ? "provider: b()" : "";
  return `${prelude(cloud)}
new VpcPeering("crash", { ...${JSON.stringify(inputs)}, accepter: { ...${JSON.stringify({ .../** @type {object} */ (side), ...halves })}, ${provider} } }, { provider: a() });
`;
}

/** The only block of the requester's VPC, in halves. */
const HALVES_OF_HUB = ["10.0.0.0/17", "10.0.128.0/17"];

/**
 * How many routes there have to be, where the two VPCs have so many blocks.
 *
 * @param {Declared} declared @param {{requester: number, accepter: number}} blocks
 */
export function routesWanted({ routes }, { requester, accepter }) {
  return { none: 0, whole: accepter + requester, halves: accepter + HALVES_OF_HUB.length }[routes ?? "none"];
}

/** What can be changed in place. @param {TestCloud} cloud @param {"old" | "new"} labels */
const labelsOf = ({ labels: more }, labels) => ({ name: `crash-${labels}`, ...more[labels] });

/** What of a connection is looked at in the end. @param {import("../clouds/index.cjs").PeeringRow} row */
export const shown = ({ status, name, tags }) => JSON.stringify({ status, name, team: tags["team"] });

/** How that has to be. @param {TestCloud} cloud @param {Declared} declared */
export function wanted(cloud, { labels = "old" }) {
  const { name, tags } = labelsOf(cloud, labels);
  return JSON.stringify({ status: "active", name, team: tags?.team });
}

/** Whether an action changes something. @param {TestCloud} cloud @param {string} action */
export const isChange = (cloud, action) => {
  const { get: _, ...changes } = cloud.actions;
  return [...Object.values(changes), "TagResources"].includes(action) || isRouteWrite(cloud, action);
};

/** Whether an action changes a route. @param {TestCloud} cloud @param {string} action */
export const isRouteWrite = ({ routing }, action) => {
  if (routing === undefined) return false;
  const { tables: _t, routes: _r, ...writes } = routing.actions;
  return Object.values(writes).includes(action);
};
