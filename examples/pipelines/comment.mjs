// Posts a Markdown file as a comment of a pull request (GitHub) or a note of a merge request (GitLab), or updates
// the one it posted before: the one that begins with the same hidden line.
//
//   node comment.mjs comment.md
//
// GitHub: GITHUB_TOKEN (pull-requests: write), GITHUB_REPOSITORY, PULL_REQUEST; GITHUB_API_URL.
// GitLab: GITLAB_TOKEN (scope api), CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CI_API_V4_URL.
import { readFile } from "node:fs/promises";

const PAGE = 100;

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

const body = await readFile(process.argv[2] ?? "comment.md", "utf8");
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
    const comments = await call("GET", `${forge.list(process.env)}?per_page=${PAGE}&page=${page}`);
    const ours = comments.find((comment) => comment.body?.startsWith(marker));
    if (ours !== undefined || comments.length < PAGE) return ours;
  }
}

async function call(method, url, content) {
  const answer = await fetch(url, {
    method,
    headers: { ...forge.headers(process.env), "content-type": "application/json" },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  if (!answer.ok)
    throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}
