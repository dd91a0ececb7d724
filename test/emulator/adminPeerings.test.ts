import {
  accountA,
  accountB,
  create,
  createSettled,
  crossAccount,
  openBench,
  sameAccount,
  statusOf,
} from "./example";

const error = (message: string | RegExp) => ({
  error: { message: typeof message === "string" ? message : (expect.stringMatching(message) as string) },
});

describe("peerings", () => {
  test("have exactly these fields, and stay listed when deleted", async () => {
    const bench = await openBench({}, undefined);
    const id = await create(bench.a, { ...crossAccount, Name: "first", Tag: [{ Key: "k", Value: "v" }] });
    const row = {
      cloud: "alicloud",
      id,
      status: "creating",
      cloudStatus: "Creating",
      name: "first",
      description: "",
      tags: { k: "v" },
      bandwidth: -1,
      requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou", account: accountA },
      accepter: { vpcId: "vpc-bp1partner01", region: "cn-hangzhou", account: accountB },
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      expiresAt: null,
      deleted: false,
    };
    expect(await bench.peerings()).toEqual([row]);
    await bench.advance(600_000);
    const [pending] = await bench.peerings();
    expect(pending).toMatchObject({ status: "pending", cloudStatus: "Accepting" });
    const lapse = Date.parse(String(pending?.expiresAt)) - Date.parse(String(pending?.createdAt));
    expect(lapse).toBe(604_800_000);
    await bench.a("DeleteVpcPeerConnection", { InstanceId: id });
    await bench.advance(600_000);
    expect(await bench.peerings()).toEqual([
      { ...row, status: "deleted", cloudStatus: "Deleted", deleted: true },
    ]);
  });

  test("can be made of any cloud", async () => {
    const bench = await openBench();
    const post = async (seed: object) => (await bench.admin("POST", "/peerings", seed)).body;
    const { alicloud, tencentcloud, huaweicloud } = bench.world;
    const ends = (vpcs: { vpcId: string }[]) => ({
      requester: { vpcId: vpcs[0]?.vpcId },
      accepter: { vpcId: vpcs[4]?.vpcId },
    });
    expect(await post({ cloud: "alicloud", ...ends(alicloud.vpcs), status: "pending" })).toMatchObject({
      id: expect.stringMatching(/^pcc-/) as string,
      cloudStatus: "Accepting",
      accepter: { account: accountB },
    });
    expect(
      await post({ cloud: "tencentcloud", ...ends(tencentcloud.vpcs), cloudStatus: "PENDING" }),
    ).toMatchObject({
      id: expect.stringMatching(/^pcx-[a-z0-9]{8}$/) as string,
      status: "pending",
      requester: { account: "100000000001", region: "ap-guangzhou" },
    });
    expect(await post({ cloud: "huaweicloud", ...ends(huaweicloud.vpcs), status: "rejected" })).toMatchObject(
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        cloudStatus: "REJECTED",
        accepter: { account: "bbbb0000000000000000000000000002" },
      },
    );
  });

  test("of the world file are there from the start, complete from the VPCs of the world", async () => {
    const bench = await openBench({
      peerings: [
        {
          cloud: "alicloud",
          id: "pcc-old",
          status: "pending",
          name: "old",
          tags: { k: "v" },
          requester: { vpcId: "vpc-bp1hub01" },
          accepter: { vpcId: "vpc-2zepartner02" },
          createdAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
        },
      ],
    });
    expect(await bench.peerings()).toMatchObject([
      {
        id: "pcc-old",
        status: "pending",
        name: "old",
        bandwidth: 1024,
        accepter: { region: "cn-beijing", account: accountB },
      },
    ]);
    expect(await statusOf(bench.b, "pcc-old")).toBe("Accepting");
    await bench.advance(4 * 86_400_000);
    expect(await statusOf(bench.b, "pcc-old")).toBe("Expired");
  });

  test("name VPCs that the world does not list only where ids are loose", async () => {
    const seed = {
      cloud: "alicloud",
      requester: { vpcId: "vpc-x" },
      accepter: { vpcId: "vpc-y", account: accountB },
    };
    const strict = await openBench();
    expect(await strict.admin("POST", "/peerings", seed)).toEqual({
      status: 400,
      body: error(
        "The world has no alicloud VPC vpc-x: add it to alicloud.vpcs, or set alicloud.strictIds to false.",
      ),
    });
    const loose = await openBench({ alicloud: { strictIds: false } });
    expect((await loose.admin("POST", "/peerings", seed)).body).toMatchObject({
      requester: { vpcId: "vpc-x", account: accountA },
      accepter: { vpcId: "vpc-y", account: accountB },
    });
  });

  test("change behind the client's back", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    const patch = async (change: object) => (await bench.admin("PATCH", `/peerings/${id}`, change)).body;
    expect(
      await patch({ name: "drifted", description: "d", tags: { new: "tag" }, bandwidth: 5 }),
    ).toMatchObject({
      status: "active",
      name: "drifted",
      tags: { new: "tag" },
    });
    expect((await bench.a("GetVpcPeerConnectionAttribute", { InstanceId: id })).body).toMatchObject({
      Name: "drifted",
      Description: "d",
      Bandwidth: 5,
      Tags: [{ Key: "new", Value: "tag" }],
    });
    for (const [change, status, word] of [
      [{ status: "rejected" }, "rejected", "Rejected"],
      [{ cloudStatus: "Deleted" }, "deleted", "Deleted"],
      [{ cloudStatus: "Accepting", status: "active" }, "pending", "Accepting"],
      [{ cloudStatus: "Frozen" }, "pending", "Frozen"],
      [{ cloudStatus: "Frozen", status: "active" }, "active", "Frozen"],
      [{ status: "updating" }, "updating", "Updating"],
    ] as const) {
      expect(await patch(change)).toMatchObject({ status, cloudStatus: word });
      expect(await statusOf(bench.a, id)).toBe(word);
    }
    await bench.advance(1_000_000);
    expect(await statusOf(bench.a, id)).toBe("Updating");
    expect(await patch({ status: "pending", expiresAt: new Date(0).toISOString() })).toBeDefined();
    expect(await statusOf(bench.a, id)).toBe("Expired");
  });

  test("go at once", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    expect((await bench.admin("DELETE", `/peerings/${id}`)).body).toMatchObject({ id, deleted: true });
    expect(await statusOf(bench.a, id)).toBe("ResourceNotFound.InstanceId");
    await create(bench.a, sameAccount);
  });

  test("refuse what makes no sense", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    const ends = { requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1app01" } };
    for (const [method, path, body, status, message] of [
      [
        "PATCH",
        `/peerings/${id}`,
        { status: "asleep" },
        400,
        /^status is "asleep": must be one of .*"pending"/,
      ],
      ["PATCH", `/peerings/${id}`, { status: "failed" }, 400, /alicloud has no word for the status "failed"/],
      ["PATCH", `/peerings/${id}`, { id: "pcc-2" }, 400, /cannot change/],
      ["PATCH", `/peerings/${id}`, { colour: "red" }, 400, /^colour is not a field known here/],
      ["PATCH", "/peerings/pcc-none", {}, 404, "There is no peering pcc-none."],
      ["DELETE", "/peerings/pcc-none", undefined, 404, "There is no peering pcc-none."],
      ["POST", "/peerings", { ...ends, cloud: "aws" }, 400, /^cloud is "aws": must be one of/],
      ["POST", "/peerings", { ...ends, cloud: "alicloud", id }, 409, /already/],
      ["POST", "/clock", { advanceMs: "1" }, 400, /advanceMs/],
      ["POST", "/faults", { cloud: "alicloud", action: "*", fault: { type: "explode" } }, 400, /fault/],
      ["DELETE", "/faults/fault-9", undefined, 404, "There is no fault fault-9."],
      ["PUT", "/peerings", {}, 405, "/_emulator/peerings takes GET, POST, not PUT."],
      ["GET", "/nothing", undefined, 404, "There is no /_emulator/nothing in the admin API."],
    ] as const) {
      expect(await bench.admin(method, path, body)).toEqual({ status, body: error(message) });
    }
    const bad = await fetch(`${bench.url}/_emulator/clock`, { method: "POST", body: "{" });
    expect([bad.status, await bad.json()]).toEqual([400, error("The body is not JSON.")]);
  });
});
