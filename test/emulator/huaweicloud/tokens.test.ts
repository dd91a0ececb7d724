import { hub, openBench, PEERINGS, projectA, projectB, projectC } from "./support";

const user = { name: "HWFAKEAKA", password: "fakesecretA" };

/** Comes for a token with a user's name and password. */
async function signIn(url: string, who: object, scope?: object) {
  const identity = { methods: ["password"], password: { user: who } };
  const answer = await fetch(`${url}/v3/auth/tokens`, {
    method: "POST",
    body: JSON.stringify({ auth: { identity, ...(scope && { scope }) } }),
  });
  const { token } = (await answer.json()) as { token?: Record<string, unknown> };
  return { status: answer.status, token, text: answer.headers.get("x-subject-token") ?? "" };
}

function get(url: string, path: string, token: string): Promise<Response> {
  return fetch(url + path, { headers: { "x-auth-token": token } });
}

const domain = { id: "d1", name: "d1" };

test.each([
  ["no scope", undefined, projectA],
  ["a project's id", { project: { id: projectC } }, projectC],
  [
    "a region's name and the account's id",
    { project: { name: "cn-north-4", domain: { id: "d1" } } },
    projectA,
  ],
  [
    "a region's name and the account's name",
    { project: { name: "cn-north-4", domain: { name: "d1" } } },
    projectA,
  ],
])("a token with %s is for a project", async (_, scope, projectId) => {
  const { url, a } = await openBench();
  const { status, token, text } = await signIn(url, { ...user, domain: { name: "d1" } }, scope);
  expect(status).toBe(201);
  expect(token).toMatchObject({
    methods: ["password"],
    project: { id: projectId, domain },
    user: { domain },
  });
  expect(token).not.toHaveProperty("domain");
  expect((await get(url, `/v1/${projectId}/vpcs`, text)).status).toBe(200);
  expect((await a("GET", PEERINGS)).status).toBe(200);
});

test.each([[{ id: "d1" }], [{ name: "d1" }]])(
  "a token with the account %j finds projects, and is for no call of a project",
  async (scope) => {
    const { url } = await openBench();
    const { status, token, text } = await signIn(url, user, { domain: scope });
    expect(status).toBe(201);
    expect(token).toMatchObject({ domain });
    expect(token).not.toHaveProperty("project");
    const { projects } = (await (await get(url, "/v3/projects", text)).json()) as {
      projects: { id: string }[];
    };
    expect(projects.map(({ id }) => id)).toEqual([projectA, projectC]);
    const refused = await get(url, PEERINGS, text);
    expect([refused.status, await refused.json()]).toMatchObject([403, { error_code: "APIGW.0302" }]);
  },
);

test("a user may be named by an id, and has a right password, account and scope, or gets no token", async () => {
  const { url } = await openBench();
  const status = async (who: object, scope?: object) => (await signIn(url, who, scope)).status;
  expect(await status({ id: user.name, password: user.password })).toBe(201);
  expect(await status({ ...user, password: "other" })).toBe(401);
  expect(await status({ ...user, domain: { name: "d2" } })).toBe(401);
  expect(await status({ password: user.password })).toBe(401);
  expect(await status(user, { domain: { id: "d2" } })).toBe(403);
  expect(await status(user, { project: { id: projectB } })).toBe(403);
});

test("a VPC is read in version 3, and its tags, by its project alone", async () => {
  const blocks = ["10.0.0.0/16", "10.64.0.0/16"];
  const vpc = { vpcId: hub, projectId: projectA, region: "cn-north-4", cidrBlocks: blocks };
  const hidden = { ...vpc, vpcId: "a0000000-0000-4000-8000-000000000009", hidden: true };
  const bench = await openBench({ huaweicloud: { vpcs: [vpc, hidden] } });
  const { a, b } = bench;
  const show = (id: string) => `/v3/${projectA}/vpc/vpcs/${id}`;
  expect((await a("GET", show(hub))).body["vpc"]).toMatchObject({
    id: hub,
    cidr: "10.0.0.0/16",
    extend_cidrs: ["10.64.0.0/16"],
    status: "ACTIVE",
    project_id: projectA,
  });
  expect((await a("GET", `/v2.0/${projectA}/vpcs/${hub}/tags`)).body).toEqual({ tags: [] });
  expect(await a("GET", show(hidden.vpcId))).toMatchObject({ status: 403, body: { code: "VPC.2201" } });
  expect((await b("GET", show(hub))).status).toBe(400);
  for (const path of [show("nowhere"), `/v2.0/${projectA}/vpcs/nowhere/tags`])
    expect(await a("GET", path)).toMatchObject({ status: 404, body: { code: "VPC.0003" } });
  const fault = { type: "error", code: "VPC.0105" };
  await bench.admin("POST", "/faults", { cloud: "huaweicloud", action: "ShowVpcTags", vpcId: hub, fault });
  expect((await a("GET", `/v2.0/${projectA}/vpcs/${hub}/tags`)).status).toBe(500);
});
