import { DESTROY, timed, UP, withBoth } from "../lab.mjs";
import { atMost, row, TAKES_TIME, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** The life of a hub or a mesh: made, left as it is, removed. @param {Omit<import("./row.mjs").Row, "measures" | "run"> & {setting: import("../lab.mjs").Setting, most: number}} topology   the most are seconds of its `up` */
const topology = ({ setting, most, ...rest }) =>
  row({
    ...rest,
    measures: {
      up: atMost(most, "s"),
      "up, times trivial": told("×"),
      calls: told(""),
      "up without change, calls": atMost(0, ""),
      "up without change": told("s"),
      destroy: told("s"),
    },
    run: (cloud) => lifeOf(cloud, setting),
  });

const LOCKED = { limits: {}, timings: { vpcLockMs: 100 } };

/** Hubs and meshes. @type {import("./row.mjs").Row[]} */
export const topologies = [
  topology({
    name: "hub",
    work: "`VpcHub` of 50 spokes with routes: `up`, again without change, `destroy`",
    runs: 3,
    setting: { count: 50, hasRoutes: true, as: "hub" },
    most: 10,
  }),
  topology({
    name: "mesh",
    work: "`VpcMesh` of 12, 66 pairs: `up`, again without change, `destroy`",
    runs: 3,
    setting: { count: 66, as: "mesh" },
    most: 12,
  }),
  topology({
    name: "mesh-routes",
    work: "the same with routes",
    runs: 3,
    setting: { count: 66, hasRoutes: true, as: "mesh" },
    most: 20,
  }),
  topology({
    name: "mesh-limits",
    work: "the same under the documented limits, each change locking both VPCs for 0.1 s",
    runs: 1,
    only: TAKES_TIME,
    setting: { count: 66, hasRoutes: true, as: "mesh", ...LOCKED },
    most: 32,
  }),
  topology({
    name: "hub-limits",
    work: "`VpcHub` of 50 spokes with routes, the same way",
    runs: 1,
    only: TAKES_TIME,
    setting: { count: 50, hasRoutes: true, as: "hub", ...LOCKED },
    most: 22,
  }),
];

/** @param {CloudName} cloud @param {import("../lab.mjs").Setting} setting */
const lifeOf = (cloud, setting) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const up = await timed(mine, ...UP);
    const active = (await mine.peerings()).filter(({ status }) => status === "active").length;
    if (active !== setting.count) throw new Error(`${active} of ${setting.count} connections are active`);
    const again = await timed(mine, ...UP);
    const down = await timed(mine, ...DESTROY);
    return {
      up: up.seconds,
      "up, times trivial": up.seconds / least.seconds,
      calls: up.requests.length,
      "up without change, calls": again.requests.length,
      "up without change": again.seconds,
      destroy: down.seconds,
    };
  });
