import { app, codeOf, elsewhere, hub, openBench, partner, projectA, projectB, resultOf } from "./support";

test("VPCs are read by their own project, with errors in the shape of version 1", async () => {
  const { a } = await openBench();
  const one = await a("GET", `/v1/${projectA}/vpcs/${hub}`);
  expect([one.status, one.body]).toMatchObject([200, { vpc: { id: hub, cidr: "10.0.0.0/16" } }]);
  expect((await a("GET", `/v1/${projectA}/vpcs`)).body["vpcs"]).toHaveLength(4);
  const foreign = await a("GET", `/v1/${projectB}/vpcs/${partner}`);
  expect([foreign.status, codeOf(foreign)]).toEqual([400, "VPC.0007"]);
  const none = await a("GET", `/v1/${projectA}/vpcs/${partner}`);
  expect([none.status, none.body]).toEqual([
    404,
    { code: "VPC.0003", message: `VPC ${partner} does not exist.` },
  ]);
});

test("VPCs are listed by their ids, and in version 3 by several of them, and by their blocks", async () => {
  const { a, url } = await openBench();
  const [v1, v3] = [`/v1/${projectA}/vpcs`, `/v3/${projectA}/vpc/vpcs`];
  const idsIn = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
    (body["vpcs"] as { id: string }[]).map(({ id }) => id);
  expect(idsIn(await a("GET", v1, { id: app }))).toEqual([app]);
  expect(idsIn(await a("GET", v3, { cidr: "10.1.0.0/16" }))).toEqual([app]);
  expect(idsIn(await a("GET", v3, { id: partner }))).toEqual([]);
  const { headers } = await a(
    "POST",
    "/v3/auth/tokens",
    {},
    {
      auth: {
        identity: {
          methods: ["hw_ak_sk"],
          hw_ak_sk: { access: { key: "HWFAKEAKA" }, secret: { key: "fakesecretA" } },
        },
      },
    },
  );
  const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
  const both = await resultOf(await fetch(`${url}${v3}?id=${hub}&id=${app}`, { headers: token }));
  expect(idsIn(both)).toEqual([hub, app]);
});

test("pages of VPCs say in version 3 where they begin and how to go on", async () => {
  const { a } = await openBench();
  const page = async (marker: string) =>
    (await a("GET", `/v3/${projectA}/vpc/vpcs`, { limit: "3", marker })).body["page_info"];
  const [first, third, last] = [hub, elsewhere, "a0000000-0000-4000-8000-000000000004"];
  expect(await page("")).toEqual({ previous_marker: first, current_count: 3, next_marker: third });
  expect(await page(third)).toEqual({ previous_marker: last, current_count: 1 });
  for (const path of [`/v1/${projectA}/vpcs`, `/v3/${projectA}/vpc/vpcs`]) {
    const refused = await a("GET", path, { marker: "odd" });
    expect([refused.status, codeOf(refused)]).toEqual([400, "VPC.0101"]);
  }
});

test("quotas are told of one kind, or of each", async () => {
  const { a } = await openBench();
  const { body } = await a("GET", `/v1/${projectA}/quotas`);
  expect(body).toMatchObject({
    quotas: {
      resources: [
        { type: "vpcPeer", used: 0, quota: 50 },
        { type: "vpcContainRoutetable" },
        { type: "routetableContainRoutes", quota: 200 },
      ],
    },
  });
  const unknown = await a("GET", `/v1/${projectA}/quotas`, { type: "odd" });
  expect([unknown.status, codeOf(unknown)]).toEqual([400, "VPC.1207"]);
});
