import fc from "fast-check";
import { yamlOf } from "../../../../src/cli/import/yaml";
import { clouds } from "../../../clouds/index.cjs";
import { existingOn, programOf } from "./support";

// It comes with Pulumi's own SDK, without types.
const { load } = jest.requireActual<{ load: (text: string) => unknown }>("js-yaml");

/** What Pulumi makes of texts: a reference as it is, of two dollar signs one. */
function read(value: unknown): unknown {
  if (typeof value === "string") return /^\$\{[\w.-]+\}$/.test(value) ? value : value.replaceAll("$$", "$");
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [read(key), read(part)]));
}

test("a connection, with the provider of its region", async () => {
  const more = { tags: { team: "true", cost: "${x} $y" }, bandwidth: 100 };
  const { accounts, vpcs } = clouds.alicloud;
  const connection = existingOn("alicloud", { ...more, accepter: { ...vpcs.afar, account: accounts.a } });
  const { program } = await programOf("alicloud", [connection], { configured: ["secretKey"] });
  expect(yamlOf(program)).toContain("# Read with secretKey of the stack's config");
  expect(load(yamlOf(program))).toEqual({
    resources: {
      "cn-hangzhou": {
        type: "pulumi:providers:vpc-peering",
        properties: { alicloud: { region: "cn-hangzhou", accountId: accounts.a } },
      },
      "hub-app": {
        type: "vpc-peering:index:VpcPeering",
        properties: {
          cloud: "alicloud",
          requester: { vpcId: vpcs.hub.vpcId, provider: "${cn-hangzhou}" },
          accepter: vpcs.afar,
          name: "hub-app",
          tags: { cost: "$${x} $$y", team: "true" },
          bandwidth: 100,
          adopt: "pcc-1",
        },
      },
    },
  });
});

test("names and tags of any characters come back equal", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("$", "{", "}", ":", " #", "- ", '"', "\\", "\n", "\u0085", "~", "null", "🚀"),
    }),
  );
  const isTag = (key: string): boolean =>
    key !== "" && !/^(qcs:|project$|acs:|aliyun|fn::|__proto__)/i.test(key);
  const tags = fc.dictionary(text.filter(isTag), text, { minKeys: 1 });
  const name = text.filter((one) => one !== "" && Array.from(one).length <= 60);
  await fc.assert(
    fc.asyncProperty(name, tags, async (asked, given) => {
      const existing = existingOn("tencentcloud", { name: asked, tags: given });
      const { program } = await programOf("tencentcloud", [existing]);
      const { resources } = read(load(yamlOf(program))) as {
        resources: Record<string, { properties: object }>;
      };
      const [{ properties } = { properties: {} }] = Object.values(resources).slice(1);
      expect(properties).toMatchObject({ name: asked, tags: given });
    }),
    { numRuns: 200 },
  );
});

test("a tag that the language would take for a call is refused", async () => {
  const { program } = await programOf("tencentcloud", [
    existingOn("tencentcloud", { tags: { "fn::join": "x" } }),
  ]);
  expect(() => yamlOf(program)).toThrow('"fn::join" for a call of a function. Rename that tag');
});
