import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { removeTemporaryFolders, startNode, temporaryFolder, tools } from "./scripts";

afterAll(removeTemporaryFolders);

type Tree = Record<string, string>;

/** A tree in which nothing is wrong. */
const SOUND: Tree = {
  "package.json": '{ "scripts": { "check": "" } }',
  "src/model/peering.ts": "",
  "src/io/http.ts": 'import "node:http";\nimport type { Peering } from "../model/peering";\n',
  "src/program/index.ts": 'import "@pulumi/pulumi";\nimport "../model/peering";\n',
  "src/provider/index.ts": 'import "./lifecycle/ensure";\n',
  "src/provider/lifecycle/ensure.ts": 'import "../clouds/registry";\n',
  "src/provider/lifecycle/connection/diff.ts": 'import "../ensure";\n',
  "src/provider/clouds/registry.ts": 'import "./near";\nimport "./far";\n',
  "src/provider/clouds/cloud.ts": "",
  "src/provider/clouds/near/index.ts": 'import "../cloud";\n',
  "src/provider/clouds/far/index.ts": 'import "../cloud";\n',
  "emulator/core/room.ts": "",
  "emulator/clouds/near/room.ts": 'import "../../core/room";\n',
  "emulator/clouds/far/room.ts": 'import "../../core/room";\n',
  "test/support.ts": 'import "../src/provider";\n',
  "dist/src/index.js": "",
  "commandLine/command.ts": "",
  "dist/emulator/index.js": "",
  "dist/commandLine/command.js": "",
  "README.md": "",
};

const ROOMS = [
  "src",
  "src/model",
  "src/provider/lifecycle",
  "src/provider/clouds",
  "emulator",
  "emulator/core",
  "commandLine",
];

function planted(changes: Tree = {}): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

async function load<Module>(file: string): Promise<Module> {
  return (await import(pathToFileURL(join(tools, "boundaries", file)).href)) as Module;
}

describe("the check of who imports whom", () => {
  interface Check {
    breaksIn: (root: string, rooms: string[]) => string[];
  }

  async function breaks(changes: Tree): Promise<string[]> {
    const { breaksIn } = await load<Check>("breaks.mjs");
    return breaksIn(planted(changes), ROOMS.toReversed());
  }

  test("finds nothing in a sound tree", async () => {
    expect(await breaks({})).toEqual([]);
  });

  test.each([
    ["src/model/peering.ts", 'import "../io/http";', "the model is words and rules"],
    ["src/model/clock.ts", 'import "node:fs";', "the model is words and rules"],
    ["src/io/wait.ts", 'import "../provider/index";', "io knows the words of the model"],
    ["src/program/connection.ts", 'import { ensure } from "../provider/lifecycle/ensure";', "makes no call"],
    ["src/program/connection.ts", 'import type { E } from "../provider/lifecycle/ensure";', "makes no call"],
    ["src/program/connection.ts", 'void import("../provider/lifecycle/ensure");', "makes no call"],
    ["src/program/connection.ts", 'export * from "../io/http";', "makes no call"],
    ["src/provider/engine.ts", 'import * as pulumi from "@pulumi/pulumi";', "loads no SDK"],
    ["src/provider/engine.ts", 'import "@pulumi/pulumi/dynamic";', "loads no SDK"],
    ["src/provider/engine.ts", 'import "../program/index";', "loads no SDK"],
    ["src/provider/lifecycle/a.ts", 'import "../engine/call";', "whoever drives it"],
    ["src/provider/lifecycle/a.ts", 'import "../clouds/near";', "reached through"],
    ["src/provider/lifecycle/steps/a.ts", 'import "../connection/diff";', "no kind of resource"],
    ["src/provider/clouds/near/a.ts", 'import "../../lifecycle/ensure";', "decides nothing"],
    ["src/provider/clouds/near/a.ts", 'import "../far";', "no cloud knows another"],
    ["src/cli/orphans/cli.ts", 'import "../../program/index";', "no program"],
    ["src/provider/a.ts", 'import "../../emulator/core/room";', "without what tests it"],
    ["emulator/core/a.ts", 'import "../../src/model/peering";', "would share mistakes"],
    ["emulator/core/a.ts", 'import "../clouds/near/room";', "the same for all clouds"],
    ["emulator/clouds/near/a.ts", 'import "../far/room";', "no cloud knows another"],
    ["tools/quick.mjs", 'import "../test/support.ts";', "nobody but tests"],
    ["bench/run.cjs", 'require("../test/support");', "nobody but tests"],
    ["test/contract/model.ts", 'import "../unit/support/context";', "a fourth cloud takes these along"],
    ["examples/one/index.ts", 'import "../../src/program";', "what users have"],
  ])("%s may not %s", async (file, line, why) => {
    expect(await breaks({ [file]: `// A comment.\n\n${line}\n` })).toContainEqual(
      expect.stringMatching(new RegExp(`^${file}:3 imports .*: .*${why}`)),
    );
  });

  test("a circle of files is told with every import that makes it, types included", async () => {
    const found = await breaks({
      "src/provider/clouds/a.ts": 'import "./b";\n',
      "src/provider/clouds/b.ts": '\nimport type { C } from "./c";\n',
      "src/provider/clouds/c.ts": 'import "./a";\n',
    });
    expect(found).toEqual([
      "no circle of files:" +
        "\n    src/provider/clouds/a.ts:1 imports src/provider/clouds/b.ts" +
        "\n    src/provider/clouds/b.ts:2 imports src/provider/clouds/c.ts" +
        "\n    src/provider/clouds/c.ts:1 imports src/provider/clouds/a.ts",
    ]);
  });

  test("a circle at run time is told, and so is a dist that is not there", async () => {
    const found = await breaks({
      "dist/src/a.js": 'const b = require("./b");',
      "dist/src/b.js": 'const a = require("./a");',
    });
    expect(found).toEqual([expect.stringContaining("no circle of files at run time:\n    dist/src/a.js:1")]);

    const { breaksIn } = await load<Check>("breaks.mjs");
    expect(breaksIn(temporaryFolder(), ROOMS)).toContainEqual(
      expect.stringMatching(/^dist\/src is not there/),
    );
  });

  test("rooms may be no circle even where their files are none", async () => {
    const found = await breaks({
      "src/provider/lifecycle/time.ts": "",
      "src/provider/clouds/wait.ts": 'import "../lifecycle/time";\n',
    });
    expect(found).toContainEqual(
      "no circle of rooms:" +
        "\n    src/provider/clouds/wait.ts:1 imports src/provider/lifecycle/time.ts" +
        "\n    src/provider/lifecycle/ensure.ts:1 imports src/provider/clouds/registry.ts",
    );
  });

  test("every folder is in a room", async () => {
    const { breaksIn } = await load<Check>("breaks.mjs");
    expect(breaksIn(planted(), ["emulator"])).toContainEqual(
      "src/program is in no row of the table of rooms in docs/architecture.md",
    );
  });
});

