import type { Answer } from "../kit/answer";
import { answerIn, isAnswer, nonsense } from "../kit/answer";
import { exchange } from "../kit/transport";
import type { Keys } from "./keys";
import { errorOf } from "./errors";
import { authorization } from "./sign";

/** The products that are spoken to, with their API version. */
const PRODUCTS = { vpc: "2017-03-12", sts: "2018-08-13" } as const;

/** Every action this package calls, and the product it belongs to. */
const ACTIONS = {
  CreateVpcPeeringConnection: "vpc",
  AcceptVpcPeeringConnection: "vpc",
  RejectVpcPeeringConnection: "vpc",
  ModifyVpcPeeringConnection: "vpc",
  DeleteVpcPeeringConnection: "vpc",
  DescribeVpcPeeringConnections: "vpc",
  DescribeVpcs: "vpc",
  DescribeVpcLimits: "vpc",
  GetCallerIdentity: "sts",
  AssumeRole: "sts",
} as const satisfies Record<string, keyof typeof PRODUCTS>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** Parameters by name; what is undefined is not sent. */
export type Params = Readonly<Record<string, unknown>>;

/** What a call needs besides what is asked. */
export interface Means {
  /** Where the resource is that is spoken of. */
  region: string;
  keys: Keys;
  /** One URL for all products, instead of the cloud's own. */
  endpoint: string | undefined;
  timeoutMs: number;
}

const CONTENT_TYPE = "application/json";

/** One signed call: the answer, or a {@link PeeringError} that says what is known of its effect. */
export async function call(action: ActionName, params: Params, means: Means): Promise<Answer> {
  const { endpoint, timeoutMs } = means;
  const url = new URL(endpoint ?? `https://${hostOf(ACTIONS[action], means.region)}`);
  const body = JSON.stringify(params);
  const headers = signedHeaders(action, url.host, body, means);
  const sender = { cloud: "tencentcloud", action, endpoint } as const;
  const answer = await exchange({ method: "POST", url, headers, body, timeoutMs }, sender);
  return read(action, answer.status, answer.body);
}

/** Regions of the finance cloud have hosts of their own. */
export function hostOf(product: keyof typeof PRODUCTS, region: string): string {
  return region.endsWith("-fsi")
    ? `${product}.${region}.tencentcloudapi.com`
    : `${product}.tencentcloudapi.com`;
}

function signedHeaders(
  action: ActionName,
  host: string,
  body: string,
  { region, keys }: Means,
): Record<string, string> {
  const service = ACTIONS[action];
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    host,
    "content-type": CONTENT_TYPE,
    "user-agent": "pulumi-vpc-peering",
    "x-tc-action": action,
    "x-tc-version": PRODUCTS[service],
    "x-tc-region": region,
    "x-tc-timestamp": String(timestamp),
    "x-tc-language": "en-US",
    ...(keys.token === undefined ? {} : { "x-tc-token": keys.token }),
    authorization: authorization({ service, host, contentType: CONTENT_TYPE, body, timestamp }, keys),
  };
}

/** Errors of the cloud come with HTTP 200 too, and tell themselves by what is in the envelope. */
function read(action: string, status: number, body: string): Answer {
  const answer = responseIn(body);
  const error = answer?.["Error"] as { Code?: unknown; Message?: string } | undefined;
  if (typeof error?.Code === "string") {
    const requestId = answer?.["RequestId"] as string | undefined;
    throw errorOf(action, error as { Code: string; Message?: string }, requestId);
  }
  if (answer !== undefined && error === undefined && status === 200) return answer;
  throw nonsense("tencentcloud", action, `HTTP ${status}, ${body.length} characters, not the cloud's JSON`);
}

function responseIn(body: string): Answer | undefined {
  const envelope = answerIn(body);
  return isAnswer(envelope?.["Response"]) ? envelope["Response"] : undefined;
}
