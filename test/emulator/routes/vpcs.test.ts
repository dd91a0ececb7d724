import type { RouteRow } from "../../../emulator";
import { open, to } from "./support";

describe("a VPC changes by hand:", () => {
  test("blocks, tables and subnets come and go, and clients see them", async () => {
    const { a, admin } = await open();
    await admin("POST", "/routes", to("vtb-custom", "10.1.0.0/16"));
    const changed = await admin("PATCH", "/vpcs/vpc-a", {
      secondaryCidrBlocks: ["172.20.0.0/16"],
      ipv6CidrBlocks: [],
      tables: [{ id: "vtb-new" }, { id: "vtb-custom" }],
      subnets: [{ id: "vsw-new", cidr: "10.0.2.0/24", table: "vtb-new" }],
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        secondaryCidrBlocks: ["172.20.0.0/16"],
        tables: [
          { id: "vtb-a", main: true },
          { id: "vtb-new", main: false },
          { id: "vtb-custom", main: false },
        ],
        subnets: [{ id: "vsw-new", cidr: "10.0.2.0/24", table: "vtb-new" }],
      },
    });
    const all = (await admin("GET", "/routes")).body as RouteRow[];
    const seen = all.filter(({ vpcId }) => vpcId === "vpc-a");
    expect(seen.map(({ table, destination }) => `${table} ${destination}`)).toEqual([
      "vtb-a 10.0.2.0/24",
      "vtb-a 100.64.0.0/10",
      "vtb-new 10.0.2.0/24",
      "vtb-new 100.64.0.0/10",
      "vtb-custom 10.0.2.0/24",
      "vtb-custom 100.64.0.0/10",
      "vtb-custom 10.1.0.0/16",
    ]);
    const { body } = await a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-ab" });
    expect(body["Vpc"]).toMatchObject({ Ipv4Cidrs: ["10.0.0.0/16", "172.20.0.0/16"], Ipv6Cidrs: [] });
    expect((await a("DescribeVpcAttribute", { VpcId: "vpc-a" })).body).toMatchObject({
      SecondaryCidrBlocks: { SecondaryCidrBlock: ["172.20.0.0/16"] },
      EnabledIpv6: false,
      VSwitchIds: { VSwitchId: ["vsw-new"] },
    });
  });

  test("a table that goes takes its routes along, and a subnet has to be on another", async () => {
    const { admin } = await open();
    await admin("POST", "/routes", to("vtb-custom", "10.1.0.0/16"));
    const left = { tables: [] };
    expect(await admin("PATCH", "/vpcs/vpc-a", left)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("is on vtb-custom") as string } },
    });
    const subnets = [{ cidr: "10.0.1.0/24" }];
    expect((await admin("PATCH", "/vpcs/vpc-a", { ...left, subnets })).status).toBe(200);
    const tables = [{ id: "vtb-custom" }];
    expect((await admin("PATCH", "/vpcs/vpc-a", { tables })).status).toBe(200);
    const routes = (await admin("GET", "/routes")).body as RouteRow[];
    expect(routes.filter(({ hop }) => hop.kind === "peering")).toEqual([]);
  });

  test.each([
    [{}, 400, "must have one of routes, secondaryCidrBlocks"],
    [{ tables: [{ id: "vtb-x", main: true }] }, 400, "The VPC vpc-a has two main tables"],
    [{ cidrBlocks: [] }, 400, "cidrBlocks"],
  ])("%j is refused", async (patch, status, message) => {
    const { admin } = await open();
    expect(await admin("PATCH", "/vpcs/vpc-a", patch)).toMatchObject({
      status,
      body: { error: { message: expect.stringContaining(message) as string } },
    });
  });
});
