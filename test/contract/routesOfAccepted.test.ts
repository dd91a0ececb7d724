import { inVirtualTime, virtualClock } from "../support/virtualTime";
import { CLOUDS } from "./clouds";
import { openBench } from "./support";

const ROUTED = CLOUDS.filter(({ routing }) => routing !== undefined);

/** The routes through a connection that shows as pending for 3 s, as an acceptance by another process may. */
async function writtenThrough(under: (typeof CLOUDS)[number], more: object): Promise<unknown> {
  const { connection, routes, routesOf, crossAccount, admin } = await openBench(under);
  const { id } = await connection.create(crossAccount({ waitFor: "pending" }));
  const accepted = virtualClock
    .sleep(3_000)
    .then(() => admin("PATCH", `/peerings/${id}`, { status: "active" }));
  const peer = { peer: { vpcId: under.vpcs.partner.vpcId, [under.accountKey]: under.accounts.b } };
  const { outs } = await routes.create(routesOf(id, { ...peer, destinations: ["10.8.0.0/16"], ...more }));
  await inVirtualTime(accepted);
  return (outs as { routes: unknown }).routes;
}

const present = [expect.objectContaining({ status: "present" })];
const waiting = [expect.objectContaining({ status: "waiting" })];

test.each(ROUTED)(
  "$cloud: routes are written, however late it is seen that the program has had the connection accepted",
  async (under) => {
    expect(await writtenThrough(under, { __accepted: true })).toEqual(present);
  },
);

test.each(ROUTED)("$cloud: routes wait where somebody else has to accept it", async (under) => {
  expect(await writtenThrough(under, {})).toEqual(waiting);
});
