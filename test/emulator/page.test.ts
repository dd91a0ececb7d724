import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guessesSchema as alicloud } from "../../emulator/clouds/alicloud/guesses";
import { guessesSchema as huaweicloud } from "../../emulator/clouds/huaweicloud/guesses";
import { guessesSchema as tencentcloud } from "../../emulator/clouds/tencentcloud/guesses";

const page = readFileSync(join(__dirname, "../../docs/emulator.md"), "utf8");

/** A guess as the page writes its answer. */
function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  const { status, type } = value as { status: number; type: string };
  return `${status} ${type}`;
}

test.each([
  ["Alibaba Cloud", alicloud.parse({})],
  ["Tencent Cloud", tencentcloud.parse({})],
  ["Huawei Cloud", huaweicloud.parse({})],
])("the page tells the guesses about routes on %s as they are", (title, guesses) => {
  const table = new RegExp(`^\\| ${title} +\\| what .*\\n((?:\\|.*\\n)+)`, "m").exec(page)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)` .*\| `([^`]+)` +\|$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  const known: Readonly<Record<string, unknown>> = guesses;
  expect(rows.length).toBeGreaterThan(15);
  expect(rows).toEqual(rows.map(([name = ""]) => [name, written(known[name])]));
});
