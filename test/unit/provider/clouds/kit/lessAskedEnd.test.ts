import { LessAskedEnd } from "../../../../../src/provider/clouds/kit/lessAskedEnd";

const at = (vpcId: string) => ({ vpcId, region: "r" });

test("of a hub and its spokes, a spoke is the end that was asked for less, whichever asks", () => {
  const outward = new LessAskedEnd();
  const spokes = ["s1", "s2", "s3"];
  expect(spokes.map((spoke) => outward.of({ requester: at("hub"), accepter: at(spoke) }))).toEqual(spokes);
  const inward = new LessAskedEnd();
  expect(spokes.map((spoke) => inward.of({ requester: at(spoke), accepter: at("hub") }))).toEqual([
    "hub", // nothing is known yet
    "s2",
    "s3",
  ]);
});
