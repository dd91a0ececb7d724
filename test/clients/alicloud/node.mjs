import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const version = "2022-01-01";

/**
 * @typedef {{ accessKeyId: string, accessKeySecret: string }} Key
 * @typedef {Record<string, any>} Fields
 * @typedef {(action: string, params: Fields) => Promise<Fields>} Client answers what the cloud answers, errors included
 */

/** Parameters that the official SDKs put into the query; the rest goes into the form body. */
const inQuery = new Set([
  "LinkType",
  "Tag",
  "Tags",
  "TagKey",
  "ResourceId",
  "ResourceType",
  "NewResourceGroupId",
]);

/**
 * The official generic client, which signs with version 3.
 *
 * @param {string} url
 * @param {Key} key
 * @returns {Client}
 */
export function openapiCore(url, key) {
  const { default: OpenApi, $OpenApiUtil, OpenApiUtil } = require("@alicloud/openapi-core");
  const { RuntimeOptions } = require("@darabonba/typescript");
  const { host: endpoint } = new URL(url);
  const client = new OpenApi(
    new $OpenApiUtil.Config({ endpoint, protocol: "http", regionId: "cn-hangzhou", ...key }),
  );
  return async (action, params) => {
    const entries = Object.entries(params);
    const query = Object.fromEntries(entries.filter(([name]) => inQuery.has(name)));
    const body = Object.fromEntries(entries.filter(([name]) => !inQuery.has(name)));
    try {
      const answer = await client.callApi(
        new $OpenApiUtil.Params({
          action,
          version,
          protocol: "HTTPS",
          pathname: "/",
          method: "POST",
          authType: "AK",
          style: "RPC",
          reqBodyType: "formData",
          bodyType: "json",
        }),
        new $OpenApiUtil.OpenApiRequest({ query: OpenApiUtil.query(query), body }),
        new RuntimeOptions({ readTimeout: 10_000, connectTimeout: 10_000 }),
      );
      return answer.body;
    } catch (error) {
      const { data } = /** @type {{ data?: Fields }} */ (error);
      if (data === undefined) throw error;
      return data;
    }
  };
}

/**
 * The official light client, which signs with version 1.
 *
 * @param {string} url
 * @param {Key} key
 * @returns {Client}
 */
export function popCore(url, key) {
  const Rpc = require("@alicloud/pop-core");
  const client = new Rpc({ endpoint: url, apiVersion: version, ...key });
  return async (action, params) => {
    try {
      return await client.request(action, params, { method: "POST", timeout: 10_000 });
    } catch (error) {
      const { data } = /** @type {{ data?: Fields }} */ (error);
      if (data === undefined) throw error;
      return data;
    }
  };
}
