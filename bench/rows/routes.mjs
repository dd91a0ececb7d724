import { clouds } from "../../tools/clouds/index.cjs";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import { DESTROY, doctored, REFRESH, timed, UP, withBoth } from "../lab.mjs";
import { beyondTrivial, measuresBeyond } from "./beyondTrivial.mjs";
import { keeping } from "./kept.mjs";
import { atMost, row, told } from "./row.mjs";

/** @typedef {import("./row.mjs").CloudName} CloudName */

/** Clouds that go on working after their answer to a write of routes: so each is seen in force by a look of its own. @type {readonly CloudName[]} */
const GOES_ON = ["alicloud"];

/** Routes on both sides. @type {import("./row.mjs").Row[]} */
export const routes = [
  row({
    name: "routes",
    work: "one peering with routes on both sides, `up`",
    runs: 7,
    quick: "alicloud",
    measures: measuresBeyond({ s: 0.6, times: 1.4 }),
    run: (cloud) => beyondTrivial(cloud, { count: 1, hasRoutes: true }),
  }),
  row({
    name: "routes-50",
    work: "50 spokes on one hub with routes on both sides, `up` and `destroy`",
    runs: 3,
    measures: {
      up: atMost(10, "s"),
      "writes of the hub's table": atMost(10, ""),
      "reads of the hub's table": atMost((cloud) => (GOES_ON.includes(cloud) ? 12 : 5), ""),
      destroy: told("s"),
    },
    run: (cloud) =>
      withBoth(cloud, { count: 50, hasRoutes: true }, async ({ mine }) => {
        const up = await timed(mine, ...UP);
        const { reads, writes } = await ofHubsTable(cloud, mine, up.requests);
        const down = await timed(mine, ...DESTROY);
        return {
          up: up.seconds,
          "writes of the hub's table": writes,
          "reads of the hub's table": reads,
          destroy: down.seconds,
        };
      }),
  }),
  row({
    name: "routes-200",
    work: "200 peerings with routes on both sides: `up` without change, `refresh`",
    runs: 3,
    measures: {
      "up, times trivial": atMost(1.3, "×"),
      "up, calls": atMost(0, ""),
      "refresh, reads of the hub's table": atMost(1, ""),
      "refresh, reads of all tables": atMost(201, ""),
    },
    run: (cloud) =>
      withBoth(cloud, { count: 200, hasRoutes: true }, async ({ mine, base }) => {
        await timed(base, ...UP);
        await timed(mine, ...UP);
        const least = await timed(base, ...UP);
        const own = await timed(mine, ...UP);
        const refresh = await timed(mine, ...REFRESH);
        const { reads, all } = await ofHubsTable(cloud, mine, refresh.requests);
        return {
          "up, times trivial": own.seconds / least.seconds,
          "up, calls": own.requests.length,
          "refresh, reads of the hub's table": reads,
          "refresh, reads of all tables": all,
        };
      }),
  }),
];

/** The doctor's look at so many. @param {number} count @param {CloudName} [quick] */
const doctorOf = (count, quick) =>
  row({
    name: `doctor-${count}`,
    work: `${count} peerings with routes on both sides: \`vpc-peering-doctor\``,
    runs: 3,
    ...(quick === undefined ? {} : { quick }),
    measures: {
      look: atMost(count / 20, "s"),
      calls: atMost(10 + 2 * (count + 1), ""),
      "connections that do not reach": atMost(0, ""),
    },
    run: (cloud) =>
      keeping(cloud, {
        setting: { count, hasRoutes: true },
        prepare: ({ mine }) => timed(mine, ...UP),
        look: async ({ mine }) => {
          const { seconds, requests, lost } = await doctored(mine);
          return { look: seconds, calls: requests.length, "connections that do not reach": lost };
        },
      }),
  });

/** @type {import("./row.mjs").Row[]} */
export const doctor = [doctorOf(50, "tencentcloud"), doctorOf(200)];

/** The calls that show the routes of tables. */
const READS = /^(DescribeRouteEntryList|DescribeRouteTables|ShowRouteTable)$/;
/** Those that change them. */
const WRITES = /^(?!Describe|Show|List).*Route(s|Entry|Entries|Table)$/;

/** Whether a call goes on with a list. @param {unknown} params */
const isFurtherPage = (params) => /"(NextToken|marker)":"[^"]/.test(JSON.stringify(params));

/** How often the hub's table was read and written, and how often any table was read. @param {CloudName} cloud @param {import("../lab.mjs").Stack} stack @param {readonly import("../../dist/emulator/index.js").RequestRow[]} requests */
async function ofHubsTable(cloud, stack, requests) {
  const hub = vpcIdOf(clouds[cloud], 0);
  const routes = /** @type {import("../../dist/emulator/index.js").RouteRow[]} */ (
    await stack.admin("GET", "/routes")
  );
  const table = routes.find(({ vpcId }) => vpcId === hub)?.table ?? hub;
  // Tencent Cloud reads the tables of a VPC.
  const isOfHub = (/** @type {import("../../dist/emulator/index.js").RequestRow} */ { params }) =>
    [hub, table].some((id) => JSON.stringify(params).includes(id));
  // Further pages belong to the read that began with the first.
  const reads = requests.filter(({ action, params }) => READS.test(action) && !isFurtherPage(params));
  return {
    reads: reads.filter(isOfHub).length,
    writes: requests.filter((row) => WRITES.test(row.action) && isOfHub(row)).length,
    all: reads.length,
  };
}
