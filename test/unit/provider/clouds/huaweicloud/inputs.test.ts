import { complaints, defaultName } from "../../../../../src/provider/clouds/huaweicloud/inputs";
import { UNKNOWN } from "../../../../../src/model/unknown";

const vpc = (last: number) => `a0000000-0000-4000-8000-00000000000${last}`;
const good = {
  cloud: "huaweicloud",
  requester: { vpcId: vpc(1), region: "cn-north-4" },
  accepter: { vpcId: vpc(2), region: "cn-north-4", projectId: "aaaa0000000000000000000000000001" },
  name: "hub-app_1.2",
  description: "Hub to app",
};

test("good inputs, unknown ones and an empty description pass", () => {
  expect(complaints.connection(good)).toEqual([]);
  expect(complaints.connection({ ...good, description: "", name: "总部" })).toEqual([]);
  const unknown = { vpcId: UNKNOWN, region: UNKNOWN, projectId: UNKNOWN };
  expect(complaints.connection({ ...good, requester: unknown, accepter: unknown, name: UNKNOWN })).toEqual(
    [],
  );
  expect(complaints.connection({ ...good, accepter: UNKNOWN })).toEqual([]);
});

test.each([
  [{ name: "" }, /^name is "": it must be 1 to 64 letters/],
  [{ name: "a b" }, /^name is "a b"/],
  [{ name: "n".repeat(65) }, /^name is/],
  [{ description: "a <b>" }, /^description is "a <b>": it must be at most 224 characters, without < and >/],
  [
    { description: "d".repeat(225) },
    /^description is "d{80}…" \(225 characters\): it must be at most 224 characters/,
  ],
  [{ requester: { vpcId: "vpc-1", region: "cn-north-4" } }, /^requester\.vpcId is "vpc-1"/],
  [
    { accepter: { ...good.accepter, projectId: "123" } },
    /^accepter\.projectId is "123".*not the account's id/,
  ],
  [
    { accepter: { ...good.accepter, accountId: "1" } },
    /^accepter\.accountId: this cloud has no such property/,
  ],
  [{ accepter: { ...good.accepter, region: "cn-east-3" } }, /one region only\. .*Cloud Connect/],
  [{ accepter: { ...good.requester } }, /a VPC cannot be connected with itself/],
  [{ tags: {} }, /^tags: Huawei Cloud has no such property, since connections have no tags\. Remove it\.$/],
  [{ bandwidth: 100 }, /^bandwidth: Huawei Cloud has no such property/],
  [{ linkType: "Gold" }, /^linkType: /],
  [{ qosLevel: "AU" }, /^qosLevel: /],
  [{ chargeType: "x" }, /^chargeType: .*free of charge/],
  [{ resourceGroupId: "rg" }, /^resourceGroupId: /],
  [{ forceDelete: true }, /^forceDelete: .*together with its routes/],
  [{ bandwith: 1 }, /^bandwith: this cloud has no such property\. Check its spelling/],
])("%j: one clear complaint", (change, rule) => {
  expect(complaints.connection({ ...good, ...change })).toEqual([expect.stringMatching(rule)]);
});

test("regions that are not known yet are not compared", () => {
  const accepter = { ...good.accepter, region: UNKNOWN };
  expect(complaints.connection({ ...good, accepter })).toEqual([]);
});

test.each([
  ["hub-app", "hub-app"],
  ["hub app/1 (总部)", "hub-app-1--总部-"],
  ["n".repeat(80), "n".repeat(64)],
])("the default name for %s fits", (resource, name) => {
  expect(defaultName(resource)).toBe(name);
  expect(complaints.connection({ ...good, name: defaultName(resource) })).toEqual([]);
});
