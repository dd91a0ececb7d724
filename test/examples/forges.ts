import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a forge has of a comment. */
export interface Comment {
  id: number;
  body: string;
}

/** How GitHub and GitLab differ, as far as comments go. */
interface Rules {
  path: string;
  token: (headers: IncomingHttpHeaders) => string | undefined;
  /** How many characters a comment may have, and what is answered if it has more. */
  longest: number;
  tooLong: number;
  /** What is answered to who calls too often. */
  limited: number;
  created: number;
  update: string;
}

const RULES = {
  github: {
    path: "/repos/net/infra/issues/7/comments",
    token: ({ authorization }) => authorization?.replace(/^Bearer /, ""),
    longest: 65_536,
    tooLong: 422,
    limited: 403,
    created: 201,
    update: "PATCH",
  },
  gitlab: {
    path: "/projects/3/merge_requests/8/notes",
    token: (headers) => headers["private-token"] as string | undefined,
    longest: 1_000_000,
    tooLong: 400,
    limited: 429,
    created: 201,
    update: "PUT",
  },
} as const satisfies Record<string, Rules>;

export type ForgeName = keyof typeof RULES;

/** A forge on this machine: it checks tokens, hands out pages, and refuses what is too long or too often. */
export class Forge {
  readonly comments: Comment[];
  /** Each call that was answered with what was asked for. */
  readonly calls: string[] = [];
  /** How many calls are refused as too many. */
  tooMany = 0;
  private readonly rules: Rules;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  constructor(
    private readonly name: ForgeName,
    others: number,
  ) {
    this.rules = RULES[name];
    this.comments = Array.from({ length: others }, (_, id) => ({ id, body: `Somebody's remark ${id}` }));
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  /** What a job's environment says of this forge. */
  environment(url: string, token: string): NodeJS.ProcessEnv {
    return this.name === "github"
      ? { GITHUB_API_URL: url, GITHUB_TOKEN: token, GITHUB_REPOSITORY: "net/infra", PULL_REQUEST: "7" }
      : { CI_API_V4_URL: url, GITLAB_TOKEN: token, CI_PROJECT_ID: "3", CI_MERGE_REQUEST_IID: "8" };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const part of request) text += String(part);
    const end = (status: number, body: unknown, headers = {}) =>
      response.writeHead(status, headers).end(JSON.stringify(body));
    const { method = "", headers } = request;
    const url = new URL(request.url ?? "", "http://forge");
    const token = this.rules.token(headers);
    if (token !== "reads" && token !== "writes") return void end(401, { message: "Bad credentials" });
    if (this.tooMany > 0) {
      this.tooMany -= 1;
      return void end(this.rules.limited, { message: "Too many" }, { "retry-after": "0" });
    }
    if (method !== "GET" && token !== "writes") return void end(403, { message: "Not accessible" });
    this.calls.push(`${method} ${url.pathname}`);
    if (method === "GET") {
      this.page(url, end);
      return;
    }
    const { body } = JSON.parse(text) as { body: string };
    if (body.length > this.rules.longest) return void end(this.rules.tooLong, { message: "too long" });
    if (method === "POST" && url.pathname === this.rules.path) {
      this.comments.push({ id: this.comments.length, body });
      return void end(this.rules.created, this.comments.at(-1));
    }
    const known = this.comments.find(({ id }) => url.pathname.endsWith(`/${id}`));
    if (method !== this.rules.update || known === undefined) return void end(404, { message: "Not Found" });
    known.body = body;
    end(200, known);
  }

  private page(url: URL, end: (status: number, body: unknown, headers?: object) => unknown): void {
    const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
    const page = Number(url.searchParams.get("page") ?? 1);
    const hasNext = this.comments.length > page * size;
    const link = hasNext ? { link: `<http://forge/?page=${page + 1}>; rel="next"` } : {};
    end(200, this.comments.slice((page - 1) * size, page * size), link);
  }
}
