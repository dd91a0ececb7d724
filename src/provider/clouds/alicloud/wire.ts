import { createHash, randomUUID } from "node:crypto";
import OpenApiUtil from "@alicloud/openapi-util";
import type { Answer } from "../kit/answer";
import { answerIn, nonsense } from "../kit/answer";
import { exchange } from "../kit/transport";
import type { Keys } from "./keys";
import { errorOf } from "./errors";

/** The products that are spoken to, with their API version and host. */
const PRODUCTS = {
  vpcpeer: { version: "2022-01-01", host: () => "vpcpeer.aliyuncs.com" },
  vpc: { version: "2016-04-28", host: vpcHost },
  sts: { version: "2015-04-01", host: () => "sts.aliyuncs.com" },
} as const;

/** The regions whose VPC service still has its first, common host. */
const COMMON_VPC_HOST =
  /^(cn-(qingdao|beijing|hangzhou|shanghai|shenzhen|hongkong)|ap-southeast-1|us-(east|west)-1|cn-(shanghai|shenzhen)-finance-1)$/;

function vpcHost(region: string): string {
  return COMMON_VPC_HOST.test(region) ? "vpc.aliyuncs.com" : `vpc.${region}.aliyuncs.com`;
}

/** An API action: its product, and which parameters go into the query as the official SDKs have it. */
interface Action {
  product: keyof typeof PRODUCTS;
  inQuery: readonly string[];
}

const vpcpeer = (...inQuery: string[]): Action => ({ product: "vpcpeer", inQuery });

/** Every action this package calls. */
const ACTIONS = {
  CreateVpcPeerConnection: vpcpeer("LinkType", "Tag"),
  AcceptVpcPeerConnection: vpcpeer("Tag"),
  RejectVpcPeerConnection: vpcpeer(),
  ModifyVpcPeerConnection: vpcpeer("LinkType"),
  DeleteVpcPeerConnection: vpcpeer(),
  GetVpcPeerConnectionAttribute: vpcpeer(),
  ListVpcPeerConnections: vpcpeer("ResourceGroupId", "Tags"),
  TagResources: vpcpeer("RegionId", "ResourceType", "ResourceId", "Tag", "ClientToken"),
  UnTagResources: vpcpeer("RegionId", "ResourceType", "ResourceId", "TagKey", "All", "ClientToken"),
  MoveResourceGroup: vpcpeer("RegionId", "ResourceId", "ResourceType", "NewResourceGroupId"),
  DescribeVpcAttribute: { product: "vpc", inQuery: ["RegionId", "VpcId"] },
  GetCallerIdentity: { product: "sts", inQuery: [] },
  AssumeRole: { product: "sts", inQuery: [] },
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** Parameters by name; what is undefined is not sent. */
export type Params = Readonly<Record<string, unknown>>;

/** One signed call: the answer, or a {@link PeeringError} that says what is known of its effect. */
export async function call(
  action: ActionName,
  params: Params,
  { keys, endpoint, timeoutMs }: { keys: Keys; endpoint: string | undefined; timeoutMs: number },
): Promise<Answer> {
  const { product, inQuery } = ACTIONS[action];
  const { host, version } = PRODUCTS[product];
  const { RegionId: region = "" } = params as { RegionId?: string };
  const url = new URL(endpoint ?? `https://${host(region)}`);
  const isInQuery = (name: string): boolean => (inQuery as readonly string[]).includes(name);
  const query = OpenApiUtil.query(
    Object.fromEntries(Object.entries(params).filter(([name]) => isInQuery(name))),
  );
  const body = OpenApiUtil.toForm(
    Object.fromEntries(Object.entries(params).filter(([name]) => !isInQuery(name))),
  );
  url.search = new URLSearchParams(query).toString();
  const headers = signedHeaders({ action, version, host: url.host, query, body, keys });
  const sender = { cloud: "alicloud", action, endpoint } as const;
  const answer = await exchange({ method: "POST", url, headers, body, timeoutMs }, sender);
  return read(action, answer.status, answer.body);
}

const ALGORITHM = "ACS3-HMAC-SHA256";

function signedHeaders(request: {
  action: string;
  version: string;
  host: string;
  query: Record<string, string>;
  body: string;
  keys: Keys;
}): Record<string, string> {
  const { action, version, host, query, body, keys } = request;
  const payloadHash = createHash("sha256").update(body).digest("hex");
  const headers: Record<string, string> = {
    host,
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "pulumi-vpc-peering",
    "x-acs-action": action,
    "x-acs-version": version,
    "x-acs-date": new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-content-sha256": payloadHash,
  };
  if (keys.securityToken !== undefined) {
    headers["x-acs-accesskey-id"] = keys.accessKeyId;
    headers["x-acs-security-token"] = keys.securityToken;
  }
  const signable = { method: "POST", pathname: "/", query, headers };
  headers["authorization"] = OpenApiUtil.getAuthorization(
    signable as unknown as Parameters<typeof OpenApiUtil.getAuthorization>[0],
    ALGORITHM,
    payloadHash,
    keys.accessKeyId,
    keys.accessKeySecret,
  );
  return headers;
}

function read(action: string, status: number, body: string): Answer {
  const answer = answerIn(body);
  if (answer === undefined || (status >= 400 && typeof answer["Code"] !== "string")) {
    throw nonsense("alicloud", action, `HTTP ${status}, ${body.length} characters, no JSON object`);
  }
  if (status >= 400) {
    const { Code, Message, RequestId } = answer as { Code: string; Message?: string; RequestId?: string };
    throw errorOf(action, status, { code: Code, message: Message ?? Code, requestId: RequestId });
  }
  return answer;
}
