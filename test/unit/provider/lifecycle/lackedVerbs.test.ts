import type { Cloud } from "../../../../src/provider/clouds/cloud";
import { lackedByAcceptance, lackedByConnection } from "../../../../src/provider/lifecycle/lackedVerbs";

const verb = () => Promise.reject(new Error("not called"));
/** A cloud with these optional verbs, and no others. */
const having = (...verbs: (keyof Cloud)[]) =>
  ({ name: "alicloud", ...Object.fromEntries(verbs.map((name) => [name, verb])) }) as unknown as Cloud;
const bare = having();
const whole = having("find", "list", "accept", "reject", "update");

test("a cloud with every verb is asked for anything", () => {
  expect(lackedByConnection(whole, { adopt: true })).toEqual([]);
  expect(lackedByAcceptance(whole, { decision: "reject", onDelete: "reject" })).toEqual([]);
  expect(lackedByAcceptance(whole, {})).toEqual([]);
});

test.each<[boolean | string | undefined, number]>([
  [true, 1],
  [false, 0],
  ["pcc-1", 0],
  [undefined, 0],
])("without a lookup, adopt %j has %d complaints", (adopt, count) => {
  expect(lackedByConnection(bare, adopt === undefined ? {} : { adopt })).toHaveLength(count);
});

test.each([
  [{}, ["Alibaba Cloud has no acceptance of connections."]],
  [{ decision: "accept", connectionId: "pcc-1" }, ["Alibaba Cloud has no acceptance of connections."]],
  [{ decision: "reject", connectionId: "pcc-1" }, ['decision is "reject": Alibaba Cloud cannot reject']],
  [
    { decision: "reject", onDelete: "reject" },
    ['decision is "reject"', 'onDelete is "reject"', "connectionId is missing: Alibaba Cloud cannot look"],
  ],
])("a cloud without verbs is asked for %j: each lack is told", (asked, complaints) => {
  expect(lackedByAcceptance(bare, asked)).toEqual(
    complaints.map((text) => expect.stringContaining(text) as string),
  );
});
