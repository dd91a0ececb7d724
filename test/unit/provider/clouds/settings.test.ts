import type { CloudName } from "../../../../src/model/clouds";
import { complaintsAboutSettings } from "../../../../src/provider/clouds/kit/settings";
import { Session } from "../../../../src/provider/lifecycle/session";

const complain = (cloud: CloudName, values: Record<string, unknown>): string[] =>
  complaintsAboutSettings(cloud, (key) => values[key]);

test.each<[CloudName, Record<string, unknown>]>([
  ["alicloud", {}],
  ["alicloud", { "alicloud:region": "", "alicloud:accessKey": "x", "alicloud:assumeRole": null }],
  ["alicloud", { "alicloud:assumeRole": { roleArn: "r", sessionExpiration: 900 } }],
  ["alicloud", { "alicloud:assumeRole": '{"roleArn":"r","of":"the official package"}' }],
  ["alicloud", { "alicloud:accountId": 1000000000000001 }],
  ["tencentcloud", { "tencentcloud:assumeRole": { roleArn: "r", sessionDuration: "900" } }],
  ["huaweicloud", { "huaweicloud:assumeRole": { agencyName: "a", domainName: "d" } }],
])("%s takes %j", (cloud, values) => {
  expect(complain(cloud, values)).toEqual([]);
});

test.each<[CloudName, Record<string, unknown>, string]>([
  ["alicloud", { "alicloud:region": 5 }, "alicloud:region is 5. Quote it."],
  ["alicloud", { "alicloud:profile": ["x"] }, 'alicloud:profile is ["x"]. It must be text.'],
  ["alicloud", { "alicloud:secretKey": { deep: "hush" } }, "alicloud:secretKey is no text. It must be text."],
  ["alicloud", { "alicloud:accountId": 2 ** 53 }, "alicloud:accountId is 9007199254740992. Quote it."],
  ["alicloud", { "alicloud:assumeRole": 5 }, "assumeRole is 5: it must be an object."],
  [
    "alicloud",
    { "alicloud:assumeRole": { rolArn: "r" } },
    "assumeRole.rolArn: this cloud has no such property. Did you mean `roleArn`?",
  ],
  [
    "tencentcloud",
    { "tencentcloud:assumeRole": { roleArn: ["r"] } },
    'assumeRole.roleArn is ["r"]: it must be text or a number.',
  ],
])("%s refuses %j", (cloud, values, told) => {
  expect(complain(cloud, values)).toEqual([told]);
});

test("nothing is done with settings that make no sense; an account may be a number", async () => {
  const session = (values: Record<string, unknown>): Session => new Session((key) => values[key]);
  await expect(session({ "alicloud:region": 5 }).open("alicloud")).rejects.toThrow(
    "alicloud:region is 5. Quote it.",
  );
  expect(session({ "alicloud:accountId": 1000000000000001 }).declaredAccount("alicloud")).toBe(
    "1000000000000001",
  );
});
