import * as fc from "fast-check";
import { COMMENT_LIMIT, commentOf, cutsTraffic, markerOf } from "../../../../src/cli/preview/comment";
import { markdown, value } from "../../../../src/cli/preview/escape";
import { graphOf } from "../../../../src/cli/preview/graph";
import { peeringsIn } from "../../../../src/cli/preview/peerings";
import type { Preview } from "../../../../src/cli/preview/steps";
import { readPreview } from "../../../../src/cli/preview/steps";
import { UNKNOWN } from "../../../../src/model/unknown";

interface Peering {
  name: string;
  op?: string;
  vpc?: string;
  more?: Record<string, unknown>;
  old?: Record<string, unknown>;
}

/** A preview as the engine writes it, with a connection for each of these. */
function previewOf(peerings: Peering[], diagnostics: object[] = []): Preview {
  const steps = peerings.map(({ name, op = "create", vpc = "vpc-b", more = {}, old }) => {
    const component = `urn:pulumi:dev::net::vpc-peering:index:VpcPeering::${name}`;
    const state = (extra: object): object => ({
      type: "pulumi-nodejs:dynamic/vpcPeering:Connection",
      parent: component,
      inputs: {
        cloud: "alicloud",
        requester: { vpcId: "vpc-a", region: "cn-hangzhou" },
        accepter: { vpcId: vpc, region: "cn-beijing" },
        ...extra,
      },
    });
    return {
      op,
      urn: component.replace("VpcPeering::", "VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::"),
      newState: op === "delete" ? undefined : state(more),
      oldState: op === "create" ? undefined : state(old ?? {}),
    };
  });
  return readPreview(JSON.stringify({ steps, diagnostics, changeSummary: {} }));
}

const rowsOf = (comment: string): string[] =>
  comment.split("\n").filter((line) => line.startsWith("| <code>"));

describe("names and values that are markup", () => {
  test("show as they are, in a cell of their own", () => {
    expect(value("a|b`c`<img src=x>\n![x](y)")).toBe(
      "<code>a&#124;b&#96;c&#96;&#60;img src=x&#62; &#33;&#91;x&#93;(y)</code>",
    );
  });

  test("notify nobody", () => {
    expect(markdown("ask @everyone")).toBe("ask &#64;&#8288;everyone");
  });

  test("leave a table with as many cells as it has columns, and a graph whose labels hold no syntax", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 1 }), (name, vpc) => {
        const preview = previewOf([{ name: `n${name}`, vpc }]);
        const row = rowsOf(commentOf(preview))[0] ?? "";
        expect(row.split("|")).toHaveLength(7);
        for (const line of graphOf(peeringsIn(preview)).split("\n")) {
          expect(line).toMatch(
            /^(flowchart LR|  subgraph g\d+\["[^"[\]`{}<>|]*"\]|    v\d+\["[^"[\]`{}<>|]*"\]|  end|  v\d+ ==>\|"[^"[\]`{}<>|]*"\| v\d+|  (linkStyle|classDef|class) [\w,#:; -]+)$/,
          );
        }
      }),
    );
  });

  test("cannot end the hidden marker", () => {
    expect(markerOf("dev --> <b>")).toMatch(/^<!-- vpc-peering-preview:dev[_b]+ -->$/);
  });
});

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
      name: `peering-${index}`,
      op,
      vpc: `vpc-${"long-".repeat(10)}${index}`,
    }));

  test("of 200 unchanged peerings and a change keeps the change, and says what it leaves out", () => {
    const comment = commentOf(previewOf([...many(200, "same"), { name: "new-one" }]));
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain("1 to create, 200 unchanged");
    expect(rowsOf(comment)[0]).toContain("new-one");
    expect(comment).toContain('|"#43;\u00a0new-one"|');
    expect(comment).toContain("this comment would be too long");
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
    expect(comment).toContain("more messages are not shown");
  });
});

test("only a connection that goes counts as cut traffic", () => {
  expect(
    ["create", "update", "same", "delete", "replace"].map((op) =>
      cutsTraffic(previewOf([{ name: "x", op }])),
    ),
  ).toEqual([false, false, false, true, true]);
});
