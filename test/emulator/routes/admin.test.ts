import { type RouteRow, startEmulator } from "../../../emulator";
import type { Reach } from "../../../emulator/core/reach/reach";
import { accountA, openBench } from "../example";
import { open, peering, to, vpcs } from "./support";

test("every VPC has a main table, and each table its local routes", async () => {
  const { admin } = await open();
  const all = (await admin("GET", "/routes")).body as RouteRow[];
  const rows = all.filter(({ cloud }) => cloud === "alicloud");
  expect(rows.map(({ table, main, destination }) => [table, main, destination])).toEqual(
    [
      ["vtb-a", true, ["10.0.0.0/24", "2001:db8:a::/64", "10.0.1.0/24", "100.64.0.0/10"]],
      ["vtb-custom", false, ["10.0.0.0/24", "2001:db8:a::/64", "10.0.1.0/24", "100.64.0.0/10"]],
      ["vtb-b", true, ["100.64.0.0/10"]],
    ].flatMap(([table, main, blocks]) => (blocks as string[]).map((block) => [table, main, block])),
  );
  expect(rows[0]).toEqual({
    cloud: "alicloud",
    vpcId: "vpc-a",
    table: "vtb-a",
    main: true,
    destination: "10.0.0.0/24",
    hop: { kind: "local", id: "vpc-a" },
    status: "available",
    id: null,
  });
});

test("a route is posted, redirected and deleted at once", async () => {
  const { admin } = await open();
  const made = await admin("POST", "/routes", to("vtb-b", "10.0.0.0/16"));
  expect(made).toMatchObject({
    status: 200,
    body: {
      cloud: "alicloud",
      vpcId: "vpc-b",
      table: "vtb-b",
      main: true,
      destination: "10.0.0.0/16",
      hop: { kind: "peering", id: "pcc-ab" },
      status: "available",
      id: expect.stringMatching(/^rte-/) as string,
    },
  });
  const { id } = made.body as RouteRow;
  const redirected = await admin("POST", "/routes", {
    ...to("vtb-b", "10.0.0.0/16", "i-1", "other"),
    status: "pending",
  });
  expect(redirected.body).toMatchObject({ id, hop: { kind: "other", id: "i-1" }, status: "pending" });
  const key = { cloud: "alicloud", table: "vtb-b", destination: "10.0.0.0/16" };
  expect((await admin("DELETE", "/routes", key)).body).toMatchObject([{ id }]);
  expect(await admin("DELETE", "/routes", key)).toMatchObject({
    status: 404,
    body: { error: { message: "The table vtb-b has no route to 10.0.0.0/16." } },
  });
});

test.each([
  [to("vtb-none", "10.0.0.0/16"), 404, "There is no route table vtb-none in alicloud."],
  [to("vtb-a", "ten"), 400, 'destination is "ten": must be a block such as 10.1.0.0/16.'],
  [to("vtb-a", "10.0.0.0/16", "x", "local"), 400, 'hop.kind is "local": must be one of'],
])("%j is refused", async (body, status, message) => {
  const { admin } = await open();
  expect(await admin("POST", "/routes", body)).toMatchObject({
    status,
    body: { error: { message: expect.stringContaining(message) as string } },
  });
});

