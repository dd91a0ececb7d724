import { settingsIn } from "../../../../../src/provider/clouds/kit/blocks";

const block = { region: "cn-hangzhou", accessKey: "LTAIx", secretKey: "s" };

test.each([
  ["as an object", block],
  ["as JSON", JSON.stringify(block)],
])("settings are found by the keys that a stack's config has, given %s", (_, alicloud) => {
  const settings = settingsIn({ alicloud, requestTimeoutMs: 500 });
  expect([settings("alicloud:region"), settings("alicloud:profile")]).toEqual(["cn-hangzhou", undefined]);
  expect(settings("vpc-peering:requestTimeoutMs")).toBe(500);
});
