import {
  app,
  type Bench,
  client,
  codeOf,
  create,
  hub,
  openBench,
  partner,
  PEERINGS,
  projectA,
  projectB,
} from "./support";

/** Seeds connections with ids in an order that is not that of their making. */
async function seed(bench: Bench, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => {
    const digit = ((index * 3) % count).toString(16).padStart(4, "0");
    return `${digit.padStart(8, "0")}-0000-4000-8000-000000000000`;
  });
  for (const id of ids) {
    const accepter = { vpcId: app };
    await bench.admin("POST", "/peerings", { cloud: "huaweicloud", id, requester: { vpcId: hub }, accepter });
  }
  return [...ids].sort();
}

const idsOf = (body: Readonly<Record<string, unknown>>) =>
  (body["peerings"] as { id: string }[]).map(({ id }) => id);

test("pages go on after the last id, in ascending order, and end with an empty one", async () => {
  const bench = await openBench();
  const ids = await seed(bench, 7);
  const page = async (query: Record<string, string>) => (await bench.a("GET", PEERINGS, query)).body;
  expect(idsOf(await page({ marker: "" }))).toEqual(ids);
  const first = await page({ limit: "3" });
  expect(idsOf(first)).toEqual(ids.slice(0, 3));
  expect(first["peerings_links"]).toEqual([
    { href: `${bench.url}${PEERINGS}?limit=3&marker=${ids[2]}`, rel: "next" },
  ]);
  const last = await page({ limit: "4", marker: ids[2] ?? "" });
  expect(idsOf(last)).toEqual(ids.slice(3));
  expect(last).not.toHaveProperty("peerings_links");
  expect(idsOf(await page({ marker: ids[6] ?? "" }))).toEqual([]);
  expect(idsOf(await page({ limit: "2", marker: ids[4] ?? "", page_reverse: "True" }))).toEqual(
    ids.slice(2, 4),
  );
});

test.each([
  ["marker", "nonsense"],
  ["limit", "many"],
  ["limit", "-1"],
])("%s=%s is refused", async (name, value) => {
  const { a } = await openBench();
  const result = await a("GET", PEERINGS, { [name]: value });
  expect([result.status, codeOf(result)]).toEqual([400, "HTTPBadRequest"]);
});

test.each([
  ["href", [{ href: expect.any(String) as string, rel: "next" }]],
  ["marker", [{ marker: "00000000-0000-4000-8000-000000000000", rel: "next" }]],
  ["nothing", []],
] as const)("links that hold %s", async (linksHold, links) => {
  const bench = await openBench({ huaweicloud: { guesses: { linksHold } } });
  await seed(bench, 2);
  expect((await bench.a("GET", PEERINGS, { limit: "1" })).body["peerings_links"]).toEqual(links);
});

test("filters by either end's VPC and project, by id, name, and status in capitals", async () => {
  const bench = await openBench();
  const [one, two] = [await create(bench, app), await create(bench, partner, projectB)];
  const list = async (query: Record<string, string>) => idsOf((await bench.a("GET", PEERINGS, query)).body);
  expect(await list({ vpc_id: hub })).toEqual([one, two].sort());
  expect(await list({ vpc_id: partner })).toEqual([two]);
  expect(await list({ tenant_id: projectB })).toEqual([two]);
  expect(await list({ tenant_id: projectA })).toHaveLength(2);
  expect(await list({ id: one })).toEqual([one]);
  expect(await list({ name: "one" })).toHaveLength(2);
  expect(await list({ name: "on" })).toEqual([]);
  expect(await list({ status: "PENDING_ACCEPTANCE" })).toEqual([two]);
  expect(await list({ status: "pending_acceptance" })).toEqual([]);
  expect(idsOf((await bench.b("GET", PEERINGS)).body)).toEqual([two]);
  expect(idsOf((await bench.c("GET", PEERINGS)).body)).toEqual([]);
});

test("one call too many in five minutes gets the gateway's 429; each project and call has a limit of its own", async () => {
  const bench = await openBench({ limits: { huaweicloudPer5Minutes: 2 } });
  const list = () => bench.a("GET", PEERINGS);
  expect([(await list()).status, (await list()).status]).toEqual([200, 200]);
  const refused = await list();
  expect([refused.status, refused.body]).toEqual([
    429,
    {
      error_msg:
        "The throttling threshold has been reached: policy user over ratelimit,limit:2,time:5 minute",
      error_code: "APIGW.0308",
      request_id: refused.headers.get("x-request-id"),
    },
  ]);
  expect((await bench.b("GET", PEERINGS)).status).toBe(200);
  expect((await bench.a("GET", `${PEERINGS}/none`)).status).toBe(404);
  await bench.advance(300_000);
  expect((await list()).status).toBe(200);
});

test("a name that is too long is refused where there is nothing to list, too", async () => {
  const { a } = await openBench();
  expect(codeOf(await a("GET", PEERINGS, { name: "x".repeat(65) }))).toBe("HTTPBadRequest");
});

