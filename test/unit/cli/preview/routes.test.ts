import { commentOf, cutsTraffic } from "../../../../src/cli/preview/comment";
import { readPreview } from "../../../../src/cli/preview/steps";
import { UNKNOWN } from "../../../../src/model/unknown";
import type { EndRoutes, Peering } from "./support";
import { ofPlugin, previewOf } from "./support";

const both = (routes: Omit<EndRoutes, "end">): EndRoutes[] => [
  { end: "requester", ...routes },
  { end: "accepter", ...routes },
];

const commentFor = (...peerings: Peering[]): string => commentOf(previewOf(peerings));

/** The last cell but one of a peering's line: what becomes of it. */
const changeOf = (comment: string, name = "x"): string =>
  comment
    .split("\n")
    .find((line) => line.startsWith(`| <code>${name}`))
    ?.split(" | ")[4]
    ?.replace(/ \|$/, "") ?? "";

const titleOf = (comment: string): string => comment.split("\n")[1] ?? "";

describe("the routes of a new connection", () => {
  test("are on its line: where they lead is known after apply, and which tables there are", () => {
    const comment = commentFor({ name: "x", routes: both({ op: "create", destinations: UNKNOWN }) });
    expect(changeOf(comment)).toBe(
      "**+ create**<br>requester's routes in all tables: + <i>known after apply</i><br>accepter's routes in all tables: + <i>known after apply</i>",
    );
    expect(titleOf(comment)).toMatch(/: 1 to create$/);
    expect(comment).not.toContain("routes only");
  });

  test("are named where the program names them", () => {
    const named = { op: "create", destinations: ["10.8.0.0/16", "10.9.0.0/16"] };
    const comment = commentFor({
      name: "x",
      routes: [
        { end: "requester", ...named, tables: ["vtb-1", "vtb-2"] },
        { end: "accepter", ...named, tables: "main" },
      ],
    });
    const two = "+ <code>10.8.0.0/16</code>, + <code>10.9.0.0/16</code>";
    expect(changeOf(comment)).toBe(
      `**+ create**<br>requester's routes in <code>vtb-1</code>: ${two}<br>requester's routes in <code>vtb-2</code>: ${two}<br>accepter's routes in the main table: ${two}`,
    );
  });
});

describe("the routes of a connection that stays", () => {
  const before: EndRoutes["before"] = [
    ["vtb-1", "10.8.0.0/16"],
    ["vtb-1", "10.9.0.0/16"],
    ["vtb-2", "10.8.0.0/16"],
  ];

  test("make its line one of an update, which says by table what comes and what goes", () => {
    const changed = { op: "update", before, destinations: ["10.8.0.0/16", "10.7.0.0/16"] };
    const comment = commentFor({ name: "x", op: "same", routes: [{ end: "requester", ...changed }] });
    expect(changeOf(comment)).toBe(
      "**~ update in place**<br>requester's routes in <code>vtb-1</code>: + <code>10.7.0.0/16</code>, − <code>10.9.0.0/16</code><br>requester's routes in <code>vtb-2</code>: + <code>10.7.0.0/16</code>",
    );
    expect(titleOf(comment)).toMatch(/: 1 to update$/);
    expect(comment).not.toContain("WARNING");
  });

  test("are to come if they wait, or if somebody has taken them away", () => {
    const waiting = both({
      op: "update",
      before: [["vtb-1", "10.8.0.0/16", "waiting"]],
      destinations: ["10.8.0.0/16"],
    });
    expect(changeOf(commentFor({ name: "x", op: "same", routes: waiting }))).toContain(
      "requester's routes in <code>vtb-1</code>: + <code>10.8.0.0/16</code>",
    );
  });

  test("are said to go to the main table where nobody knows yet which that is", () => {
    const moved = { op: "update", before, tables: "main", oldTables: "all", destinations: ["10.8.0.0/16"] };
    expect(
      changeOf(commentFor({ name: "x", op: "same", routes: [{ end: "requester", ...moved }] })),
    ).toContain("requester's routes in the main table: + <code>10.8.0.0/16</code>");
  });

  test("that go are warned of: nothing is sent through it any more. No connection is cut", () => {
    const routes = both({ op: "delete", before: [["vtb-1", "10.8.0.0/16"]] });
    const comment = commentFor({ name: "x", op: "same", routes });
    expect(changeOf(comment)).toContain(
      "requester's routes in <code>vtb-1</code>: − <code>10.8.0.0/16</code>",
    );
    expect(comment).toContain(
      "> - <code>x</code>: the routes of <code>vpc-a</code> go, and with them what it sends through the connection.",
    );
    expect(comment).toContain("the routes of <code>vpc-b</code> go");
    expect(cutsTraffic(previewOf([{ name: "x", op: "same", routes }]))).toBe(false);
  });

  test("and do not change leave it among what is unchanged", () => {
    const comment = commentFor({ name: "x", op: "same", routes: both({ op: "same", before }) });
    expect(changeOf(comment)).toBe("**= unchanged**");
    expect(titleOf(comment)).toMatch(/: 1 unchanged$/);
  });
});

