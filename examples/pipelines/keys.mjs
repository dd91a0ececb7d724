// Trades the identity of a CI job (OIDC) for keys that end within the hour, so that none is stored. Prints lines NAME=value.
//
//   node keys.mjs alicloud|tencentcloud|huaweicloud >> "$GITHUB_ENV"
//
// The job's identity: GitHub, `id-token: write`; GitLab, `id_tokens` in a variable ID_TOKEN.
// Alibaba Cloud: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN. The package trades by itself.
// Tencent Cloud: ROLE_ARN, PROVIDER_ID, TENCENTCLOUD_REGION; STS_ENDPOINT.
// Huawei Cloud: PROVIDER_ID, PROJECT_NAME; IAM_ENDPOINT.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { env } = process;
const SECONDS = 3600;

const clouds = {
  alicloud: async (token) => {
    const file = join(env.RUNNER_TEMP ?? tmpdir(), "oidc-token");
    await writeFile(file, token, { mode: 0o600 });
    return { ALIBABA_CLOUD_OIDC_TOKEN_FILE: file };
  },
  tencentcloud: async (token) => {
    const { Response } = await post(env.STS_ENDPOINT ?? "https://sts.tencentcloudapi.com", {
      headers: {
        authorization: "SKIP",
        "x-tc-action": "AssumeRoleWithWebIdentity",
        "x-tc-version": "2018-08-13",
        "x-tc-region": needed("TENCENTCLOUD_REGION"),
        "x-tc-timestamp": String(Math.floor(Date.now() / 1000)),
      },
      body: {
        ProviderId: needed("PROVIDER_ID"),
        WebIdentityToken: token,
        RoleArn: needed("ROLE_ARN"),
        RoleSessionName: "vpc-peerings",
        DurationSeconds: SECONDS,
      },
    });
    if (Response.Error !== undefined) throw new Error(`${Response.Error.Code}: ${Response.Error.Message}`);
    const { TmpSecretId, TmpSecretKey, Token } = Response.Credentials;
    return {
      TENCENTCLOUD_SECRET_ID: TmpSecretId,
      TENCENTCLOUD_SECRET_KEY: TmpSecretKey,
      TENCENTCLOUD_SECURITY_TOKEN: Token,
    };
  },
  huaweicloud: async (token) => {
    const endpoint = env.IAM_ENDPOINT ?? "https://iam.myhuaweicloud.com";
    const answer = await send(`${endpoint}/v3.0/OS-AUTH/id-token/tokens`, {
      headers: { "x-idp-id": needed("PROVIDER_ID") },
      body: { auth: { id_token: { id: token }, scope: { project: { name: needed("PROJECT_NAME") } } } },
    });
    const scoped = answer.headers.get("x-subject-token");
    const methods = ["token"];
    const { credential } = await post(`${endpoint}/v3.0/OS-CREDENTIAL/securitytokens`, {
      headers: { "x-auth-token": scoped },
      body: { auth: { identity: { methods, token: { id: scoped, duration_seconds: SECONDS } } } },
    });
    return {
      HUAWEICLOUD_SDK_AK: credential.access,
      HUAWEICLOUD_SDK_SK: credential.secret,
      HUAWEICLOUD_SDK_SECURITY_TOKEN: credential.securitytoken,
    };
  },
};

const trade = clouds[process.argv[2]];
if (trade === undefined) throw new Error(`Name a cloud: ${Object.keys(clouds).join(", ")}.`);
for (const [name, value] of Object.entries(await trade(await identity()))) {
  // Whatever prints it afterwards, GitHub shows ***.
  if (env.GITHUB_ACTIONS !== undefined) process.stderr.write(`::add-mask::${value}\n`);
  process.stdout.write(`${name}=${value}\n`);
}

async function identity() {
  const { ID_TOKEN, ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: key } = env;
  if (ID_TOKEN !== undefined) return ID_TOKEN;
  if (url === undefined || key === undefined)
    throw new Error("This job has no identity. GitHub: permissions, id-token: write; GitLab: id_tokens.");
  const answer = await fetch(`${url}&audience=${encodeURIComponent(env.AUDIENCE ?? "sts")}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`No identity: ${answer.status}`);
  return (await answer.json()).value;
}

function needed(name) {
  if (!env[name]) throw new Error(`Set ${name}.`);
  return env[name];
}

async function send(url, { headers, body }) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function post(url, request) {
  return await (await send(url, request)).json();
}
