import * as fc from "fast-check";
import { commentOf, markerOf } from "../../../../src/cli/preview/comment";
import { markdown, mermaid, value } from "../../../../src/cli/preview/escape";
import { graphParts } from "../../../../src/cli/preview/graph";
import { peeringsIn } from "../../../../src/cli/preview/peerings";
import { previewOf } from "./support";

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
        for (const line of (graphParts(peeringsIn(preview), 100)[0] ?? "").slice(11, -4).split("\n")) {
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

describe("names and values that would become links", () => {
  const LINKS = [
    "https://evil.example/x",
    "http://evil.example",
    "HTTPS://evil.example",
    "ftp://evil.example",
    "www.evil.example",
    "WWW.evil.example",
    "(www.evil.example)",
    "a@evil.example",
    "mailto:a@evil.example",
    "@everyone",
    "#123",
    "net/repo#12",
    "GH-12",
    "!7",
    "$9",
    "&9",
    "%5",
    "~label",
    '~"a label"',
    "^alert#1",
    "[issue:1]",
    ":key:",
  ];
  /** What GitHub, GitLab and other readers of Markdown look for, before or after they read the entities. */
  const FOUND = /:\/\/|www\.|@[\w.]|GH-\d|#[\w"]|[!$&%~^]["\w]|\[\w+:|(?<![\w:]):\w+:/i;
  const read = (text: string): string =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  test.each(LINKS)("%s is none, and reads as before", (link) => {
    expect(link).toMatch(FOUND);
    expect(read(markdown(link))).not.toMatch(FOUND);
    expect(read(markdown(link)).replaceAll("\u2060", "")).toBe(link);
  });

  test.each(LINKS)("%s is none anywhere in a comment", (link) => {
    const diagnostics = ["error", "warning"].map((severity) => ({
      severity,
      urn: `urn:pulumi:dev::net::any:index:Type::${link}`,
      message: `see ${link}\n(${link})`,
    }));
    const side = { vpcId: link, region: link, accountId: link };
    const changed = { cloud: link, requester: side, description: link, tags: { [link]: link } };
    const preview = previewOf(
      [
        { name: link, op: "replace", vpc: link, more: changed, old: { description: "old" } },
        { name: `${link} pending`, vpc: link, more: { accepter: side } },
      ],
      diagnostics,
    );
    preview.steps.forEach((step) => (step.replaceReasons = [link]));
    const comment = commentOf(preview, link);
    const [marker, ...lines] = comment.split("\n");
    const prose = lines
      .join("\n")
      .replace(/```mermaid.*?```/s, "")
      .replace(/<[^>]*>|\[!(CAUTION|WARNING)\]|&gt;/g, " ");
    expect(marker).toBe(markerOf(link));
    expect(read(prose).replaceAll("### ", "")).not.toMatch(FOUND);
  });

  test("are told from times and from what people copy", () => {
    const plain = "since 2026-01-02T03:04:05Z: urn:pulumi:dev::net::vpc-peering:index:VpcPeering";
    expect(markdown(plain)).toBe(plain);
  });

  test.each(["https://evil.example", "a@evil.example"])("%s is none in a graph's label", (link) => {
    expect(mermaid(link)).not.toMatch(/:|@/);
  });
});
