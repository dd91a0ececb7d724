import type { Member, PlannedPair } from "../../../src/program/topologies/plan";
import type { FoundPair } from "../../../src/program/topologies/preflight";
import { complaintsOfPreflight } from "../../../src/program/topologies/preflight";

const member = (path: string, key?: string): Member => ({
  path,
  said: {},
  ...(key === undefined ? {} : { key }),
});
const hub = member("hub");
const spoke = (key: string): PlannedPair => ({
  key,
  requester: hub,
  accepter: member(`spokes.${key}`, key),
  regions: ["r", "r"],
  args: { requester: {}, accepter: {} },
});
const fresh = (key: string, blocks: string[], complaints: string[] = []): FoundPair => ({
  pair: spoke(key),
  told: [{ complaints, beyond: [], blocks: { requester: ["10.0.0.0/16"], accepter: blocks } }],
  before: [],
});
const there = (key: string, blocks: string[]): FoundPair => ({
  pair: spoke(key),
  told: [],
  before: [{ accepter: blocks }],
});

test("spokes that are there already are compared with new ones, not with each other", async () => {
  const complaints = await complaintsOfPreflight([
    there("old", ["10.1.0.0/16"]),
    there("older", ["10.1.2.0/24"]),
    fresh("new", ["10.1.2.0/25"]),
  ]);
  expect(complaints.map((one) => one.split(" have ")[0])).toEqual([
    "spokes.old and spokes.new",
    "spokes.older and spokes.new",
  ]);
});

test("what several pairs tell alike is told once, with all of them", async () => {
  const complaints = await complaintsOfPreflight([
    fresh("s1", ["10.1.0.0/16"], ["No hub."]),
    fresh("s2", ["10.2.0.0/16"], ["No hub."]),
    fresh("s3", ["10.3.0.0/16"], ["No spoke."]),
  ]);
  expect(complaints).toEqual(["spokes.s1 and spokes.s2: No hub.", "spokes.s3: No spoke."]);
});

test("a quota that is not enough is told with all that is asked for", async () => {
  const counted = (key: string, planned: number): FoundPair => ({
    pair: spoke(key),
    told: [{ complaints: [], beyond: [{ scope: "vpc", planned, complaint: `${planned} more` }], blocks: {} }],
    before: [],
  });
  expect(await complaintsOfPreflight([counted("s1", 11), counted("s2", 13), counted("s3", 12)])).toEqual([
    "13 more",
  ]);
});
