import http from "node:http";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { clouds } from "../clouds/index.cjs";
import { openBench } from "./support";

const ROOT = join(__dirname, "../..");
/** More than there are from the engine's call to the request. */
const FRAMES = 200;

afterEach(() => {
  jest.restoreAllMocks();
});

/** The files that a section of docs/architecture.md lists, in its order. */
function listed(heading: string): string[] {
  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  const section = page.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = ""]) => file);
}

/** Our files that a call went through to its request, each where it came first. */
function filesInStack(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const frames = (new Error().stack ?? "").split("\n").toReversed();
  Error.stackTraceLimit = stackTraceLimit;
  const files = frames.flatMap((frame) => /(\/[^:()]*\/src\/[^:()]*):\d+/.exec(frame)?.[1] ?? []);
  return [...new Set(files.map((file) => relative(ROOT, file)))];
}

/** Each call of a create within one account on Alibaba Cloud, with the files it went through. */
async function walksOfCreate(): Promise<Map<string, string[]>> {
  const walks = new Map<string, string[]>();
  const request = http.request.bind(http);
  jest.spyOn(http, "request").mockImplementation(((url: URL, options: http.RequestOptions, ...more: []) => {
    const { "x-acs-action": action } = options.headers as Readonly<Record<string, string | undefined>>;
    if (action !== undefined) walks.set(action, filesInStack());
    return request(url, options, ...more);
  }) as typeof http.request);
  const bench = await openBench(clouds.alicloud);
  await bench.connection.create(bench.sameAccount());
  return walks;
}

test("docs/architecture.md lists each file that requester.vpcId goes through to the wire, once and in order", async () => {
  const there = listed("There");
  expect(new Set(there).size).toBe(there.length);

  const walk = (await walksOfCreate()).get("CreateVpcPeerConnection") ?? [];

  expect(walk).toContain("src/provider/clouds/kit/transport.ts");
  expect(there.filter((file) => walk.includes(file))).toEqual(walk);
});

test("and each one that the status comes back through", async () => {
  const back = listed("And back");
  expect(new Set(back).size).toBe(back.length);

  const walk = (await walksOfCreate()).get("GetVpcPeerConnectionAttribute") ?? [];

  expect(walk).toContain("src/io/wait.ts");
  expect(back.filter((file) => walk.includes(file))).toEqual(walk.toReversed());
});
