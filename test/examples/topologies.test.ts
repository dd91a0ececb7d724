import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { WorldInput } from "../../emulator";
import type { Config } from "./support";
import { live, openExample } from "./support";
import { shownCloud } from "./shownCloud";

/** An example of many connections, in a world of its own. */
interface Declared {
  folder: string;
  config: (endpoint: string) => Config;
  /** The most lines of the program. */
  lines: number;
  connections: number;
  reach: readonly [from: string, to: string, reaches: boolean][];
}

const { settings } = shownCloud;

const EXAMPLES: readonly Declared[] = [
  {
    folder: "hub",
    config: (endpoint) => ({
      ...Object.fromEntries(
        Object.entries({ ...settings.a, endpoint }).map(([name, value]) => [`alicloud:${name}`, value]),
      ),
      endpoint,
      accessKey: settings.b["accessKey"],
      secretKey: settings.b["secretKey"],
    }),
    lines: 30,
    connections: 15,
    reach: [
      ["vpc-bp1app01", "vpc-bp1hub01", true],
      ["vpc-bp1hub01", "vpc-2zestock01", true],
      ["vpc-bp1app01", "vpc-bp1web01", false],
      ["vpc-bp1app01", "vpc-2zestock01", false],
    ],
  },
  {
    folder: "mesh",
    config: (endpoint) => ({
      endpoint,
      region: "ap-guangzhou",
      appSecretId: "AKIDfakeApp",
      appSecretKey: "fakesecretApp",
      dataSecretId: "AKIDfakeData",
      dataSecretKey: "fakesecretData",
      toolsSecretId: "AKIDfakeTools",
      toolsSecretKey: "fakesecretTools",
      "app-prod": "vpc-appprod1",
      "app-test": "vpc-apptest1",
      "data-prod": "vpc-datprod1",
      "data-test": "vpc-dattest1",
      "tools-prod": "vpc-tooprod1",
      "tools-test": "vpc-tootest1",
    }),
    lines: 20,
    connections: 15,
    reach: [
      ["vpc-appprod1", "vpc-apptest1", true],
      ["vpc-appprod1", "vpc-tootest1", true],
      ["vpc-tooprod1", "vpc-dattest1", true],
    ],
  },
];

const textOf = (folder: string, file: string): string =>
  readFileSync(resolve(__dirname, "../../examples", folder, file), "utf8");

test.each(EXAMPLES)("$folder: $connections connections of at most $lines lines", async (example) => {
  const { folder, config, lines, connections, reach } = example;
  expect(textOf(folder, "index.ts").trimEnd().split("\n").length).toBeLessThanOrEqual(lines);
  const opened = await openExample(folder, config, JSON.parse(textOf(folder, "world.json")) as WorldInput);
  await live(opened, async () => {
    const rows = await opened.peerings();
    expect(rows.map(({ status }) => status)).toEqual(Array(connections).fill("active"));
    const { connectionIds } = (await opened.outputs()) as { connectionIds: Record<string, string> };
    expect(Object.values(connectionIds).sort()).toEqual(rows.map(({ id }) => id).sort());
    for (const [from, to, reaches] of reach) {
      expect([from, to, await opened.reaches(from, to)]).toEqual([from, to, reaches]);
    }
  });
});
