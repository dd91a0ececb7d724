import fc from "fast-check";
import { shown } from "../../../../../src/model/shown";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { complaints } from "../../../../../src/provider/clouds/alicloud/inputs";
import type { Inputs } from "./inputsSupport";
import { beijing, complain, hangzhou, near, valid } from "./inputsSupport";

const tagsOf = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "v"]));

describe("what Alibaba Cloud takes passes", () => {
  test.each<[string, Inputs]>([
    ["everything at once", {}],
    ["the shortest name", { name: "ab" }],
    ["the longest name", { name: "a".repeat(128) }],
    ["a name with every kind of letter", { name: "中文-Name_9" }],
    ["the shortest description", { description: "ab" }],
    ["the longest description", { description: `A${"!".repeat(255)}` }],
    [
      "a description in Chinese, with anything after its first letter",
      { description: "中: http://x 🙂\n*~'()" },
    ],
    ["a description that begins like a protocol", { description: "httpd of the hub" }],
    ["the smallest bandwidth", { bandwidth: 1 }],
    ["a large bandwidth, whose limit is a quota", { bandwidth: 100_000 }],
    ["Gold", { linkType: "Gold" }],
    ["Platinum", { linkType: "Platinum" }],
    ["Silver", { linkType: "Silver" }],
    ["no tags", { tags: {} }],
    ["as many tags as the cloud has, but for the owner's", { tags: tagsOf(19) }],
    ["an empty tag", { tags: { key: "" } }],
    ["the longest tag", { tags: { ["k".repeat(128)]: "v".repeat(128) } }],
    ["tags that only hold the cloud's words", { tags: { "my-aliyun": "on-aliyun", "x-acs:y": "z-acs:" } }],
    [
      "an account as a number that has lost no digit",
      { accepter: { ...beijing, accountId: 1000000000000002 } },
    ],
    ["an account with 18 digits", { accepter: { ...beijing, accountId: "253460731706911258" } }],
    ["a finance region", { accepter: { ...beijing, region: "cn-shenzhen-finance-1" } }],
    ["a region abroad", { accepter: { ...beijing, region: "ap-southeast-1" } }],
    ["adoption of any", { adopt: true }],
    ["adoption of one", { adopt: "pcc-guzvyqlj0n6e10" }],
    ["no adoption", { adopt: false }],
    ["forceDelete", { forceDelete: true }],
    ["a look ahead", { preflight: true }],
    ["waiting for less", { waitFor: "pending" }],
  ])("%s", (_, more) => {
    expect(complain(more)).toEqual([]);
  });

  test("the least that can be said", () => {
    expect(complaints.connection(near)).toEqual([]);
    expect(complaints.connection({ ...near, accepter: beijing })).toEqual([]);
  });
});

