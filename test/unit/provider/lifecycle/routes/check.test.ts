import type { CloudName } from "../../../../../src/model/clouds";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { checkRoutes } from "../../../../../src/provider/lifecycle/routes/check";
import type { RoutesInputs } from "../../../../../src/provider/lifecycle/routes/inputs";
import { Session } from "../../../../../src/provider/lifecycle/session";
import { SILENT } from "../../../../../src/provider/lifecycle/work";
import { clouds } from "../../../../clouds/index.cjs";
import { FakeClock } from "../../../support/fakeClock";

/** What is said of the routes of the hub, through a connection with a VPC of the same account. */
function inputsOn(cloud: CloudName, more: Partial<RoutesInputs> = {}): RoutesInputs {
  const { vpcs, accounts, accountKey, routing } = clouds[cloud];
  return {
    cloud,
    connectionId: routing?.connections[0] ?? "",
    end: "requester",
    ...vpcs.hub,
    [accountKey]: accounts.a,
    peer: { vpcId: vpcs.app.vpcId, [accountKey]: accounts.a },
    tables: "all",
    __blocks: ["10.1.0.0/16"],
    __own: ["10.0.0.0/16"],
    ...more,
  };
}

async function check(inputs: RoutesInputs, settings: Record<string, unknown> = {}, olds?: RoutesInputs) {
  const session = new Session((key) => settings[key], new FakeClock());
  const owner = { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeering::hub" };
  return await checkRoutes(inputs, { session, row: SILENT, owner, timeouts: {} }, olds);
}

const CLOUDS = Object.keys(clouds) as CloudName[];

const withNumbers = CLOUDS.filter((cloud) => /^\d+$/.test(clouds[cloud].accounts.a));

test.each(withNumbers)(
  "on %s, owners that are told as numbers are taken as text, at both ends",
  async (cloud) => {
    const { accounts, accountKey, vpcs } = clouds[cloud];
    const peer = { vpcId: vpcs.partner.vpcId, [accountKey]: Number(accounts.b) };
    const { inputs, complaints } = await check(inputsOn(cloud, { [accountKey]: Number(accounts.a), peer }));
    expect(complaints).toEqual([]);
    expect(inputs).toMatchObject({ [accountKey]: accounts.a, peer: { [accountKey]: accounts.b } });
  },
);

describe.each(CLOUDS)("on %s", (cloud) => {
  const { accounts, accountKey, title, routing } = clouds[cloud];
  const other = { vpcId: clouds[cloud].vpcs.partner.vpcId, [accountKey]: accounts.b };

  test("blocks that nobody names become the destinations", async () => {
    const { inputs, complaints } = await check(inputsOn(cloud));
    expect(complaints).toEqual([]);
    expect(inputs.destinations).toEqual(["10.1.0.0/16"]);
    expect(inputs).not.toHaveProperty("__named");
  });

  test("named destinations are noted as such", async () => {
    const { inputs, complaints } = await check(inputsOn(cloud, { destinations: ["10.1.0.0/24"] }));
    expect(complaints).toEqual([]);
    expect(inputs).toMatchObject({ destinations: ["10.1.0.0/24"], __named: true });
  });

  test("what is no block, no table, no choice is told with its place", async () => {
    const { complaints } = await check(
      inputsOn(cloud, { destinations: ["10.2.3.4/16"], exclude: ["all"], tables: ["my table"] }),
    );
    expect(complaints.join("\n")).toMatch(/destinations.*"10\.2\.3\.4\/16"/);
    expect(complaints.join("\n")).toMatch(/exclude.*"all"/);
    expect(complaints.join("\n")).toMatch(/tables/);
  });

  test("a list without any table is refused", async () => {
    expect((await check(inputsOn(cloud, { tables: [] }))).complaints).toEqual([
      "tables is []: name one, or switch the routes off with `requester: { routes: false }`.",
    ]);
  });

  test("an exclude of the own VPC's block is meant for the other end, where one is said for both", async () => {
    const { warnings } = await check(inputsOn(cloud, { exclude: ["10.0.0.0/16"] }));
    expect(warnings).toEqual([]);
  });

  test("blocks that a preview does not know, while the connection is changed, are what they were", async () => {
    const olds = inputsOn(cloud);
    const unknown = UNKNOWN as unknown as string[];
    const news = inputsOn(cloud, { __blocks: unknown, __own: unknown, exclude: ["10.0.0.0/16"] });
    expect((await check(news, {}, olds)).inputs).toMatchObject({
      destinations: ["10.1.0.0/16"],
      __own: ["10.0.0.0/16"],
    });
    const moved = inputsOn(cloud, { connectionId: UNKNOWN, __blocks: unknown });
    expect((await check(moved, {}, olds)).inputs.destinations).toBe(UNKNOWN);
  });

  test("another account's VPC is refused, with both ways out", async () => {
    const settings = { [`${cloud}:${accountKey}`]: accounts.b };
    const { complaints } = await check(inputsOn(cloud), settings);
    expect(complaints[0]).toContain(
      `belong to "${accounts.a}", and the keys are declared to be those of "${accounts.b}"`,
    );
    expect(complaints[0]).toContain("`requester.provider`");
    expect(complaints[0]).toContain("`requester: { routes: false }`");
  });

  test("where nobody sees the other VPC's blocks, they have to be named, unless the connection tells them", async () => {
    const unseen = { peer: other, __unseen: true } as const;
    const { __blocks: _, ...blind } = inputsOn(cloud, unseen);
    const { complaints } = await check(blind);
    if (cloud === "alicloud") expect(complaints).toEqual([]);
    else expect(complaints[0]).toMatch(/^destinations is missing: .* only its owner sees the blocks/);
    expect((await check({ ...blind, destinations: ["10.1.0.0/16"] })).complaints).toEqual([]);
  });

  test("what the cloud uses itself, or would refuse, is told before anything is written", async () => {
    const complaintsOn = async (destination: string): Promise<string[]> =>
      (await check(inputsOn(cloud, { destinations: [destination] }))).complaints;
    const inOwn = await complaintsOn("10.0.1.0/24");
    const outside = await complaintsOn("10.9.0.0/16");
    const reserved = await complaintsOn("100.64.0.0/10");
    if (cloud === "tencentcloud") {
      expect(inOwn[0]).toBe(
        `destinations has 10.0.1.0/24: ${title} takes no route into the VPC's own block 10.0.0.0/16. Leave it out.`,
      );
      expect(outside[0]).toContain("leads to addresses of the other VPC only, which has 10.1.0.0/16");
    } else {
      expect([inOwn, outside]).toEqual([[], []]);
      expect(reserved[0]).toBe(`destinations has 100.64.0.0/10, which ${title} uses itself. Leave it out.`);
    }
  });

  test("a named block of IPv6 passes where blocks of IPv6 were not read, and is compared where they were", async () => {
    const named = { destinations: ["2001:db8:1:2::/64"] };
    expect((await check(inputsOn(cloud, named))).complaints).toEqual([]);
    const others = { ...named, __blocks: ["10.1.0.0/16", "2001:db8:9::/48"] };
    for (const more of [{ ...named, ipv6: true }, others]) {
      const { complaints } = await check(inputsOn(cloud, more));
      expect(complaints).toHaveLength(cloud === "tencentcloud" ? 1 : 0);
    }
  });

  test("what is not known yet passes", async () => {
    const unknown = UNKNOWN as unknown as string[];
    for (const more of [
      { __blocks: unknown, __own: unknown },
      { destinations: unknown },
      { destinations: [UNKNOWN] },
      { tables: unknown },
      { exclude: unknown },
      { connectionId: UNKNOWN, [accountKey]: UNKNOWN },
    ])
      expect((await check(inputsOn(cloud, more))).complaints).toEqual([]);
  });

  test("the same destination by two connections of one program is refused", async () => {
    const session = new Session(() => undefined, new FakeClock());
    const ask = async (name: string, connectionId: string | undefined) =>
      await checkRoutes(inputsOn(cloud, { connectionId: connectionId ?? "" }), {
        session,
        row: SILENT,
        owner: { urn: `urn:pulumi:dev::story::vpc-peering:index:VpcPeering::${name}` },
        timeouts: {},
      });
    expect((await ask("one", routing?.connections[0])).complaints).toEqual([]);
    expect((await ask("two", routing?.connections[1])).complaints[0]).toContain('and so has "one-requester"');
  });
});

describe("what is said in vain is told", () => {
  test("an exclude beside named destinations", async () => {
    const { warnings } = await check(
      inputsOn("alicloud", { destinations: ["10.1.0.0/16"], exclude: ["10.1.0.0/16"] }),
    );
    expect(warnings).toEqual(["exclude says nothing where `destinations` names the blocks."]);
  });

  test("an exclude of what is no block of the other VPC", async () => {
    const { warnings } = await check(inputsOn("alicloud", { exclude: ["10.1.2.0/24"] }));
    expect(warnings?.[0]).toMatch(
      /^exclude has 10\.1\.2\.0\/24, which is no block of the other VPC: that has 10\.1\.0\.0\/16\./,
    );
  });

  test("an exclude of a block of IPv6 says nothing where those were not read", async () => {
    const exclude = ["2001:db8:1::/48"];
    expect((await check(inputsOn("huaweicloud", { exclude }))).warnings).toEqual([]);
    expect((await check(inputsOn("huaweicloud", { exclude, ipv6: true }))).warnings).toHaveLength(1);
  });

  test("an exclude of a block says nothing", async () => {
    expect((await check(inputsOn("alicloud", { exclude: ["10.1.0.0/16"] }))).warnings).toEqual([]);
  });
});
