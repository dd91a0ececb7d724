import { prelude } from "../../tools/clouds/program.cjs";

/** @typedef {import("../clouds/index.cjs").TestCloud} TestCloud */
/** @typedef {import("./scenarios.mjs").Declared} Declared */

/** The program of a scenario. @param {TestCloud} cloud @param {Declared} declared */
export function programOf(cloud, { accepter = "same", labels = "old" }) {
  const { accepter: side, ...more } = cloud.accepters[accepter];
  const inputs = {
    cloud: cloud.cloud,
    requester: { vpcId: cloud.vpcs.hub.vpcId },
    ...more,
    ...labelsOf(cloud, labels),
  };
  const provider = accepter === "other" ? "provider: b()" : "";
  return `${prelude(cloud)}
new VpcPeering("crash", { ...${JSON.stringify(inputs)}, accepter: { ...${JSON.stringify(side)}, ${provider} } }, { provider: a() });
`;
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
export const isChange = ({ actions: { get: _, ...changes } }, action) =>
  [...Object.values(changes), "TagResources"].includes(action);
