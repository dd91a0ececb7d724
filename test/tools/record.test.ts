import { readFileSync } from "node:fs";
import { join } from "node:path";

const textOf = (file: string): string => readFileSync(join(__dirname, "../..", file), "utf8");

const [text, picture] = [textOf("docs/quickstart.txt"), textOf("docs/quickstart.svg")];

/** What the picture shows, row by row. */
const shown = [...picture.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, row = ""]) =>
  row
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&"),
);

test("the recorded quickstart has the steps of today's: if not, npm run record", () => {
  const sources = textOf("tools/quickstart.mjs") + textOf("tools/quickstart/tour.mjs");
  const steps = [...sources.matchAll(/\bheading\(\s*"([^"]+)"/g)].map(([, title]) => title);
  expect(steps).toHaveLength(6);
  expect(
    text
      .split("\n")
      .filter((line) => steps.includes(line))
      .sort(),
  ).toEqual(steps.sort());
});

test("the picture shows the text, and neither has codes of a terminal or the home of whoever recorded it", () => {
  expect(shown.join("")).toBe(text.replaceAll("\n", ""));
  expect(text + picture).not.toMatch(/\u001b|\/home\/|\/root\/|\/Users\/|\/tmp\//);
});
