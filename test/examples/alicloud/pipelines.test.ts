import { spawn } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join, resolve } from "node:path";
import type { Outcome } from "../../engine/support";
import { PRELUDE } from "../../engine/alicloud/program";
import { openStack } from "../../engine/support";

const PIPELINES = resolve(__dirname, "../../../examples/pipelines");

const program = (more: string): string => `${PRELUDE}
new VpcPeering("hub-app", { cloud: "alicloud", requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1app01" }, ${more} }, { provider: a() });`;

interface Comment {
  id: number;
  body: string;
}

/** GitHub's and GitLab's comments, as far as the script asks for them. */
async function openForge(): Promise<{ url: string; comments: Comment[]; calls: string[]; close(): void }> {
  const comments: Comment[] = Array.from({ length: 100 }, (_, id) => ({
    id,
    body: `Somebody's remark ${id}`,
  }));
  const calls: string[] = [];
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? "", "http://forge");
    let text = "";
    for await (const part of request) text += String(part);
    if (request.method === "GET") {
      const page = Number(url.searchParams.get("page"));
      return comments.slice((page - 1) * 100, page * 100);
    }
    const keys = request.headers.authorization ?? request.headers["private-token"];
    calls.push(`${request.method ?? ""} ${url.pathname} by ${String(keys)}`);
    const { body } = JSON.parse(text) as { body: string };
    const known = comments.find(({ id }) => url.pathname.endsWith(`/${id}`));
    if (known !== undefined) known.body = body;
    else comments.push({ id: comments.length, body });
    return {};
  };
  const server = createServer((request, response) => {
    void answer(request).then((result) => response.end(JSON.stringify(result)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, comments, calls, close: () => server.close() };
}

/** Runs a script as the pipelines do. The test's own process answers it meanwhile. */
async function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  return await new Promise((done) => {
    const child = spawn("bash", ["-e", "-c", script], { cwd, env });
    let output = "";
    child.stdout.on("data", (text: Buffer) => (output += text.toString()));
    child.stderr.on("data", (text: Buffer) => (output += text.toString()));
    child.on("close", (code) => {
      done({ code: code ?? -1, output });
    });
  });
}

/** The script of a pipeline's step that makes the comment: the first block that runs a preview for it. */
async function previewScript(file: string): Promise<string> {
  const lines = (await readFile(join(PIPELINES, file), "utf8")).split("\n");
  const start = lines.indexOf(lines.find((line) => line.trim() === "code=0") ?? "");
  const indent = /^ */.exec(lines[start] ?? "")?.[0] ?? "";
  const end = lines.findIndex((line, index) => index > start && !line.startsWith(indent));
  return lines.slice(start, end).join("\n");
}

test("the pipelines post one comment for a pull request, and update it with each preview", async () => {
  const stack = await openStack(program(""));
  const bin = join(stack.folder, "..", "bin");
  await mkdir(bin);
  // As npx finds it where the package is installed.
  await writeFile(
    join(bin, "npx"),
    `#!/bin/sh\n[ "$1" = vpc-peering-preview ] || exit 9\nshift\nexec node ${resolve(__dirname, "../../../dist/src/cli/preview/cli.js")} "$@"\n`,
  );
  await chmod(join(bin, "npx"), 0o755);
  await mkdir(join(stack.folder, "ci"));
  await writeFile(join(stack.folder, "ci/comment.mjs"), await readFile(join(PIPELINES, "comment.mjs")));
  const forge = await openForge();
  const job = async (script: string, set: NodeJS.ProcessEnv) =>
    await bash(script, stack.folder, {
      ...stack.environment,
      PATH: [bin, stack.environment["PATH"]].join(delimiter),
      STACK: "dev",
      GITHUB_STEP_SUMMARY: join(stack.folder, "summary.md"),
      ...set,
    });
  const github = {
    GITHUB_API_URL: forge.url,
    GITHUB_TOKEN: "t",
    GITHUB_REPOSITORY: "net/infra",
    PULL_REQUEST: "7",
  };
  const gitlab = {
    CI_API_V4_URL: forge.url,
    GITLAB_TOKEN: "t",
    CI_PROJECT_ID: "3",
    CI_MERGE_REQUEST_IID: "8",
  };

  try {
    const preview = await previewScript("github/vpc-peerings.yml");
    expect(await job(preview, {})).toMatchObject({ code: 0 });
    expect(await job("node ci/comment.mjs comment.md", github)).toMatchObject({ code: 0 });
    expect(forge.comments[100]?.body).toContain("1 to create");
    expect(await readFile(join(stack.folder, "summary.md"), "utf8")).toBe(forge.comments[100]?.body);

    // The preview fails, and the job with it; the comment says why.
    await stack.write(program("bandwidth: 100"));
    expect((await job(preview, {})).code).not.toBe(0);
    expect(await job("node ci/comment.mjs comment.md", github)).toMatchObject({ code: 0 });
    expect(forge.comments[100]?.body).toContain("bandwidth is 100: it is for connections between regions");

    expect((await job(await previewScript("gitlab/templates/vpc-peerings.yml"), {})).code).not.toBe(0);
    expect((await job("node ci/comment.mjs comment.md", gitlab)).output).toContain("updated comment 100");
    expect(forge.comments).toHaveLength(101);
    expect(forge.calls).toEqual([
      "POST /repos/net/infra/issues/7/comments by Bearer t",
      "PATCH /repos/net/infra/issues/comments/100 by Bearer t",
      "PUT /projects/3/merge_requests/8/notes/100 by t",
    ]);

    // What is no comment of ours touches nobody's.
    await writeFile(join(stack.folder, "comment.md"), "");
    expect((await job("node ci/comment.mjs comment.md", github)).code).not.toBe(0);
    expect(forge.calls).toHaveLength(3);
  } finally {
    forge.close();
  }
});