describe("reach", () => {
  async function opened() {
    const { admin } = await open();
    return {
      admin,
      post: async (...route: Parameters<typeof to>) => admin("POST", "/routes", to(...route)),
      reach: async (query = "from=vpc-a&to=vpc-b") => (await admin("GET", `/reach?${query}`)).body as Reach,
    };
  }

  test("takes routes in the tables of all subnets, to all blocks, both ways", async () => {
    const { post, reach, admin } = await opened();
    expect((await reach()).reaches).toBe(false);
    await post("vtb-a", "10.1.0.0/16");
    await post("vtb-b", "10.0.0.0/16");
    // One subnet is on another table, and the block 172.16.0.0/16, where no subnet is, has no route back.
    expect(await reach()).toMatchObject({
      reaches: false,
      reasons: [
        "10.0.1.0/24 to 10.1.0.0/16: vtb-custom has no route for some of these addresses",
        "10.1.0.0/16 to 172.16.0.0/16: vtb-b has no route for some of these addresses",
      ],
    });
    await post("vtb-custom", "10.1.0.0/16");
    await post("vtb-b", "172.16.0.0/16");
    const both = await reach();
    expect([both.reaches, both.reasons]).toEqual([true, []]);
    expect(both.forward.paths.map(({ subnet, from, table }) => [subnet, from, table])).toEqual([
      ["vsw-a01", "10.0.0.0/24", "vtb-a"],
      ["vsw-named", "10.0.1.0/24", "vtb-custom"],
    ]);
    const ways = both.back.paths.map(({ subnet, from, table, to: block }) => [subnet, from, table, block]);
    expect(ways).toEqual([
      [null, "10.1.0.0/16", "vtb-b", "10.0.0.0/16"],
      [null, "10.1.0.0/16", "vtb-b", "172.16.0.0/16"],
    ]);
    expect((await reach("from=vpc-b&to=vpc-a")).reaches).toBe(true);
    await admin("PATCH", "/peerings/pcc-ab", { status: "expired" });
    expect((await reach()).reaches).toBe(false);
    await admin("PATCH", "/peerings/pcc-ab", { status: "active" });
    expect((await reach()).reaches).toBe(true);
    await admin("DELETE", "/peerings/pcc-ab");
    expect((await reach()).reasons).toContain(
      "10.0.0.0/24 to 10.1.0.0/16: vtb-a leads 10.1.0.0/16 to pcc-ab, which is not there",
    );
  });

  test("is asked of the addresses that subnets have, too", async () => {
    const { post, reach } = await opened();
    for (const table of ["vtb-a", "vtb-custom"]) await post(table, "10.1.0.0/16");
    for (const block of ["10.0.0.0/24", "10.0.1.0/24"]) await post("vtb-b", block);
    expect((await reach()).reaches).toBe(false);
    expect((await reach("from=vpc-a&to=vpc-b&addresses=subnets")).reaches).toBe(true);
  });

  test("does not take routes that are not available yet", async () => {
    const { post, reach, admin } = await opened();
    for (const table of ["vtb-a", "vtb-custom"]) await post(table, "10.1.0.0/16");
    await post("vtb-b", "0.0.0.0/0");
    expect((await reach()).reaches).toBe(true);
    await admin("POST", "/routes", { ...to("vtb-b", "0.0.0.0/0"), status: "pending" });
    expect((await reach()).reaches).toBe(false);
  });

  test("is asked of IPv6 apart", async () => {
    const { post, reach } = await opened();
    await post("vtb-a", "2001:db8:b::/56");
    await post("vtb-b", "2001:db8:a::/56");
    expect((await reach()).reaches).toBe(false);
    expect((await reach("from=vpc-a&to=vpc-b&ipv6=true")).reaches).toBe(true);
  });

  test("takes two VPCs that there are", async () => {
    const { admin } = await open();
    expect((await admin("GET", "/reach?from=vpc-a&to=vpc-x")).status).toBe(404);
    expect((await admin("GET", "/reach?from=vpc-a")).status).toBe(404);
    expect((await admin("GET", "/reach?from=vpc-a&to=vpc-a")).status).toBe(400);
    expect((await admin("GET", "/reach?from=vpc-a&to=vpc-b&ipv6=perhaps")).status).toBe(400);
    expect((await admin("GET", "/reach?from=vpc-a&to=vpc-b&addresses=some")).status).toBe(400);
  });
});

test("routes of a world of version 0.1.0 are in the main table, and are replaced there", async () => {
  const routes = [{ destinationCidr: "10.8.0.0/16", nextHopId: "pcc-ab" }];
  const [first, second] = vpcs;
  const { admin } = await openBench({ alicloud: { vpcs: [{ ...first, routes }, second] as typeof vpcs } });
  const inTable = async () =>
    ((await admin("GET", "/routes")).body as RouteRow[]).filter(({ hop }) => hop.kind === "peering");
  expect(await inTable()).toMatchObject([{ table: "vtb-a", destination: "10.8.0.0/16" }]);
  expect((await admin("PATCH", "/vpcs/vpc-a", { routes: [] })).body).toMatchObject({ routes: [] });
  expect(await inTable()).toEqual([]);
});

test("routes go with a connection that is removed by hand where the cloud lets none outlive it", async () => {
  const ends = { requester: { vpcId: "vpc-hub00001" }, accepter: { vpcId: "vpc-app00001" } };
  const { admin } = await openBench({
    alicloud: { vpcs },
    peerings: [peering, { cloud: "tencentcloud", id: "pcx-aaaabbbb", ...ends }],
  });
  await admin("POST", "/routes", to("vtb-a", "10.1.0.0/16"));
  const hop = { kind: "peering", id: "pcx-aaaabbbb" };
  const key = { cloud: "tencentcloud", table: "rtb-hub00001", destination: "10.1.0.0/16" };
  await admin("POST", "/routes", { ...key, hop });
  for (const id of ["pcc-ab", "pcx-aaaabbbb"]) await admin("DELETE", `/peerings/${id}`);
  const rows = (await admin("GET", "/routes")).body as RouteRow[];
  expect(rows.filter((row) => row.hop.kind === "peering").map((row) => row.hop.id)).toEqual(["pcc-ab"]);
});

test.each([
  [
    { subnets: [{ cidr: "10.0.0.0/24", table: "vtb-x" }] },
    "The subnet 10.0.0.0/24 of VPC vpc-a is on vtb-x, which is no table of that VPC for subnets.",
  ],
  [
    {
      tables: [
        { id: "t", main: true },
        { id: "u", main: true },
      ],
    },
    "The VPC vpc-a has two main tables",
  ],
  [{ tables: [{ id: "t" }, { id: "t" }] }, "The VPC vpc-a has two tables of one id"],
  [{ subnets: [{ cidr: "10.0.0.1/24" }] }, 'subnets[0].cidr is "10.0.0.1/24": must be a block'],
])("a world with %j does not start", async (part, message) => {
  const vpc = { vpcId: "vpc-a", accountId: accountA, region: "cn-hangzhou", ...part };
  await expect(startEmulator({ world: { alicloud: { vpcs: [vpc] } } })).rejects.toThrow(message);
});
