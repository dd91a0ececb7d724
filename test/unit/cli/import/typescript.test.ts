import { runInNewContext } from "node:vm";
import fc from "fast-check";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { typescriptOf } from "../../../../src/cli/import/typescript";
import { CLOUDS } from "../../../../src/model/clouds";
import { providerClassOf } from "../../../../src/model/providerClass";
import type { Peering } from "../../../../src/model/peering";
import * as program from "../../../../src/program";
import { declaredIn, existingOn, programOf } from "./support";

/** What a program in TypeScript declares: without its imports, it is JavaScript too. */
function evaluated(text: string): unknown {
  const instances: object[] = [];
  const declarations: object[] = [];
  const names = new Map<unknown, string>();
  const replaced = (args: unknown): unknown => {
    const name = names.get(args);
    if (name !== undefined) return `instance ${name}`;
    if (Array.isArray(args) || typeof args !== "object" || args === null) return args;
    return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, replaced(value)]));
  };
  const instanceOf = (kind: string) =>
    function (this: object, name: string, args: object) {
      names.set(this, name);
      instances.push({ kind, name, args });
    };
  const declarationOf = (kind: string) =>
    function (this: object, name: string, args: object) {
      declarations.push({ kind, name, args: replaced(args) });
    };
  const setting = (name: string): string => `setting ${name}`;
  const config = { require: setting, requireSecret: setting, requireObject: setting };
  const scope = Object.fromEntries<unknown>([
    ...CLOUDS.map((cloud) => [providerClassOf(cloud), instanceOf(cloud)] as const),
    ...["VpcPeering", "VpcPeeringAccepter"].map((kind) => [kind, declarationOf(kind)] as const),
    ["pulumi", { Config: () => config }],
  ]);
  const body = text.replace(/^import [^;]*;$/gm, "").replaceAll("new pulumi.Config", "pulumi.Config");
  runInNewContext(body, scope);
  return { instances, declarations };
}

const formatted = (text: string): Promise<string> =>
  format(text, { parser: "typescript", plugins: [typescript, estree] });

/** Any text, and often what ends literals, lines and comments. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom('"', "'", "`", "\\", "\n", "\r", "\u2028", "${", "*/", "//", "a", "网", "🚀"),
  }),
);

/** Text whose width everybody agrees on. */
const plainText = fc.string({
  unit: fc.constantFrom(..."abc \"'\\\n${}网络".split(""), "long enough to be cut "),
});

/** Tencent Cloud takes whatever names and tags there are. */
function connection(text: fc.Arbitrary<string>): fc.Arbitrary<Partial<Peering>> {
  const key = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "class", "1", "a-b"));
  const isTag = (one: string): boolean =>
    one !== "" && one.length < 127 && !/^(qcs:|project$|acs:|aliyun)/i.test(one);
  return fc.record({
    name: text.filter((name) => name !== "" && Array.from(name).length <= 60),
    tags: fc.dictionary(
      key.filter(isTag),
      text.filter((value) => value.length <= 255),
    ),
  });
}

test("names and tags of any characters come back equal when the program is run", async () => {
  await fc.assert(
    fc.asyncProperty(connection(anyText), async (more) => {
      const { program: made, left } = await programOf("tencentcloud", [existingOn("tencentcloud", more)]);
      expect(left).toEqual([]);
      const [{ args } = { args: {} }] = made.declarations;
      const { name, tags } = args as unknown as Partial<Peering>;
      expect({ name, tags: tags ?? {} }).toEqual({ name: more.name, tags: more.tags });
      expect(evaluated(typescriptOf(made))).toEqual(declaredIn(made));
    }),
    { numRuns: 200 },
  );
});

test("what is left out stays in comments, whatever its name", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (name) => {
      const dead = existingOn("tencentcloud", { name, status: "rejected", cloudStatus: name });
      const { program: made } = await programOf("tencentcloud", [dead]);
      expect(evaluated(typescriptOf(made))).toEqual({ instances: [], declarations: [] });
    }),
  );
});

test("prettier would write it just so", async () => {
  await fc.assert(
    fc.asyncProperty(connection(plainText), async (more) => {
      const { program: made } = await programOf("tencentcloud", [existingOn("tencentcloud", more)], {
        configured: ["secretKey"],
      });
      const text = typescriptOf(made);
      expect(await formatted(text)).toBe(text);
    }),
  );
});

test.each(CLOUDS)("on %s: classes and settings are named as the package has them", async (cloud) => {
  const configured = ["region", "endpoint", "secretKey", "assumeRole"];
  const { program: made } = await programOf(cloud, [existingOn(cloud)], { configured });
  const text = typescriptOf(made);
  expect(Object.keys(program)).toContain(providerClassOf(cloud));
  expect(text).toContain(`new ${providerClassOf(cloud)}(`);
  expect(text).toContain('endpoint: config.require("endpoint"),');
  expect(text).toContain('secretKey: config.requireSecret("secretKey"),');
  expect(text).toContain('assumeRole: config.requireObject("assumeRole"),');
  expect(text).not.toContain('"region"');
  expect(await formatted(text)).toBe(text);
});