describe("what Alibaba Cloud refuses is complained about, by its property, its value and the rule", () => {
  test.each<[Inputs, string, unknown, RegExp]>([
    [{ name: "a" }, "name", "a", /2 to 128/],
    [{ name: "a".repeat(129) }, "name", "a".repeat(129), /2 to 128/],
    [{ name: "1ab" }, "name", "1ab", /begin with a letter/],
    [{ name: "-ab" }, "name", "-ab", /begin with a letter/],
    [{ name: "a b" }, "name", "a b", /letters, digits, underscores or hyphens/],
    [{ name: "a.b" }, "name", "a.b", /letters, digits, underscores or hyphens/],
    [{ name: "" }, "name", "", /2 to 128/],
    [{ name: 5 }, "name", 5, /2 to 128/],
    [{ description: "a" }, "description", "a", /2 to 256/],
    [{ description: "a".repeat(257) }, "description", "a".repeat(257), /2 to 256/],
    [{ description: "" }, "description", "", /2 to 256/],
    [{ description: "9 lives" }, "description", "9 lives", /begin with a letter/],
    [{ description: "http://x" }, "description", "http://x", /http:\/\//],
    [{ description: "https://x" }, "description", "https://x", /https:\/\//],
    [{ bandwidth: 0 }, "bandwidth", 0, /at least 1/],
    [{ bandwidth: -1 }, "bandwidth", -1, /at least 1/],
    [{ bandwidth: 1.5 }, "bandwidth", 1.5, /whole number of Mbit/],
    [{ bandwidth: "200" }, "bandwidth", "200", /whole number/],
    [{ linkType: "gold" }, "linkType", "gold", /"Gold", "Platinum"/],
    [{ linkType: "Copper" }, "linkType", "Copper", /"Gold", "Platinum"/],
    [{ resourceGroupId: "default" }, "resourceGroupId", "default", /rg-/],
    [{ tags: { k: "v".repeat(129) } }, "tags.k", "v".repeat(129), /128/],
    [{ tags: { k: 5 } }, "tags.k", 5, /text/],
    [{ tags: { "acs:x": "v" } }, "tags.acs:x", "v", /acs:/],
    [{ tags: { aliyunx: "v" } }, "tags.aliyunx", "v", /aliyun/],
    [{ tags: { "http://x": "v" } }, "tags.http://x", "v", /http:\/\//],
    [{ tags: { k: "see https://x" } }, "tags.k", "see https://x", /https:\/\//],
    [{ tags: { ["k".repeat(129)]: "v" } }, `tags.${"k".repeat(80)}…`, "v", /128/],
    [{ tags: { "": "v" } }, "tags.", "v", /1 to 128/],
    [{ requester: { ...hangzhou, vpcId: "hub" } }, "requester.vpcId", "hub", /id of a VPC/],
    [{ requester: { ...hangzhou, vpcId: "" } }, "requester.vpcId", "", /id of a VPC/],
    [{ accepter: { ...beijing, region: "Beijing" } }, "accepter.region", "Beijing", /region id/],
    [{ accepter: { ...beijing, region: "" } }, "accepter.region", "", /region id/],
    [{ accepter: { ...beijing, accountId: 2 ** 53 } }, "accepter.accountId", 2 ** 53, /quote it/],
    [{ accepter: { ...beijing, accountId: "me" } }, "accepter.accountId", "me", /digits/],
    [{ waitFor: "never" }, "waitFor", "never", /"active", "pending"/],
    [{ adopt: "" }, "adopt", "", /id of the connection/],
    [{ adopt: 1 }, "adopt", 1, /id of the connection/],
    [{ forceDelete: "yes" }, "forceDelete", "yes", /true or false/],
  ])("%j", (more, property, value, rule) => {
    const all = complain(more);
    const fitting = all.filter((text) => text.startsWith(`${property} is ${shown(value)}: `));
    expect(fitting.some((text) => rule.test(text))).toBe(true);
    expect(fitting).toEqual(all);
  });

  test.each<[string, Inputs]>([
    ["requester.vpcId", { requester: { region: "cn-hangzhou" } }],
    ["accepter.region", { accepter: { vpcId: "vpc-b" } }],
  ])("without %s", (property, more) => {
    expect(complain(more)).toEqual([expect.stringContaining(`${property} is missing: it must be `)]);
  });

  test("without an end at all", () => {
    for (const end of ["requester", "accepter"]) {
      const [first, ...others] = complaints.connection({ ...near, [end]: undefined });
      expect(first).toMatch(new RegExp(`^${end} is missing: it must be an object with vpcId and region`));
      expect(others).toEqual([]);
    }
  });

  test("a VPC with itself", () => {
    const [first, ...others] = complain({ accepter: { ...beijing, vpcId: "vpc-hub" } });
    expect(first).toMatch(/requester\.vpcId and accepter\.vpcId are both "vpc-hub"/);
    expect(others).toEqual([]);
  });

  test.each([
    ["bandwidth", 200],
    ["linkType", "Gold"],
  ])("%s within a region, where links have none", (property, value) => {
    const [first, ...others] = complaints.connection({ ...near, [property]: value });
    expect(first).toContain(`${property} is ${JSON.stringify(value)}`);
    expect(first).toContain("cn-hangzhou");
    expect(others).toEqual([]);
  });

  test.each(["qosLevel", "chargeType", "bandwith"])("%s, which no connection here has", (property) => {
    const [first, ...others] = complain({ [property]: "x" });
    expect(first).toContain(property);
    expect(first).toMatch(/no such/);
    expect(others).toEqual([]);
  });

  test("more than 19 tags, since the twentieth is the owner's", () => {
    expect(complain({ tags: tagsOf(20) })).toEqual([expect.stringMatching(/^tags has 20 entries.* 19 /)]);
  });

  test("the owner's own tag", () => {
    expect(complain({ tags: { "pulumi-vpc-peering": "x" } })).toHaveLength(1);
  });

  test("several things are complained about all at once", () => {
    const all = complain({
      name: "1",
      bandwidth: 0,
      tags: { k: 5 },
      requester: { vpcId: "hub", region: "x" },
    });
    const names = all.map((text) => text.split(" ")[0]).sort();
    expect([...new Set(names)]).toEqual([
      "bandwidth",
      "name",
      "requester.region",
      "requester.vpcId",
      "tags.k",
    ]);
  });
});

describe("whatever a program writes", () => {
  const broken = fc
    .subarray(Object.keys(valid))
    .chain((keys) =>
      fc
        .tuple(...keys.map(() => fc.oneof(fc.jsonValue(), fc.constant(UNKNOWN), fc.constant({}))))
        .map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]]))),
    );

  test("is complained about in sentences, and never by an exception", () => {
    fc.assert(
      fc.property(broken, (more) => {
        for (const text of complain(more)) {
          expect(text.length).toBeGreaterThan(20);
          expect(text.endsWith(".")).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("every bad tag is told at once", () => {
  expect(complain({ tags: { "acs:a": "1", "acs:b": "2" } })).toHaveLength(2);
});