test("the quota counts what is accepted on both sides, and what waits on the requester's only", async () => {
  const vpcs = ["1", "2", "3"].flatMap((last) => [
    { vpcId: `a0000000-0000-4000-8000-00000000000${last}`, projectId: projectA, region: "cn-north-4" },
    { vpcId: `b0000000-0000-4000-8000-00000000000${last}`, projectId: projectB, region: "cn-north-4" },
  ]);
  const bench = await openBench({ huaweicloud: { vpcs }, quotas: { huaweicloud: { perProject: 1 } } });
  const quota = async (who: "a" | "b", project: string) =>
    (await bench[who]("GET", `/v1/${project}/quotas`, { type: "vpcPeer" })).body;
  const first = await create(bench, partner, projectB);
  expect(await quota("a", projectA)).toEqual({
    quotas: { resources: [{ type: "vpcPeer", used: 1, quota: 1, min: 0 }] },
  });
  expect(await quota("b", projectB)).toMatchObject({ quotas: { resources: [{ used: 0 }] } });
  await expect(create(bench, "b0000000-0000-4000-8000-000000000002", projectB)).rejects.toThrow("OverQuota");

  // The accepter's own connection uses its quota up, so it cannot accept another.
  const ends = (a: string, b: string) => ({
    request_vpc_info: { vpc_id: a },
    accept_vpc_info: { vpc_id: b },
  });
  const own = { peering: { name: "own", ...ends(partner, "b0000000-0000-4000-8000-000000000003") } };
  expect((await bench.b("POST", PEERINGS, {}, own)).status).toBe(201);
  const refused = await bench.b("PUT", `${PEERINGS}/${first}/accept`);
  expect([refused.status, codeOf(refused)]).toEqual([409, "OverQuota"]);
});

test("IAM tells projects by name, and the account; it makes no project", async () => {
  const { a, url } = await openBench();
  const projects = async (query: Record<string, string>) =>
    ((await a("GET", "/v3/projects", query)).body["projects"] as { id: string; name: string }[]).map(
      ({ id, name }) => [id, name],
    );
  expect(await projects({ name: "cn-east-3" })).toEqual([[projectA, "cn-east-3"]]);
  expect(await projects({ name: "nonsense" })).toEqual([]);
  expect((await a("GET", "/v3/auth/domains")).body["domains"]).toMatchObject([{ id: "d1" }]);
  const refused = await a("POST", "/v3/projects", {}, { project: { name: "cn-east-3" } });
  expect([refused.status, refused.body["error"]]).toMatchObject([403, { code: 403, title: "Forbidden" }]);
  expect((await client(url, "HWFAKEAKA", "wrong")("GET", "/v3/projects")).status).toBe(401);
});

test("an agency's keys act in the account that made it, until they end", async () => {
  const bench = await openBench({ huaweicloud: { agencies: ["peering"] } });
  const identity = (agency_name: string, domain_name = "d2") => ({
    auth: { identity: { methods: ["assume_role"], assume_role: { agency_name, domain_name } } },
  });
  const path = "/v3.0/OS-CREDENTIAL/securitytokens";
  const { status, body } = await bench.a("POST", path, {}, identity("peering"));
  expect(status).toBe(201);
  const { access, secret, securitytoken } = body["credential"] as Record<string, string>;
  const asB = client(bench.url, access ?? "", secret ?? "");
  const headers = { "x-security-token": securitytoken ?? "", "x-project-id": projectB };
  expect((await asB.but({ headers })("GET", PEERINGS)).status).toBe(200);
  await bench.advance(900_000);
  expect((await asB.but({ headers })("GET", PEERINGS)).status).toBe(401);
  for (const wrong of [identity("other"), identity("peering", "d9"), {}]) {
    expect([400, 404]).toContain((await bench.a("POST", path, {}, wrong)).status);
  }
});

test("faults come in the shape of their code", async () => {
  const bench = await openBench();
  const id = await create(bench);
  const shapes = [
    [{ code: "APIGW.0308" }, 429, "error_code"],
    [{ code: "VPC.0103" }, 409, "code"],
    [{ code: "OverQuota" }, 409, "NeutronError"],
    [{ code: "Anything", status: 503 }, 503, "NeutronError"],
    [{ code: "IAM.0001", status: 403 }, 403, "error"],
    [{ code: "X", status: 404, shape: "gatewayWithoutCode" }, 404, "message"],
    [{ code: "X", status: 404, shape: "E" }, 404, "message"],
    [{ code: "X", status: 404, shape: "service" }, 404, "code"],
  ] as const;
  for (const [error, status, field] of shapes) {
    const fault = { type: "error", ...error };
    await bench.admin("POST", "/faults", { cloud: "huaweicloud", action: "ShowVpcPeering", fault });
    const result = await bench.a("GET", `${PEERINGS}/${id}`);
    expect([result.status, Object.keys(result.body)]).toEqual([status, expect.arrayContaining([field])]);
  }
  const rows = await bench.requests();
  expect(rows.slice(-8).map(({ action, account, region }) => [action, account, region])).toEqual(
    Array(8).fill(["ShowVpcPeering", projectA, "cn-north-4"]),
  );
});
