import { exitCodeOf } from "../../src/cli/doctor/judge/judge";
import type { PlacedVpc } from "./doctorBench";
import { openDoctor } from "./doctorBench";
import { APP, HUB, openNetwork, PARTNER, REFRESH, VPCS } from "./doctorNetwork";
import { ROUTED } from "./routingBench";

describe.each(ROUTED)("on $cloud", (under) => {
  test("nothing is found where nothing is wrong", async () => {
    const { look, reach, hub, app, partner } = await openNetwork(under);
    const verdict = await look();
    expect(
      verdict.connections.flatMap(({ findings, notes, unseen }) => [findings, notes, unseen].flat()),
    ).toEqual([]);
    expect(verdict.findings).toEqual([]);
    expect(verdict.connections.map(({ reaches }) => reaches)).toEqual([true, true]);
    expect(exitCodeOf(verdict)).toBe(0);
    expect((await reach(hub, app)).reaches && (await reach(hub, partner)).reaches).toBe(true);
  });

  test.each([
    ["the stack's own acceptance", {}, REFRESH],
    ["the acceptance of another stack", { isAccepted: false }, /`VpcPeeringAccepter`/],
  ])("a connection that waits is found, and %s mends it", async (_, wishes, mends) => {
    const { declare, connect, look, vpcs } = await openDoctor(under, VPCS);
    const [hub, , partner] = vpcs as [PlacedVpc, PlacedVpc, PlacedVpc];
    declare(await connect(hub, partner, "pending"), hub, partner, {
      requester: { destinations: PARTNER },
      ...wishes,
    });
    const [judged] = (await look()).connections;
    // Its routes come with it, where they are asked for.
    expect(judged?.findings.map(({ kind, end }) => [kind, end])).toEqual([
      ["connection-pending", undefined],
      ["route-missing", "accepter"],
    ]);
    expect(judged?.findings[0]?.what).toMatch(/waits for the accepter's yes/);
    expect(judged?.findings[0]?.remedy).toMatch(mends);
  });

  test("what a program leaves out is told, and is no finding", async () => {
    const { hub, app, look, unroute } = await openNetwork(under, {
      toApp: {
        requester: { destinations: APP, tables: "main" },
        accepter: { destinations: HUB.slice(0, 1), isNamed: true },
      },
    });
    await unroute(hub.custom, "10.1.0.0/16");
    await unroute(app.main, "10.100.0.0/16");
    const verdict = await look();
    expect(verdict.connections.map(({ findings }) => findings)).toEqual([[], []]);
    expect(verdict.connections[0]?.notes).toEqual([
      `As declared, ${hub.vpcId} does not reach all of the other VPC: 10.1.0.0/16 in ${hub.custom} left out.`,
      `As declared, ${app.vpcId} does not reach all of the other VPC: 10.100.0.0/16 in ${app.main} left out.`,
    ]);
    expect(verdict.connections[0]?.reaches).toBe(false);
    expect(exitCodeOf(verdict)).toBe(0);
  });

  test("with the keys of one account alone, what only the other's see is told as such", async () => {
    const { look } = await openNetwork(under);
    const verdict = await look(["a"]);
    expect(verdict.connections.map(({ reaches }) => reaches)).toEqual([true, undefined]);
    expect(verdict.connections[1]?.unseen).toEqual([
      {
        what: expect.stringMatching(/^the route tables( and blocks)? of \S+$/) as string,
        why: expect.stringContaining(`there are no keys of `) as string,
        isExpected: true,
      },
    ]);
    expect(exitCodeOf(verdict)).toBe(0);
  });

  test.each([
    ["a refusal", { type: "error", code: under.routing.forbidden.code }],
    ["an answer that makes no sense", { type: "body", status: 200, body: "<html>" }],
  ])("%s in place of the tables is told, not taken for none", async (_, fault) => {
    const { look, fault: plant } = await openNetwork(under);
    await plant(under.routing.actions.tables, fault, { times: 0, account: under.accounts.a });
    const verdict = await look();
    expect(verdict.connections.flatMap(({ findings }) => findings)).toEqual([]);
    expect(verdict.connections.map(({ reaches }) => reaches)).toEqual([undefined, undefined]);
    expect(verdict.connections[0]?.unseen).toContainEqual(
      expect.objectContaining({
        what: expect.stringMatching(/^the route tables of /) as string,
        isExpected: false,
      }),
    );
    expect(exitCodeOf(verdict)).toBe(1);
  });

  test("a table that is nearly full is found, and so is a quota of connections where it can be read", async () => {
    const { route, look, hub, toApp } = await openNetwork(under);
    const most = under.routing.perTable;
    for (let n = 2; n < 0.9 * most; n++) await route(hub.main, `10.1.${n}.0/24`, toApp);
    const { findings, connections } = await look();
    expect(findings).toMatchObject([{ kind: "quota-routes", severity: "risk" }]);
    expect(findings[0]?.what).toContain(`${hub.main} has ${0.9 * most} of at most ${most} routes.`);
    expect(connections.flatMap((one) => one.findings)).toEqual([]);
  });
});
