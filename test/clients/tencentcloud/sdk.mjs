// The official client for Node.js, in each way it can sign. Usage: node sdk.mjs MANNER URL, with MANNER such as
// `TC3-HMAC-SHA256,POST`. A line of JSON for each check.

import { Agent } from "node:http";
import { createRequire } from "node:module";

import { keyA, keyB } from "./check.mjs";
import { routesStory } from "./routes.mjs";
import { story } from "./story.mjs";

const { CommonClient } = createRequire(import.meta.url)("tencentcloud-sdk-nodejs-common");
const [, , manner = "", url = ""] = process.argv;
const [signMethod, reqMethod] = manner.split(",");
const { host: endpoint } = new URL(url);
const sts = ["GetCallerIdentity", "AssumeRole"];

/**
 * @param {{ secretId: string, secretKey: string }} credential
 * @returns {import("./story.mjs").Client}
 */
function open(credential) {
  // With an agent of its own, the client heeds no proxy of the environment.
  const httpProfile = { endpoint, protocol: "http://", reqMethod, reqTimeout: 10, agent: new Agent() };
  const profile = { signMethod, httpProfile };
  return async (action, params = {}) => {
    const version = sts.includes(action) ? "2018-08-13" : "2017-03-12";
    const client = new CommonClient(endpoint, version, { credential, region: "ap-guangzhou", profile });
    try {
      return await client.request(action, params);
    } catch (error) {
      const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
      if (code === undefined) throw error;
      return { Error: { Code: code, Message: message } };
    }
  };
}

const [a, b] = [open(keyA), open(keyB)];
await story(a, b, open({ ...keyA, secretKey: "wrong" }));
await routesStory(a, b, url);
