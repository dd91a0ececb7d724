// Posts a Markdown file as a comment of a pull request (GitHub) or a note of a merge request (GitLab), or updates
// the one it posted before: the one that begins with the same hidden line.
//
//   node comment.mjs comment.md
//
// GitHub: GITHUB_TOKEN (pull-requests: write), GITHUB_REPOSITORY, PULL_REQUEST; GITHUB_API_URL.
// GitLab: GITLAB_TOKEN (scope api), CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CI_API_V4_URL.
import { readFile } from "node:fs/promises";

const PAGE = 100;
const ATTEMPTS = 5;
/** Seconds. */
const LONGEST_WAIT = 120;

const HINTS = {
  401: "The token is not known, or has expired.",
  403: "The token may not write comments: GitHub, permissions of the job, pull-requests: write; GitLab, scope api.",
  404: "The token may not see this project, or there is no such pull request.",
};

const forges = {
  github: {
    isHere: ({ GITHUB_TOKEN }) => GITHUB_TOKEN !== undefined,
    headers: ({ GITHUB_TOKEN }) => ({
      authorization: `Bearer ${GITHUB_TOKEN}`,
      accept: "application/vnd.github+json",
    }),
    list: ({ GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY, PULL_REQUEST }) =>
      `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues/${PULL_REQUEST}/comments`,
    one: ({ GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY }, id) =>
      `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues/comments/${id}`,
    update: "PATCH",
  },
  gitlab: {
    isHere: ({ GITLAB_TOKEN }) => GITLAB_TOKEN !== undefined,
    headers: ({ GITLAB_TOKEN }) => ({ "private-token": GITLAB_TOKEN }),
    list: ({ CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID }) =>
      `${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`,
    one: (env, id) => `${forges.gitlab.list(env)}/${id}`,
    update: "PUT",
  },
};

// PowerShell ends lines in its own way, and may begin a text with a mark: the forge keeps neither.
const file = await readFile(process.argv[2] ?? "comment.md", "utf8");
const body = file.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
const marker = body.split("\n", 1)[0];
// Anything else might be how somebody else's comment begins.
if (!marker.startsWith("<!-- vpc-peering-preview:"))
  throw new Error("This is no comment of vpc-peering-preview.");
const forge = Object.values(forges).find(({ isHere }) => isHere(process.env));
if (forge === undefined) throw new Error("Set GITHUB_TOKEN or GITLAB_TOKEN.");

const posted = await find();
if (posted === undefined) await call("POST", forge.list(process.env), { body });
else await call(forge.update, forge.one(process.env, posted.id), { body });
console.log(posted === undefined ? "posted a comment" : `updated comment ${posted.id}`);

async function find() {
  for (let page = 1; ; page += 1) {
    const answer = await call("GET", `${forge.list(process.env)}?per_page=${PAGE}&page=${page}`);
    const comments = await answer.json();
    const ours = comments.find((comment) => comment.body?.startsWith(marker));
    const isLast = !/rel="?next/.test(answer.headers.get("link") ?? "") && comments.length < PAGE;
    if (ours !== undefined || isLast) return ours;
  }
}

/** Both say when they take calls again; GitHub does so with a 403, too. */
async function call(method, url, content) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, {
      method,
      headers: { ...forge.headers(process.env), "content-type": "application/json" },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (answer.ok) return answer;
    const { status, headers } = answer;
    const isLimited = status === 429 || (status === 403 && headers.has("retry-after"));
    if (isLimited && attempt < ATTEMPTS) {
      const seconds = Number(headers.get("retry-after") ?? 60);
      await new Promise((later) => setTimeout(later, Math.min(seconds, LONGEST_WAIT) * 1000));
      continue;
    }
    const hint = HINTS[status] === undefined ? "" : ` ${HINTS[status]}`;
    throw new Error(`${method} ${new URL(url).pathname}: ${status} ${await answer.text()}${hint}`);
  }
}
