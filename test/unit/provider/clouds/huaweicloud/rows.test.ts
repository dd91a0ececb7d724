import fc from "fast-check";
import {
  LONGEST_TEXT,
  markedDescription,
  peeringOf,
  splitDescription,
} from "../../../../../src/provider/clouds/huaweicloud/rows";

const marker = "0123456789abcdef01234567";
const row = {
  id: "22b76469-08e3-4937-8c1d-7aad34892be1",
  name: "one",
  status: "ACTIVE",
  request_vpc_info: { vpc_id: "v1", tenant_id: "p1" },
  accept_vpc_info: { vpc_id: "v2", tenant_id: "p2" },
  description: markedDescription("Hub to app", marker),
  created_at: "2026-01-31T12:00:00",
};

test("a row is read, without the mark, and with the zone that the cloud leaves out", () => {
  expect(peeringOf(row, "cn-north-4")).toEqual({
    id: row.id,
    name: "one",
    status: "active",
    cloudStatus: "ACTIVE",
    requester: { vpcId: "v1", region: "cn-north-4", account: "p1" },
    accepter: { vpcId: "v2", region: "cn-north-4", account: "p2" },
    description: "Hub to app",
    owner: { marker },
    createdAt: "2026-01-31T12:00:00Z",
  });
});

test.each([
  ["PENDING_ACCEPTANCE", "pending"],
  ["REJECTED", "rejected"],
  ["EXPIRED", "expired"],
  ["DELETED", "deleted"],
  ["SOMETHING_NEW", "updating"],
])("%s is %s", (word, status) => {
  expect(peeringOf({ ...row, status: word }, "r")).toMatchObject({ status, cloudStatus: word });
});

test("what the documentation's examples leave out may be missing", () => {
  const { description, created_at, name, ...bare } = row;
  const seen = peeringOf({ ...bare, request_vpc_info: { vpc_id: "v1" } }, "r");
  expect(seen).toMatchObject({ description: "", requester: { account: "" } });
  expect([seen.createdAt, seen.name, seen.owner]).toEqual([undefined, undefined, undefined]);
  expect(peeringOf({ ...row, created_at: "2026-01-31T12:00:00Z" }, "r").createdAt).toBe(
    "2026-01-31T12:00:00Z",
  );
});

test("any description that fits comes back without its mark", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, (description) => {
      const marked = markedDescription(description, marker);
      expect(splitDescription(marked)).toEqual({ text: description, owner: { marker } });
    }),
  );
});

test("a description that looks marked already keeps its own words", () => {
  const description = markedDescription("Mine", "f".repeat(24));
  expect(splitDescription(markedDescription(description, marker))).toEqual({
    text: description,
    owner: { marker },
  });
});

test("the longest description and its mark fill the cloud's 255 characters, without < and >", () => {
  const marked = markedDescription("d".repeat(LONGEST_TEXT), marker);
  expect(marked).toHaveLength(255);
  expect(marked).not.toMatch(/[<>]/);
});

test.each(["", "Plain", "[pvp:xyz]", `[pvp:${marker}] before`, `no space[pvp:${marker}]`])(
  "%j has no mark",
  (description) => {
    expect(splitDescription(description)).toEqual({ text: description });
  },
);
