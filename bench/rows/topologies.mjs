import { DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { measure, NONE, TAKES_TIME } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** Hubs and meshes. @type {import("./row.mjs").Row[]} */
export const topologies = [
  {
    name: "hub",
    work: "`VpcHub` of 50 spokes with routes: `up`, again without change, `destroy`",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 50, hasRoutes: true, as: "hub" }, 10),
  },
  {
    name: "mesh",
    work: "`VpcMesh` of 12, 66 pairs: `up`, again without change, `destroy`",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 66, as: "mesh" }, 12),
  },
  {
    name: "mesh-routes",
    work: "the same with routes",
    runs: 3,
    run: (cloud) => topology(cloud, { count: 66, hasRoutes: true, as: "mesh" }, NONE),
  },
  {
    name: "mesh-limits",
    work: "the same under the documented limits, each change locking both VPCs for 0.1 s",
    runs: 1,
    only: TAKES_TIME,
    run: (cloud) =>
      topology(
        cloud,
        { count: 66, hasRoutes: true, as: "mesh", limits: {}, timings: { vpcLockMs: 100 } },
        NONE,
      ),
  },
  {
    name: "hub-limits",
    work: "`VpcHub` of 50 spokes with routes, the same way",
    runs: 1,
    only: TAKES_TIME,
    run: (cloud) =>
      topology(
        cloud,
        { count: 50, hasRoutes: true, as: "hub", limits: {}, timings: { vpcLockMs: 100 } },
        NONE,
      ),
  },
];

/** The life of a hub or a mesh: made, left as it is, removed. @param {CloudName} cloud @param {import("../lab.mjs").Setting} setting @param {number} budget */
const topology = (cloud, setting, budget) =>
  withBoth(cloud, setting, async ({ mine }) => {
    const up = await timed(mine, ...UP);
    const active = (await mine.peerings()).filter(({ status }) => status === "active").length;
    if (active !== setting.count) throw new Error(`${active} of ${setting.count} connections are active`);
    const again = await timed(mine, ...UP);
    const down = await timed(mine, ...DESTROY);
    return [
      measure("up", up.seconds, budget, "s"),
      measure("calls", up.requests.length, NONE, ""),
      measure("up without change, calls", again.requests.length, 0, ""),
      measure("up without change", again.seconds, NONE, "s"),
      measure("destroy", down.seconds, NONE, "s"),
    ];
  });
