import { PeeringError } from "../../../model/errors";
import { exchange } from "../kit/transport";
import type { Keys } from "./keys";
import type { Hosts, Service } from "./endpoints";
import { serviceUrl } from "./endpoints";
import { errorOf } from "./errors";
import { parsed, refusalOf } from "./refusal";
import { authorization, canonicalQuery, sdkDate } from "./sign";

/** An API action: its service, method and path. */
interface Action {
  service: Service;
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
}

const PEERINGS = "/v2.0/vpc/peerings";

/** Every action this package calls. */
export const ACTIONS = {
  CreateVpcPeering: { service: "vpc", method: "POST", path: PEERINGS },
  ShowVpcPeering: { service: "vpc", method: "GET", path: `${PEERINGS}/{id}` },
  ListVpcPeerings: { service: "vpc", method: "GET", path: PEERINGS },
  UpdateVpcPeering: { service: "vpc", method: "PUT", path: `${PEERINGS}/{id}` },
  DeleteVpcPeering: { service: "vpc", method: "DELETE", path: `${PEERINGS}/{id}` },
  AcceptVpcPeering: { service: "vpc", method: "PUT", path: `${PEERINGS}/{id}/accept` },
  RejectVpcPeering: { service: "vpc", method: "PUT", path: `${PEERINGS}/{id}/reject` },
  ListVpcs: { service: "vpc", method: "GET", path: "/v3/{project}/vpc/vpcs" },
  ShowQuota: { service: "vpc", method: "GET", path: "/v1/{project}/quotas" },
  KeystoneListProjects: { service: "iam", method: "GET", path: "/v3/projects" },
  CreateTemporaryAccessKeyByAgency: {
    service: "iam",
    method: "POST",
    path: "/v3.0/OS-CREDENTIAL/securitytokens",
  },
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** What is asked. */
export interface Question {
  /** Picks the host. */
  region: string;
  /** What stands for `{id}` in the path: checked, since it goes there as it is. */
  id?: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
}

/** With whose keys, in which project, and how. */
export interface Asker {
  keys: Keys;
  /** The project that is acted in; calls to IAM are for the whole account. */
  projectId?: string;
  hosts: Hosts;
  timeoutMs: number;
}

/** An answer's fields; none where the answer has no body. */
export type Answer = Readonly<Record<string, unknown>>;

/** One signed call: the answer, or a {@link PeeringError} that says what is known of its effect. */
export async function call(action: ActionName, question: Question, asker: Asker): Promise<Answer> {
  const { service, method, path } = ACTIONS[action];
  const url = urlOf(service, path.replace("{project}", asker.projectId ?? ""), question, asker.hosts);
  const body = question.body === undefined ? "" : JSON.stringify(question.body);
  const headers = signedHeaders({ method, url, query: question.query ?? {}, body }, asker);
  const sender = { cloud: "huaweicloud", action, endpoint: asker.hosts.endpoint } as const;
  const answer = await exchange({ method, url, headers, body, timeoutMs: asker.timeoutMs }, sender);
  const requestId = answer.headers["x-request-id"];
  return read(action, answer.status, answer.body, Array.isArray(requestId) ? requestId[0] : requestId);
}

function urlOf(service: Service, path: string, { region, id = "", query = {} }: Question, hosts: Hosts): URL {
  const url = serviceUrl(service, region, hosts);
  url.pathname = url.pathname.replace(/\/$/, "") + path.replace("{id}", id);
  url.search = canonicalQuery(query);
  return url;
}

function signedHeaders(
  request: { method: string; url: URL; query: Readonly<Record<string, string>>; body: string },
  { keys, projectId }: Asker,
): Record<string, string> {
  const { method, url, query, body } = request;
  const headers: Record<string, string> = {
    host: url.host,
    "content-type": "application/json",
    "x-sdk-date": sdkDate(new Date()),
  };
  if (projectId !== undefined) headers["x-project-id"] = projectId;
  if (keys.securityToken !== undefined) headers["x-security-token"] = keys.securityToken;
  const signable = { method, path: url.pathname, query, headers, body };
  return {
    ...headers,
    accept: "application/json",
    "user-agent": "pulumi-vpc-peering",
    authorization: authorization(signable, keys.accessKey, keys.secretKey),
  };
}

function read(action: ActionName, status: number, body: string, requestId: string | undefined): Answer {
  if (status >= 300) throw errorOf(action, refusalOf(status, body, requestId));
  const answer = body === "" && status === 204 ? {} : parsed(body);
  if (answer !== undefined) return answer;
  throw senseless(action, `HTTP ${status}, ${body.length} characters, no JSON object`);
}

/** The error for a success that cannot be understood: whether the work was done, only a look can tell. */
export function senseless(action: ActionName, what: string): PeeringError {
  return new PeeringError(`The answer makes no sense (${what}).`, {
    kind: "transient",
    cloud: "huaweicloud",
    action,
    executed: "unknown",
  });
}
