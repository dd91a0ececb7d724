import * as fc from "fast-check";
import { COMMENT_LIMIT, commentOf, cutsTraffic } from "../../../../src/cli/preview/comment";
import { readPreview } from "../../../../src/cli/preview/steps";
import { UNKNOWN } from "../../../../src/model/unknown";
import type { Peering } from "./support";
import { previewOf } from "./support";

const rowsOf = (comment: string): string[] =>
  comment.split("\n").filter((line) => line.startsWith("| <code>"));

test("what is not known yet, what is secret and what is long is said so", () => {
  const comment = commentOf(
    previewOf([
      {
        name: "x",
        op: "update",
        vpc: UNKNOWN,
        more: { description: "[secret]", name: "n".repeat(300), bandwidth: UNKNOWN },
        old: { description: "old", name: "m", bandwidth: 100 },
      },
    ]),
  );
  expect(comment).toContain("description: <code>old</code> → <code>&#91;secret&#93;</code>");
  expect(comment).toContain("bandwidth: <code>100</code> → <i>known after apply</i>");
  expect(comment).toContain(`name: <code>m</code> → <code>${"n".repeat(63)}…</code>`);
  expect(comment).toContain('["known after apply"]');
});

describe("a long preview", () => {
  const many = (count: number, op: string): Peering[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `${op}-${index}`,
      op,
      vpc: `vpc-${"long-".repeat(10)}${index}`,
    }));

  test("of 400 unchanged peerings and a change keeps the change, and says what it leaves out", () => {
    const comment = commentOf(previewOf([...many(400, "same"), { name: "new-one" }]));
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain("1 to create, 400 unchanged");
    expect(rowsOf(comment)).toHaveLength(1);
    expect(rowsOf(comment)[0]).toContain("new-one");
    expect(comment).toContain('|"#43;\u00a0new-one"|');
    expect(comment).toContain("400 unchanged or only read, not listed: this comment would be too long.");
  });

  test("of changes only is cut to what GitHub takes, whatever the names", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.string({ unit: "binary", maxLength: 200 }),
        (count, name) => {
          const preview = previewOf(many(count, "replace").map((one) => ({ ...one, name: one.name + name })));
          const comment = commentOf(preview);
          expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
          expect(comment).toContain(`${count} to replace`);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("with more diagnostics than fit says how many are missing", () => {
    const diagnostics = Array.from({ length: 500 }, (_, index) => ({
      severity: "error",
      message: `error: ${index} ${"<".repeat(200)}`,
    }));
    const comment = commentOf(previewOf([], diagnostics));
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain("> - 450 of 500 messages are not shown: this comment would be too long.\n");
  });

  test("of more new peerings than fit says that new ones are left out, of the table and of the graph", () => {
    const comment = commentOf(previewOf([...many(400, "create"), ...many(3, "update")]));
    expect(rowsOf(comment)).toHaveLength(100);
    expect(comment).toContain("400 to create, 3 to update");
    expect(comment).toContain(
      "Not in the table: 300 to create, 3 to update; this comment would be too long.",
    );
    expect(comment).toContain(
      "Not in the graph: 360 to create, 3 to update; more lines would not be readable.",
    );
    expect(comment).not.toContain("unchanged");
  });

  test("of one message that is long says where it is cut", () => {
    const lines = Array.from({ length: 14 }, (_, index) => `line ${index}`).join("\n");
    const comment = commentOf(
      previewOf(
        [],
        [
          { severity: "error", message: lines },
          { severity: "warning", message: "w".repeat(600) },
        ],
      ),
    );
    expect(comment).toContain("line 9<br>… (4 more lines)\n");
    expect(comment).toContain(`> - ${"w".repeat(499)}…\n`);
  });
});

test("only a connection that goes counts as cut traffic", () => {
  expect(
    ["create", "update", "same", "delete", "replace"].map((op) =>
      cutsTraffic(previewOf([{ name: "x", op }])),
    ),
  ).toEqual([false, false, false, true, true]);
});

test("names are in the order in which people count", () => {
  const names = ["s10", "s2", "s1", "s02", "a"].map((name) => ({ name }));
  expect(rowsOf(commentOf(previewOf(names))).map((row) => /<code>(.*?)</.exec(row)?.[1])).toEqual([
    "a",
    "s1",
    "s02",
    "s2",
    "s10",
  ]);
});

test("where the engine found a plugin is not told", () => {
  const [engine, provider] = ["using pulumi-resource-vpc-peering from $PATH at /opt/bin", "Slow today."].map(
    (message) => ({ severity: "warning", message: `warning: ${message}` }),
  );
  const comment = commentOf(previewOf([], [{ ...engine }, { ...provider }]));
  expect(comment).toContain("Slow today.");
  expect(comment).not.toContain("opt");
});

describe("what a preview leaves out", () => {
  const summary = { changeSummary: { same: 1 } };
  const step = (op: string) => ({
    op,
    urn: "urn:pulumi:dev::net::pulumi-nodejs:dynamic/vpcPeering:Connection::x",
    oldState: { type: "pulumi-nodejs:dynamic/vpcPeering:Connection" },
    newState: { type: "pulumi-nodejs:dynamic/vpcPeering:Connection" },
  });
  const commentWith = (steps: object[]): string =>
    commentOf(readPreview(JSON.stringify({ ...summary, steps })));

  test("is said where it holds unchanged resources that are nowhere seen", () => {
    expect(commentWith([])).toContain("This preview leaves out what is unchanged");
  });

  test("is nothing where a refresh has shown them", () => {
    expect(commentWith([step("refresh")])).not.toContain("leaves out");
    expect(commentWith([step("same")])).not.toContain("leaves out");
  });
});
