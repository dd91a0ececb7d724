import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ForgeName } from "./forges";
import { Forge } from "./forges";

const ROOT = resolve(__dirname, "../..");
const PIPELINES = join(ROOT, "examples/pipelines");
const MARKER = "<!-- vpc-peering-preview:prod -->";

const folder = mkdtempSync(join(tmpdir(), "vpc-peering-comment-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const [program = "", ...rest] = args;
  return await new Promise((done) => {
    const child = spawn(program, rest, { cwd: folder, env: { PATH: process.env["PATH"], ...env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => (output += text.toString()));
    }
    child.on("close", (code) => {
      done({ code: code ?? -1, output });
    });
  });
}

function written(body: string): string {
  const file = join(folder, "comment.md");
  writeFileSync(file, body);
  return file;
}

describe.each(["github", "gitlab"] as const)("on %s", (name: ForgeName) => {
  async function opened(others: number) {
    const forge = new Forge(name, others);
    const url = await forge.open();
    const post = (body: string, token = "writes") =>
      run(["node", join(PIPELINES, "comment.mjs"), written(body)], forge.environment(url, token));
    return { forge, post, url };
  }

  test("a comment is posted once, then updated, however many others there are", async () => {
    const { forge, post } = await opened(250);
    try {
      expect(await post(`${MARKER}\none`)).toMatchObject({ code: 0, output: "posted a comment\n" });
      expect(await post(`${MARKER}\ntwo`)).toMatchObject({ code: 0, output: "updated comment 250\n" });
      expect(forge.comments).toHaveLength(251);
      expect(forge.comments[250]?.body).toBe(`${MARKER}\ntwo`);
      expect(forge.calls.filter((call) => call.startsWith("GET"))).toHaveLength(6);
    } finally {
      forge.close();
    }
  });

  test("a comment that PowerShell wrote, with a mark and its line ends, is the same comment", async () => {
    const { forge, post } = await opened(1);
    try {
      expect(await post(`${MARKER}\none`)).toMatchObject({ code: 0 });
      expect(await post(`\ufeff${MARKER}\r\ntwo\r\n`)).toMatchObject({ output: "updated comment 1\n" });
      expect(forge.comments.map(({ body }) => body).slice(1)).toEqual([`${MARKER}\ntwo\n`]);
    } finally {
      forge.close();
    }
  });

  test("a full last page is not taken for one with a next", async () => {
    const { forge, post } = await opened(100);
    try {
      expect(await post(`${MARKER}\none`)).toMatchObject({ code: 0 });
      expect(forge.comments).toHaveLength(101);
    } finally {
      forge.close();
    }
  });

  test("a call that came too often is repeated when the forge says, and given up after five times", async () => {
    const { forge, post } = await opened(1);
    try {
      forge.tooMany = 3;
      expect(await post(`${MARKER}\none`)).toMatchObject({ code: 0 });
      forge.tooMany = 5;
      expect((await post(`${MARKER}\ntwo`)).code).not.toBe(0);
      expect(forge.comments.at(-1)?.body).toBe(`${MARKER}\none`);
    } finally {
      forge.close();
    }
  });

  test.each([
    ["unknown", 401, "The token is not known"],
    ["reads", 403, "The token may not write comments"],
  ])("with the token %s it fails with %i and what to do, and shows no token", async (token, status, hint) => {
    const { forge, post } = await opened(1);
    try {
      const { code, output } = await post(`${MARKER}\none`, token);
      expect(code).not.toBe(0);
      expect(output).toContain(String(status));
      expect(output).toContain(hint);
      expect(output).not.toContain(`Bearer ${token}`);
      expect(forge.comments).toHaveLength(1);
    } finally {
      forge.close();
    }
  });

  test("what is no comment of ours, and what is longer than the forge takes, is not posted", async () => {
    const { forge, post } = await opened(1);
    try {
      expect((await post("Hello")).code).not.toBe(0);
      expect((await post(`${MARKER}\n${"x".repeat(1_000_000)}`)).code).not.toBe(0);
      expect(forge.comments).toHaveLength(1);
    } finally {
      forge.close();
    }
  });
});

test("the action of this repository posts the comment, and says what it did", async () => {
  const forge = new Forge("github", 3);
  const url = await forge.open();
  try {
    const text = readFileSync(join(ROOT, "action.yml"), "utf8");
    const script = text.split("      run: |\n")[1]?.replaceAll(/^ {8}/gm, "") ?? "";
    const { GITHUB_TOKEN, PULL_REQUEST, ...rest } = forge.environment(url, "writes");
    // What its `env:` takes from the inputs.
    expect(text).toContain("GITHUB_TOKEN: ${{ inputs.token }}");
    expect(text).toContain("PULL_REQUEST: ${{ inputs.pull-request }}");
    const output = join(folder, "outputs");
    const given = { ...rest, GITHUB_TOKEN, PULL_REQUEST, COMMENT: written(`${MARKER}\none`) };
    const set = { ...given, GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: output };
    expect(await run(["bash", "-e", "-c", script], set)).toMatchObject({ code: 0 });
    expect(readFileSync(output, "utf8")).toBe("result=posted a comment\n");
    expect(forge.comments).toHaveLength(4);
  } finally {
    forge.close();
  }
});

/** The jobs of a pipeline, as text. */
function jobsOf(file: string): Record<string, string> {
  const parts =
    readFileSync(join(PIPELINES, file), "utf8")
      .split("\njobs:\n")[1]
      ?.split(/^ {2}(\w+):\n/m) ?? [];
  return Object.fromEntries(
    parts.slice(1).flatMap((name, i, all) => (i % 2 ? [] : [[name, all[i + 1] ?? ""]])),
  );
}

test("on GitHub, no job has both keys and the right to write, and the whole workflow has neither", () => {
  const jobs = jobsOf("github/vpc-peerings.yml");
  expect(Object.keys(jobs)).toEqual(["preview", "comment", "up", "drift"]);
  for (const [name, job] of Object.entries(jobs)) {
    expect([name, job.includes("secrets.")]).toEqual([name, name !== "comment"]);
    expect([name, job.includes(": write")]).toEqual([name, name === "comment"]);
  }
  const [head = ""] = readFileSync(join(PIPELINES, "github/vpc-peerings.yml"), "utf8").split("\njobs:\n");
  expect(head).toContain("permissions: {}");
  expect(head).not.toContain("secrets.");
});

describe("a job's identity is traded for keys", () => {
  interface Call {
    path: string;
    headers: Record<string, unknown>;
    body: Record<string, unknown>;
  }

  async function traded(cloud: string, more: NodeJS.ProcessEnv) {
    const calls: Call[] = [];
    const server = createServer((request, response) => {
      let text = "";
      request.on("data", (part: Buffer) => (text += part.toString()));
      request.on("end", () => {
        const { url: path = "", headers } = request;
        calls.push({ path, headers, body: JSON.parse(text) as Record<string, unknown> });
        const answers: Record<string, object> = {
          "/": { Response: { Credentials: { TmpSecretId: "id", TmpSecretKey: "key", Token: "token" } } },
          "/v3.0/OS-AUTH/id-token/tokens": {},
          "/v3.0/OS-CREDENTIAL/securitytokens": {
            credential: { access: "ak", secret: "sk", securitytoken: "st" },
          },
        };
        response.writeHead(201, { "x-subject-token": "scoped" }).end(JSON.stringify(answers[path]));
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { ID_TOKEN: "jwt", STS_ENDPOINT: url, IAM_ENDPOINT: url, RUNNER_TEMP: folder, ...more };
    const outcome = await run(["node", join(PIPELINES, "keys.mjs"), cloud], env);
    server.close();
    return { ...outcome, calls };
  }

  test("on Alibaba Cloud, by the package itself: it needs the token in a file", async () => {
    const { code, output } = await traded("alicloud", {});
    expect({ code, output }).toEqual({
      code: 0,
      output: `ALIBABA_CLOUD_OIDC_TOKEN_FILE=${folder}/oidc-token\n`,
    });
    expect(readFileSync(join(folder, "oidc-token"), "utf8")).toBe("jwt");
  });

  test("on Tencent Cloud, for those of a role", async () => {
    const given = {
      PROVIDER_ID: "github",
      ROLE_ARN: "qcs::cam::uin/1:roleName/r",
      TENCENTCLOUD_REGION: "ap-guangzhou",
    };
    const { output, calls } = await traded("tencentcloud", given);
    expect(output.split("\n").sort().slice(1)).toEqual([
      "TENCENTCLOUD_SECRET_ID=id",
      "TENCENTCLOUD_SECRET_KEY=key",
      "TENCENTCLOUD_SECURITY_TOKEN=token",
    ]);
    expect(calls[0]).toMatchObject({
      headers: { authorization: "SKIP", "x-tc-action": "AssumeRoleWithWebIdentity" },
      body: { WebIdentityToken: "jwt", ProviderId: "github", RoleArn: given.ROLE_ARN },
    });
  });

  test("on Huawei Cloud, for those of a project", async () => {
    const { output, calls } = await traded("huaweicloud", {
      PROVIDER_ID: "github",
      PROJECT_NAME: "cn-north-4",
    });
    expect(output.split("\n").sort().slice(1)).toEqual([
      "HUAWEICLOUD_SDK_AK=ak",
      "HUAWEICLOUD_SDK_SECURITY_TOKEN=st",
      "HUAWEICLOUD_SDK_SK=sk",
    ]);
    expect(calls.map(({ path }) => path)).toEqual([
      "/v3.0/OS-AUTH/id-token/tokens",
      "/v3.0/OS-CREDENTIAL/securitytokens",
    ]);
    expect(calls[1]?.headers["x-auth-token"]).toBe("scoped");
  });

  test("without an identity it says how a job gets one", async () => {
    const { code, output } = await run(["node", join(PIPELINES, "keys.mjs"), "alicloud"], {});
    expect(code).not.toBe(0);
    expect(output).toContain("id-token: write");
  });
});
