import {
  app,
  ask,
  codeOf,
  create,
  elsewhere,
  hub,
  openBench,
  partner,
  PEERINGS,
  projectA,
  projectB,
  type Result,
} from "./support";

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string;
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string;
const peering = (result: Result) => result.body["peering"] as Record<string, unknown>;
const refusal = (result: Result) => [result.status, codeOf(result)];

describe("a connection", () => {
  test("within a project is active at once, with every field, in an envelope", async () => {
    const { a } = await openBench();
    const made = await a("POST", PEERINGS, {}, ask(app));
    expect(made.status).toBe(201);
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(made.body).toEqual({
      peering: {
        id: uuid,
        name: "one",
        status: "ACTIVE",
        description: "",
        request_vpc_info: { vpc_id: hub, tenant_id: projectA },
        accept_vpc_info: { vpc_id: app, tenant_id: projectA },
        created_at: time,
        updated_at: time,
      },
    });
    const shown = await a("GET", `${PEERINGS}/${String(peering(made)["id"])}`);
    expect([shown.status, shown.body]).toEqual([200, made.body]);
  });

  test("between projects waits, is accepted by the other side only, and once; the answer is bare", async () => {
    const bench = await openBench();
    const id = await create(bench, partner, projectB);
    expect(peering(await bench.b("GET", `${PEERINGS}/${id}`))["status"]).toBe("PENDING_ACCEPTANCE");
    expect(refusal(await bench.a("PUT", `${PEERINGS}/${id}/accept`))).toEqual([403, "PolicyNotAuthorized"]);
    const accepted = await bench.b("PUT", `${PEERINGS}/${id}/accept`);
    expect([accepted.status, accepted.body["id"], accepted.body["status"]]).toEqual([200, id, "ACTIVE"]);
    for (const verb of ["accept", "reject"]) {
      const again = await bench.b("PUT", `${PEERINGS}/${id}/${verb}`);
      expect(refusal(again)).toEqual([409, "VpcPeeringActionNotPermitted"]);
      expect(again.body).toEqual({
        NeutronError: {
          type: "VpcPeeringActionNotPermitted",
          message: "The action is not permitted in status ACTIVE, only in PENDING_ACCEPTANCE.",
          detail: "",
        },
      });
    }
  });

  test("that was rejected, or lapsed, stays so and blocks its pair until it is deleted", async () => {
    const bench = await openBench();
    const id = await create(bench, partner, projectB);
    const rejected = await bench.b("PUT", `${PEERINGS}/${id}/reject`);
    expect([rejected.status, rejected.body["status"]]).toEqual([200, "REJECTED"]);
    const again = () => bench.a("POST", PEERINGS, {}, ask(partner, projectB));
    expect(refusal(await again())).toEqual([409, "VpcPeeringExist"]);
    expect((await bench.b("DELETE", `${PEERINGS}/${id}`)).status).toBe(204);
    const next = String(peering(await again())["id"]);
    await bench.advance(604_800_000);
    expect(peering(await bench.a("GET", `${PEERINGS}/${next}`))["status"]).toBe("EXPIRED");
  });

  test("joins a pair of VPCs once, whichever of them asks", async () => {
    const { a } = await openBench();
    expect((await a("POST", PEERINGS, {}, ask(app))).status).toBe(201);
    const back = {
      peering: { name: "back", request_vpc_info: { vpc_id: app }, accept_vpc_info: { vpc_id: hub } },
    };
    for (const body of [ask(app), back])
      expect(refusal(await a("POST", PEERINGS, {}, body))).toEqual([409, "VpcPeeringExist"]);
  });

  test("is changed in name and description by either side, in any status; an empty description clears it", async () => {
    const bench = await openBench();
    const id = await create(bench, partner, projectB);
    const put = (fields: object) => bench.b("PUT", `${PEERINGS}/${id}`, {}, { peering: fields });
    await bench.advance(5_000);
    const changed = await put({ name: "two", description: "Second" });
    expect([changed.status, peering(changed)]).toMatchObject([200, { name: "two", description: "Second" }]);
    expect(peering(changed)["updated_at"]).not.toBe(peering(changed)["created_at"]);
    expect(peering(await put({ description: "" }))).toMatchObject({ name: "two", description: "" });
    expect(refusal(await put({}))).toEqual([400, "HTTPBadRequest"]);
    expect(refusal(await put({ status: "ACTIVE" }))).toEqual([400, "HTTPBadRequest"]);
  });

  test("is deleted with its routes on both sides; after that it is not there", async () => {
    const bench = await openBench();
    const id = await create(bench);
    const gone = await bench.a("DELETE", `${PEERINGS}/${id}`);
    expect([gone.status, gone.text]).toEqual([204, ""]);
    for (const method of ["GET", "DELETE"])
      expect(refusal(await bench.a(method, `${PEERINGS}/${id}`))).toEqual([404, "ResourceNotFound"]);
  });

  test("of others is not there", async () => {
    const bench = await openBench();
    const id = await create(bench, partner, projectB);
    for (const method of ["GET", "DELETE"])
      expect(refusal(await bench.c(method, `${PEERINGS}/${id}`))).toEqual([404, "ResourceNotFound"]);
  });
});

