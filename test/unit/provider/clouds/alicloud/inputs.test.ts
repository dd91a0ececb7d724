import fc from "fast-check";
import { complaints, defaultName } from "../../../../../src/provider/clouds/alicloud/inputs";
import { shown } from "../../../../../src/model/shown";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { inputs } from "../../../support/samples";

type Inputs = Record<string, unknown>;

const valid: Inputs = { ...inputs };
const hangzhou = { vpcId: "vpc-hub", region: "cn-hangzhou" };
const beijing = { vpcId: "vpc-spoke", region: "cn-beijing" };
/** Two VPCs in one region, where nothing can be said of the link. */
const near: Inputs = {
  cloud: "alicloud",
  requester: hangzhou,
  accepter: { ...beijing, region: "cn-hangzhou" },
};

const complain = (more: Inputs): string[] => complaints.connection({ ...valid, ...more });
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

describe("what is not known yet passes", () => {
  /** Every place in a value, as a path. */
  const places = (value: unknown, path: string[] = []): string[][] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))]
      : [path];
  const withUnknown = (value: unknown, path: string[]): unknown => {
    const [key, ...rest] = path;
    if (key === undefined || typeof value !== "object" || value === null) return UNKNOWN;
    return { ...value, [key]: withUnknown((value as Inputs)[key], rest) };
  };
  const full: Inputs = {
    ...valid,
    waitFor: "active",
    adopt: true,
    forceDelete: true,
    preflight: true,
  };
  const open = places(full).filter(([key]) => key !== undefined && key !== "cloud");

  test("wherever it stands, alone or with others, as a part or as the whole", () => {
    fc.assert(
      fc.property(fc.subarray(open, { minLength: 1 }), (paths) => {
        const given = paths.reduce<unknown>(withUnknown, full) as Inputs;
        expect(complaints.connection(given)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("but what is known beside it is still looked at", () => {
    expect(complain({ name: "1", requester: { vpcId: UNKNOWN, region: "x" } })).toEqual([
      expect.stringMatching(/^requester\.region is "x"/),
      expect.stringMatching(/^name is "1"/),
    ]);
  });

  test("two VPCs that are both not known are not the same", () => {
    const ends = { requester: { ...hangzhou, vpcId: UNKNOWN }, accepter: { ...beijing, vpcId: UNKNOWN } };
    expect(complain(ends)).toEqual([]);
  });

  test("two regions that are both not known are not the same", () => {
    const ends = { requester: { ...hangzhou, region: UNKNOWN }, accepter: { ...beijing, region: UNKNOWN } };
    expect(complain(ends)).toEqual([]);
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

describe("a name made from a resource's name", () => {
  const isName = /^[A-Za-z\p{Script=Han}][A-Za-z0-9\p{Script=Han}_-]{1,127}$/u;

  test.each([
    ["hub-spoke", "hub-spoke"],
    ["中文", "中文"],
    ["hub.spoke/1", "hub-spoke-1"],
    ["x", "peering-x"],
    ["9lives", "peering-9lives"],
    ["-", "peering--"],
    ["", "peering-"],
    ["a::b", "a--b"],
  ])("%j is %j", (resourceName, name) => {
    expect(defaultName(resourceName)).toBe(name);
  });

  test("is one that the cloud takes, whatever the resource's name", () => {
    const letters = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom("中", "a", "é", "-", "🙂", "\n"), maxLength: 200 }),
    );
    fc.assert(
      fc.property(letters, (resourceName) => {
        const name = defaultName(resourceName);
        expect(name).toMatch(isName);
        expect(complain({ name })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("is left as it is if the cloud takes it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{1,127}$/), (resourceName) => {
        expect(defaultName(resourceName)).toBe(resourceName);
      }),
    );
  });
});

describe("what is not known yet", () => {
  test.each(["bandwidth", "linkType"])(
    "a %s, which may turn out to be none, passes within a region",
    (key) => {
      expect(complaints.connection({ ...near, [key]: UNKNOWN })).toEqual([]);
    },
  );

  test("the value of a tag keeps no other bad tag from being told", () => {
    expect(complain({ tags: { "acs:a": "1", b: UNKNOWN } })).toHaveLength(1);
  });
});

test("every bad tag is told at once", () => {
  expect(complain({ tags: { "acs:a": "1", "acs:b": "2" } })).toHaveLength(2);
});

test("a name made of a resource's never has a letter cut in two", () => {
  expect(complain({ name: defaultName(`a${"𠀀".repeat(80)}`) })).toEqual([]);
});