describe("a connection that is cut", () => {
  const before: EndRoutes["before"] = [["vtb-1", "10.8.0.0/16"]];

  test("by its end takes its routes with it", () => {
    const comment = commentFor({ name: "x", op: "delete", routes: both({ op: "delete", before }) });
    expect(changeOf(comment)).toBe(
      "**− delete**<br>requester's routes in <code>vtb-1</code>: − <code>10.8.0.0/16</code><br>accepter's routes in <code>vtb-1</code>: − <code>10.8.0.0/16</code>",
    );
    expect(comment.match(/^> - /gm)).toHaveLength(1);
  });

  test.each<[string, EndRoutes[], string]>([
    [
      "on both sides has them written again",
      both({ op: "replace", before, destinations: UNKNOWN }),
      "until the new connection is active and its routes are written again.",
    ],
    [
      "on one side has those written again, and says that others are not",
      [{ end: "accepter", op: "replace", before, destinations: UNKNOWN }],
      "and its routes are written again: the accepter's by this stack, the others by whoever wrote them.",
    ],
    ["nowhere here needs others to", [], "until the new connection is active and the routes point at it."],
  ])("by a replacement, with routes %s", (_, routes, said) => {
    const comment = commentFor({ name: "x", op: "replace", routes });
    expect(comment).toContain(said);
    if (routes.length > 0) {
      expect(changeOf(comment)).toContain(
        "routes in <code>vtb-1</code>: − <code>10.8.0.0/16</code><br>accepter's routes in all tables: + <i>known after apply</i>",
      );
    }
  });
});

describe("a connection with routes of one end only", () => {
  const one: EndRoutes = { end: "requester", op: "create", destinations: UNKNOWN };

  test("is marked in the graph, and the legend says what that means", () => {
    const comment = commentFor({ name: "x", routes: [one] });
    expect(comment).toContain('|"#43;\u00a0x,\u00a0requester#39;s\u00a0routes\u00a0only"|');
    expect(comment).toContain("“…'s routes only”: this stack writes no routes in the other VPC");
  });

  test("is marked where the other end's go", () => {
    const routes = [
      { end: "requester", op: "same", before: [["vtb-1", "10.8.0.0/16"]] },
      { end: "accepter", op: "delete", before: [["vtb-2", "10.0.0.0/16"]] },
    ] as EndRoutes[];
    expect(commentFor({ name: "x", op: "same", routes })).toContain("requester#39;s\u00a0routes\u00a0only");
  });

  test("is not marked where there are none at all, or where the preview leaves out what stays", () => {
    expect(commentFor({ name: "x" })).not.toContain("routes only");
    const { steps } = previewOf([{ name: "x", op: "update", routes: [{ ...one, op: "update" }] }]);
    const preview = { stack: "net/dev", steps, diagnostics: [], hiddenSames: 1 };
    expect(commentOf(preview)).not.toContain("routes only");
  });
});

test("routes whose connection the preview leaves out have a line of their own, between the VPCs that they join", () => {
  const [, , ...rest] = previewOf([
    {
      name: "x",
      op: "same",
      routes: [
        { end: "requester", op: "same" },
        { end: "accepter", op: "delete", before: [["vtb-2", "10.0.0.0/16"]] },
      ],
    },
  ]).steps;
  const comment = commentOf({ stack: "net/dev", steps: rest, diagnostics: [], hiddenSames: 2 });
  expect(comment).toContain("| <code>x-accepter</code><br>accepter's routes | alicloud |");
  expect(comment).toContain("<code>vpc-a</code> | <code>vpc-b</code> | **− delete**");
  expect(comment).toContain("− <code>10.0.0.0/16</code>");
  expect(comment).toContain("the routes of <code>vpc-b</code> go");
});

describe("through the plugin", () => {
  const before: EndRoutes["before"] = [["vtb-1", "10.8.0.0/16"]];
  const preview = previewOf([
    {
      name: "x",
      op: "replace",
      old: { accepter: { vpcId: "vpc-c" } },
      routes: both({ op: "update", before }),
    },
    { name: "y", op: "same", vpc: "vpc-d", routes: [{ end: "requester", op: "delete", before }] },
    { name: "z", vpc: "vpc-e", under: "VpcHub::net" },
  ]);

  test("all is told as of dynamic resources", () => {
    expect(commentOf(preview)).toContain("1 to create, 1 to update, 1 to replace");
    expect(commentOf(ofPlugin(preview))).toBe(commentOf(preview));
  });

  test("routes that a program declares by themselves are those of the connection of their VPCs", () => {
    const stack = "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev";
    const text = JSON.stringify(ofPlugin(preview)).replaceAll(
      /"parent":"[^"]*VpcPeering::[^"]*"/g,
      `"parent":"${stack}"`,
    );
    const comment = commentOf(JSON.parse(text) as typeof preview);
    expect(changeOf(comment)).toBe(changeOf(commentOf(preview)));
    expect(changeOf(comment, "y")).toBe(changeOf(commentOf(preview), "y"));
  });
});

test("what is no text in a preview's routes breaks nothing", () => {
  const strange = {
    type: "pulumi-nodejs:dynamic/vpcPeering:Routes",
    inputs: { tables: { a: 1 }, destinations: "[secret]" },
    outputs: { routes: "[secret]" },
  };
  const steps = [
    { op: "update", urn: "urn:pulumi:dev::net::t::x-requester", oldState: strange, newState: strange },
  ];
  expect(commentOf(readPreview(JSON.stringify({ steps, changeSummary: {} })))).toContain("x-requester");
});