describe("what is asked", () => {
  test.each([
    ["no body", undefined],
    ["no peering", {}],
    ["no name", { peering: { request_vpc_info: { vpc_id: hub }, accept_vpc_info: { vpc_id: app } } }],
    ["a name of no length", ask(app, undefined, { name: "" })],
    ["a name of 65 characters", ask(app, undefined, { name: "n".repeat(65) })],
    ["a description of 256 characters", ask(app, undefined, { description: "d".repeat(256) })],
    ["a description with <", ask(app, undefined, { description: "a < b" })],
    ["an unknown field", ask(app, undefined, { tags: [] })],
    ["an id that is no UUID", ask("vpc-1")],
  ])("is refused with %s", async (_, body) => {
    const { a } = await openBench();
    expect(refusal(await a("POST", PEERINGS, {}, body))).toEqual([400, "HTTPBadRequest"]);
  });

  test.each([
    ["another region", ask(elsewhere)],
    ["another project that is not named", ask(partner)],
    ["no project", ask(app, "dddd0000000000000000000000000004")],
    ["nowhere", ask("ffffffff-0000-4000-8000-000000000001")],
    ["the requester itself", ask(hub)],
  ])("is refused with an accepter in %s", async (_, body) => {
    const { a } = await openBench();
    expect(refusal(await a("POST", PEERINGS, {}, body))).toEqual([400, "InvalidInput"]);
  });

  test("may name the requester's project as an empty text, and 64 and 255 characters", async () => {
    const { a } = await openBench();
    const texts = { name: "名".repeat(64), description: "d".repeat(255) };
    const body = ask(app, "", { ...texts, request_vpc_info: { vpc_id: hub, tenant_id: "" } });
    expect(peering(await a("POST", PEERINGS, {}, body))).toMatchObject(texts);
  });

  test.each([
    ["gateway", "gateway", { error_code: "APIGW.0101" }],
    ["gatewayWithoutCode", "gatewayWithoutCode", { message: "API not found" }],
    ["C", "gateway", { error_code: "APIGW.0101" }],
    ["E", "gatewayWithoutCode", { message: "API not found" }],
  ] as const)(
    "of a path that is no API gets a 404 of shape %s, which is %s",
    async (unknownPathShape, name, body) => {
      const { a, world } = await openBench({ huaweicloud: { guesses: { unknownPathShape } } });
      const result = await a("GET", "/v2.0/vpc/peering");
      expect([result.status, result.body]).toMatchObject([404, body]);
      expect(world.huaweicloud.guesses.unknownPathShape).toBe(name);
    },
  );
});

describe("settings", () => {
  test("whose VPCs are connected without an acceptance", async () => {
    const vpcs = [
      { vpcId: hub, projectId: projectA, region: "cn-north-4" },
      { vpcId: app, projectId: "cccc0000000000000000000000000003", region: "cn-north-4" },
    ];
    const guesses = { sameTenantIs: "domain" } as const;
    const domain = await openBench({ huaweicloud: { vpcs, guesses } });
    expect(peering(await domain.a("POST", PEERINGS, {}, ask(app)))["status"]).toBe("ACTIVE");
    const project = await openBench({ huaweicloud: { vpcs } });
    const body = ask(app, "cccc0000000000000000000000000003");
    expect(peering(await project.a("POST", PEERINGS, {}, body))["status"]).toBe("PENDING_ACCEPTANCE");
  });

  test("how a refusal is told", async () => {
    const duplicate = { status: 400, type: "Other", message: "No: %s" };
    const bench = await openBench({ huaweicloud: { guesses: { duplicate } } });
    await create(bench);
    const second = await bench.a("POST", PEERINGS, {}, ask(app));
    expect([second.status, second.body]).toEqual([
      400,
      { NeutronError: { type: "Other", message: `No: ${hub} and ${app}`, detail: "" } },
    ]);
  });

  test("how long a new connection is invisible, and a deleted one visible", async () => {
    const guesses = { invisibleAfterCreateMs: 600_000, visibleAfterDeleteMs: 600_000 };
    const bench = await openBench({ huaweicloud: { guesses } });
    const id = await create(bench);
    const show = () => bench.a("GET", `${PEERINGS}/${id}`);
    expect((await show()).status).toBe(404);
    expect((await bench.a("GET", PEERINGS)).body["peerings"]).toEqual([]);
    expect((await bench.a("POST", PEERINGS, {}, ask(app))).status).toBe(409);
    await bench.advance(600_000);
    expect((await show()).status).toBe(200);
    await bench.a("DELETE", `${PEERINGS}/${id}`);
    expect(peering(await show())["status"]).toBe("ACTIVE");
    expect((await bench.a("DELETE", `${PEERINGS}/${id}`)).status).toBe(204);
    await bench.advance(600_000);
    expect((await show()).status).toBe(404);
  });

  test("whether requests lapse", async () => {
    const bench = await openBench({ huaweicloud: { guesses: { requestsExpire: false } } });
    const id = await create(bench, partner, projectB);
    await bench.advance(10 * 604_800_000);
    expect(peering(await bench.a("GET", `${PEERINGS}/${id}`))["status"]).toBe("PENDING_ACCEPTANCE");
  });
});
