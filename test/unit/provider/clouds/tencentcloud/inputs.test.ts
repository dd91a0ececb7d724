import { complaints, defaultName } from "../../../../../src/provider/clouds/tencentcloud/inputs";
import { UNKNOWN } from "../../../../../src/model/unknown";

const intra = {
  cloud: "tencentcloud",
  requester: { vpcId: "vpc-hub00001", region: "ap-guangzhou" },
  accepter: { vpcId: "vpc-app00001", region: "ap-guangzhou", accountId: "100000000001" },
  name: "hub-app",
};
const inter = { ...intra, accepter: { ...intra.accepter, region: "ap-shanghai" }, bandwidth: 10 };

test.each<[string, Record<string, unknown>]>([
  ["within a region", intra],
  ["between regions", { ...inter, chargeType: "POSTPAID_BY_MONTH_95", qosLevel: "AG" }],
  ["with a UIN as a number", { ...intra, accepter: { ...intra.accepter, accountId: 100000000001 } }],
  ["with tags", { ...intra, tags: { team: "network" } }],
  ["with a region that is not known yet", { ...intra, accepter: { ...intra.accepter, region: UNKNOWN } }],
  [
    "with a bandwidth and a region that is not known yet",
    { ...inter, requester: { ...inter.requester, region: UNKNOWN } },
  ],
  ["with a VPC that is not known yet", { ...intra, requester: { vpcId: UNKNOWN, region: "ap-guangzhou" } }],
  ["with a side that is not known yet", { ...intra, accepter: UNKNOWN }],
  ["with 60 characters of any script", { ...intra, name: "名".repeat(60) }],
])("%s nothing is to complain of", (_, inputs) => {
  expect(complaints.connection(inputs)).toEqual([]);
});

const side = (more: object) => ({ accepter: { ...intra.accepter, ...more } });

test.each<[string, Record<string, unknown>, string]>([
  ["the same VPC", { ...intra, ...side({ vpcId: "vpc-hub00001" }) }, "a VPC cannot be connected with itself"],
  [
    "no bandwidth between regions",
    { ...inter, bandwidth: undefined },
    "bandwidth is missing: a connection between two regions (ap-guangzhou and ap-shanghai) needs one",
  ],
  [
    "a bandwidth of 0",
    { ...inter, bandwidth: 0 },
    "bandwidth is 0: it must be a whole number of Mbit/s, at least 1.",
  ],
  ["half a bandwidth", { ...inter, bandwidth: 1.5 }, "bandwidth is 1.5: it must be a whole number"],
  [
    "a bandwidth within a region",
    { ...intra, bandwidth: 10 },
    "bandwidth is 10: it is for connections between regions, and both VPCs are in ap-guangzhou. Remove it.",
  ],
  ["a charge type within a region", { ...intra, chargeType: "POSTPAID_BY_DAY_MAX" }, "chargeType is"],
  ["a quality within a region", { ...intra, qosLevel: "PT" }, "qosLevel is"],
  [
    "another charge type",
    { ...inter, chargeType: "PREPAID" },
    'it must be one of "POSTPAID_BY_DAY_MAX", "POSTPAID_BY_MONTH_95"',
  ],
  ["a long name", { ...intra, name: "x".repeat(61) }, "it must be 1 to 60 characters"],
  ["an empty name", { ...intra, name: "" }, "it must be 1 to 60 characters"],
  [
    "a UIN as a number that has lost digits",
    { ...intra, ...side({ accountId: 2 ** 53 }) },
    "accepter.accountId is 9007199254740992: it must be the UIN of an account in digits, as a string: quote it",
  ],
  [
    "a short region",
    { ...inter, ...side({ region: "gz" }) },
    'it must be the long name of a region, such as "ap-guangzhou"',
  ],
  ["an id of another cloud", { ...intra, ...side({ vpcId: "a0000000-0000" }) }, "it must be the id of a VPC"],
  ["a description", { ...intra, description: "x" }, "description: this cloud has no such property"],
  [
    "a resource group",
    { ...intra, resourceGroupId: "x" },
    "resourceGroupId: this cloud has no such property",
  ],
  ["a link type", { ...inter, linkType: "Gold" }, "linkType: this cloud has no such property"],
  ["a forced delete", { ...intra, forceDelete: true }, "forceDelete: this cloud has no such property"],
  [
    "a project",
    { ...intra, ...side({ projectId: "x" }) },
    "accepter.projectId: this cloud has no such property",
  ],
  ["our own mark", { ...intra, tags: { "pulumi-vpc-peering": "x" } }, "tags has the key"],
  ["a tag of the system", { ...intra, tags: { "qcs:x": "x" } }, "tags has the key"],
  [
    "too many tags",
    { ...intra, tags: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, ""])) },
    "tags has 50 entries: at most 49",
  ],
  [
    "a long value",
    { ...intra, tags: { team: "x".repeat(256) } },
    "it must be text of at most 255 characters",
  ],
])("%s: there is a complaint", (_, inputs, complaint) => {
  expect(complaints.connection(inputs)).toEqual([expect.stringContaining(complaint)]);
});

test("a bandwidth of 0 within a region is refused for both reasons", () => {
  expect(complaints.connection({ ...intra, bandwidth: 0 })).toHaveLength(2);
});

test("the default name is the resource's, cut to 60 characters and never within one", () => {
  expect(defaultName("hub-spoke")).toBe("hub-spoke");
  expect(defaultName("😀".repeat(61))).toBe("😀".repeat(60));
});
