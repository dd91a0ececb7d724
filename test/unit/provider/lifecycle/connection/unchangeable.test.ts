import { warnOfWhatStays } from "../../../../../src/provider/lifecycle/connection/unchangeable";
import type { Work } from "../../../../../src/provider/lifecycle/work";
import type { CloudName } from "../../../../../src/model/clouds";
import { peering, spec } from "../../../support/samples";

/** What is said of a connection that was found with other tags than declared. */
function said(name: CloudName, tags: Record<string, string> | undefined): string[] {
  const warnings: string[] = [];
  const work = { cloud: { name }, context: { warn: (message: string) => warnings.push(message) } };
  const declared = tags === undefined ? spec : { ...spec, tags };
  warnOfWhatStays(peering, declared, work as unknown as Work);
  return warnings;
}

test("where tags cannot be changed, it is told that they stay", () => {
  expect(said("tencentcloud", { team: "other" })).toEqual([
    "tags of pcc-1, which existed already, stay as they are. Tencent Cloud takes tags only when a connection is made.",
  ]);
});

test("nothing is told where they can be changed, are as declared, or are not declared", () => {
  expect(said("alicloud", { team: "other" })).toEqual([]);
  expect(said("tencentcloud", peering.tags)).toEqual([]);
  expect(said("tencentcloud", undefined)).toEqual([]);
});