test("the table of rooms is rewritten from the imports, the rest of the page left alone", async () => {
  interface Rooms {
    withWhatRoomsStandOn: (page: string, arrows: { from: string; to: string; said: string }[]) => string;
  }
  const { withWhatRoomsStandOn } = await load<Rooms>("rooms.mjs");
  const page = (standsOn: string) =>
    ["# Page", "| folder | its job | stands on |", `| \`src/a\` | its job | ${standsOn} |`, "Text."].join(
      "\n",
    );
  const arrow = (to: string) => ({ from: "src/a/deep/file.ts", to, said: "" });

  expect(
    withWhatRoomsStandOn(page("what was so once"), [arrow("zod/v4"), arrow("node:fs"), arrow("src/a/b.ts")]),
  ).toBe(page("`zod`"));
});

test("the command fails, says why and what to do, and writes the table when asked to", async () => {
  const page = "# Page\n\n| folder | its job | stands on |\n| --- | --- | --- |\n";
  const rows = ROOMS.map((room) => `| \`${room}\` | its job | |\n`).join("");
  const folder = planted({ "docs/architecture.md": page + rows });
  const run = (...more: string[]) =>
    startNode([join(tools, "boundaries.mjs"), folder, ...more], { PATH: process.env.PATH }).ended;

  const first = await run();
  expect(first.output).toMatch(/run node tools\/boundaries.mjs --write\n$/);
  expect(first.code).toBe(1);
  expect(await run("--write")).toEqual({ code: 0, output: "" });
  expect(await run()).toEqual({ code: 0, output: "" });

  writeFileSync(join(folder, "src/io/b.ts"), 'import "../program";\n');
  const last = await run();
  expect(last.output).toMatch(/^src\/io\/b.ts:1 imports src\/program/);
  expect(last.code).toBe(1);
});

describe("the check of what our pages name", () => {
  interface Pages {
    missingOn: (root: string, pages: string[]) => string[];
    pagesIn: (root: string) => string[];
  }

  async function missing(text: string): Promise<string[]> {
    const { missingOn, pagesIn } = await load<Pages>("pages.mjs");
    const folder = planted({ "docs/page.md": text });
    expect(pagesIn(folder)).toEqual(["README.md", "docs/page.md"]);
    return missingOn(folder, ["docs/page.md"]);
  }

  test.each([
    ["a file", "`src/io/http.ts`, src/io/http.ts."],
    ["a folder", "see `src/io` and test/"],
    ["any name of a folder", "`src/provider/clouds/<cloud>/index.ts`, `emulator/clouds/*/room.ts`"],
    [
      "a link",
      "[page](page.md), [root](../README.md), [part](#a-part-of-it), [the web](https://x.test/docs/a)\n## A part: of it",
    ],
    ["a script", "`npm run check`"],
    ["an address", "https://x.test/src/none.ts"],
  ])("%s that is there is fine", async (_what, text) => {
    expect(await missing(text)).toEqual([]);
  });

  test.each([
    ["a file", "`src/io/none.ts`", "src/io/none.ts"],
    ["a file without marks", "see src/io/none.ts.", "src/io/none.ts"],
    ["a name that no folder has", "`emulator/clouds/<cloud>/none.ts`", "emulator/clouds/<cloud>/none.ts"],
    ["a link", "[page](none.md)", "none.md"],
    ["a heading", "[part](page.md#none)\n## Part", "page.md#none"],
    ["a script", "`npm run none`", "npm run none"],
  ])("%s that is not there is told", async (_what, text, name) => {
    expect(await missing(text)).toEqual([expect.stringContaining(`docs/page.md names ${name}, which`)]);
  });
});
