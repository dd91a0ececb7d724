import OpenApiClient, { $OpenApiUtil, OpenApiUtil } from "@alicloud/openapi-core";
import * as dara from "@darabonba/typescript";
import RpcClient from "@alicloud/pop-core";

/** A key as clients take it. */
export interface TestKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** The built-in keys of the two accounts. */
export const keyA: TestKey = { accessKeyId: "LTAIfakeA", accessKeySecret: "fakesecretA" };
export const keyB: TestKey = { accessKeyId: "LTAIfakeB", accessKeySecret: "fakesecretB" };

/** The built-in accounts. */
export const accountA = "1000000000000001";
export const accountB = "1000000000000002";

/** What a call came to, with the body as text so that long numbers keep their digits. */
export interface Result {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A client: an action and its parameters in, the result out, errors of the API included. */
export type AlicloudClient = (action: string, params?: Record<string, unknown>) => Promise<Result>;

const versions: Readonly<Record<string, string>> = {
  GetCallerIdentity: "2015-04-01",
  AssumeRole: "2015-04-01",
};

/** The version of the API that an action belongs to. */
function versionOf(action: string): string {
  if (/Route|VSwitch|^Describe/.test(action)) return "2016-04-28";
  return versions[action] ?? "2022-01-01";
}

/** Parameters that the official SDKs put into the query; the rest goes into the form body. */
const inQuery = /^(LinkType|Tag|Tags|TagKey|ResourceId|ResourceType|All|Category|NewResourceGroupId)$/;

/** The official generic client, signing with version 3. */
export function v3Client(url: string, key: TestKey, method: "POST" | "GET" = "POST"): AlicloudClient {
  const { host } = new URL(url);
  const client = new OpenApiClient(
    new $OpenApiUtil.Config({ endpoint: host, protocol: "http", regionId: "cn-hangzhou", ...key }),
  );
  return async (action, params = {}) => {
    const entries = Object.entries(params);
    const isInQuery = ([name]: [string, unknown]): boolean => method === "GET" || inQuery.test(name);
    const query = Object.fromEntries(entries.filter(isInQuery));
    const body = Object.fromEntries(entries.filter((entry) => !isInQuery(entry)));
    try {
      const answer = (await client.callApi(
        new $OpenApiUtil.Params({
          action,
          version: versionOf(action),
          protocol: "HTTPS",
          pathname: "/",
          method,
          authType: "AK",
          style: "RPC",
          reqBodyType: "formData",
          bodyType: "string",
        }),
        new $OpenApiUtil.OpenApiRequest({
          query: OpenApiUtil.query(query),
          ...(Object.keys(body).length > 0 ? { body } : {}),
        }),
        new dara.RuntimeOptions({ readTimeout: 10_000, connectTimeout: 10_000 }),
      )) as { statusCode: number; body: string };
      return result(answer.statusCode, answer.body);
    } catch (error) {
      const { statusCode, data } = error as { statusCode?: number; data?: unknown };
      if (statusCode === undefined) throw error;
      return result(statusCode, JSON.stringify(data));
    }
  };
}

/** The official light client, signing with version 1. */
export function v1Client(url: string, key: TestKey, method: "POST" | "GET" = "POST"): AlicloudClient {
  return async (action, params = {}) => {
    const client = new RpcClient({ endpoint: url, apiVersion: versionOf(action), ...key });
    try {
      return result(200, JSON.stringify(await client.request(action, params, { method, timeout: 10_000 })));
    } catch (error) {
      const { data, entry } = error as { data?: unknown; entry?: { response: { statusCode: number } } };
      if (entry === undefined) throw error;
      return result(entry.response.statusCode, JSON.stringify(data));
    }
  };
}

function result(status: number, text: string): Result {
  const body = JSON.parse(text) as Record<string, unknown>;
  const { Code: code, Message: message } = body as { Code?: string; Message?: string };
  return { status, code, message: message ?? "", body, text };
}
