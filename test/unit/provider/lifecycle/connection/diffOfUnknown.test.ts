import { UNKNOWN } from "../../../../../src/model/unknown";
import { diffConnection } from "../../../../../src/provider/lifecycle/connection/diff";
import type { ConnectionInputs } from "../../../../../src/provider/lifecycle/connection/inputs";
import { inPlace, news, olds, replacing, unchanged } from "./diffSupport";

describe("values that are not known yet", () => {
  test.each(["requester", "accepter"] as const)("the %s's VPC may be another and so may replace", (end) => {
    const open = { ...news, [end]: { ...news[end], vpcId: UNKNOWN } };
    expect(diffConnection(olds, open)).toEqual(replacing(`${end}.vpcId`));
  });

  test.each([
    ["requester", "region"],
    ["requester", "accountId"],
    ["accepter", "region"],
    ["accepter", "accountId"],
  ] as const)(
    "of the %s's %s replace nothing while the VPC is the same: it never changes them",
    (end, key) => {
      const open = { ...news, [end]: { ...news[end], [key]: UNKNOWN } };
      expect(diffConnection(olds, open)).toEqual(unchanged);
      const moved = { ...news, [end]: { ...news[end], vpcId: "vpc-other", [key]: UNKNOWN } };
      expect(diffConnection(olds, moved).replaces).toEqual([`${end}.vpcId`, `${end}.${key}`]);
    },
  );

  test("in place of a whole end may replace, since the VPC may be another", () => {
    for (const end of ["requester", "accepter"] as const) {
      const open = { ...news, [end]: UNKNOWN };
      expect(diffConnection(olds, open).replaces).toContain(`${end}.vpcId`);
      expect(diffConnection(olds, open)).not.toHaveProperty("changes");
    }
  });

  test.each([
    ["all tags", { tags: UNKNOWN }],
    ["one tag", { tags: { ...news.tags, team: UNKNOWN } }],
    ["the name", { name: UNKNOWN }],
    ["the bandwidth", { bandwidth: UNKNOWN }],
    ["forceDelete", { forceDelete: UNKNOWN }],
    ["adopt", { adopt: UNKNOWN }],
  ])("in place of %s may change the connection in place", (_, open) => {
    expect(diffConnection(olds, { ...news, ...open } as unknown as ConnectionInputs)).toEqual(inPlace);
  });

  test("count even where the old value is the placeholder's text", () => {
    expect(diffConnection({ ...olds, name: UNKNOWN }, { ...news, name: UNKNOWN })).toEqual(inPlace);
  });
});
