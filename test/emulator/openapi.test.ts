import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../emulator/clouds";
import { adminEndpoints } from "../../emulator/admin/endpoints";
import { openBench } from "./example";

interface OpenApi {
  paths: Record<string, Record<string, { parameters?: object[]; requestBody?: object }>>;
}

const root = join(__dirname, "../..");
const openApi = JSON.parse(readFileSync(join(root, "admin.openapi.json"), "utf8")) as OpenApi;
const operations = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

test("the description of the admin API has every call that it takes, and no other", () => {
  const taken = adminEndpoints.map(({ method, path }) => `${method} /_emulator${path}`);
  expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(taken.toSorted());
});

test.each(operations.map(({ method, path, operation }) => [method, path, operation] as const))(
  "%s %s is answered as it is described",
  async (method, path, operation) => {
    const bench = await openBench();
    const { url } = bench;
    const to = `${url}${path.replace("{id}", "none")}`;
    const bare = await fetch(to, { method });
    const body = (await bare.json()) as { error?: { message: string } };
    // What needs a body says so; what is for a thing that is not there says that. Nothing else is a mistake.
    if (operation.requestBody !== undefined)
      expect(body.error?.message).toMatch(/The body is not JSON|There is no/);
    else if (path.includes("{id}")) expect(bare.status).toBe(404);
    else if (path.endsWith("/reach")) expect(body.error?.message).toMatch(/name two VPCs/);
    else expect(bare.status).toBe(200);
    expect([405, 500]).not.toContain(bare.status);
  },
);

test("the schema of world files knows every part that a world has", () => {
  const schema = JSON.parse(readFileSync(join(root, "world.schema.json"), "utf8")) as {
    properties: Record<string, { properties: Record<string, { properties: object }> }>;
  };
  const parts = ["timings", "keep", "limits", "quotas", ...clouds.map(({ name }) => name), "peerings"];
  expect(Object.keys(schema.properties)).toEqual([...parts, "conformance", "$schema"]);
  for (const { name } of clouds) {
    const guesses = schema.properties[name]?.properties["guesses"]?.properties ?? {};
    expect(Object.keys(guesses).length).toBeGreaterThan(40);
    for (const guess of Object.values(guesses)) expect(guess).toHaveProperty("description");
  }
});

test("a world file may name its schema, for editors", async () => {
  const bench = await openBench({ $schema: "./node_modules/pulumi-vpc-peering/world.schema.json" });
  expect(bench.world).not.toHaveProperty("conformance");
});
