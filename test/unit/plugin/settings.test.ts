import { UNKNOWN } from "../../../src/model/unknown";
import { complaintsAboutBlocks, secured } from "../../../src/plugin/settings";
import { settingsIn } from "../../../src/provider/clouds/kit/blocks";
import { fromStruct, secretsIn, toStruct } from "../../../src/plugin/struct";

const block = { region: "cn-hangzhou", accessKey: "LTAIx", secretKey: "s" };

test("what is misspelt is named with what was meant; what is not known yet passes", () => {
  expect(complaintsAboutBlocks({ alicloud: { regoin: "x" }, alibaba: {} })).toEqual([
    expect.stringContaining("alibaba: a provider has no such block."),
    expect.stringContaining("alicloud.regoin: there is no such setting. Did you mean `region`?"),
  ]);
  expect(complaintsAboutBlocks({ alicloud: UNKNOWN, tencentcloud: { region: UNKNOWN } })).toEqual([]);
});

test.each(["{region: cn-hangzhou}", "cn-hangzhou", "[]", ["cn-hangzhou"], 5, true])(
  "a block that is no object is refused and not shown, else keys of the environment would be taken for its: %j",
  (alicloud) => {
    expect(complaintsAboutBlocks({ alicloud })).toEqual([
      "alicloud is no object: give its settings as one, or as the JSON of one.",
    ]);
  },
);

test.each([JSON.stringify(block), "{}", "", null])("a block in JSON, or none, passes: %j", (alicloud) => {
  expect(complaintsAboutBlocks({ alicloud })).toEqual([]);
});

test("what a stack's config says to its program is no misspelt block", () => {
  expect(complaintsAboutBlocks({ door: "plugin", organization: "acme", preflight: "true" })).toEqual([]);
});

test("keys are secret whether or not the program says so, and can still be read", () => {
  const struct = toStruct(secured({ alicloud: block }));
  expect(JSON.stringify(struct.toJavaScript())).toContain("1b47061264138c4ac30d75fd1eb44270");
  expect(secretsIn(struct)).toEqual(new Set(["alicloud"]));
  expect(fromStruct(struct)).toEqual({ alicloud: block });
  const asJson = toStruct(secured({ alicloud: JSON.stringify(block) }));
  expect(secretsIn(asJson)).toEqual(new Set(["alicloud"]));
});

test("what is null is as good as left out, at every depth", () => {
  const assumeRole = { roleArn: "r", policy: null, nothing: null };
  const given = {
    alicloud: { ...block, profile: null, nothing: null, assumeRole },
    tencentcloud: null,
    none: null,
  };
  expect(complaintsAboutBlocks(given)).toEqual([]);
  const settings = settingsIn(given);
  expect([settings("alicloud:profile"), settings("tencentcloud:region")]).toEqual([undefined, undefined]);
  expect(settings("alicloud:assumeRole")).toEqual({ roleArn: "r" });
});
