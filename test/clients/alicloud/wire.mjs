import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

import { root } from "../../../tools/root.mjs";
import { withEmulator } from "../emulator.mjs";
import { accountA, accountB } from "./accounts.mjs";

/**
 * @typedef {object} Call a request as a real client sent it
 * @property {string} action
 * @property {string} receivedAt
 * @property {string} method
 * @property {string} url
 * @property {string[]} rawHeaders
 * @property {string} rawBody
 */

/** @returns {Call[]} */
function recordedCalls() {
  return readFileSync(join(root, "test", "wire", "alicloud.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter((line) => "action" in line);
}

/**
 * Sends what a real client of Alibaba Cloud once sent, to the letter: it is answered. With any single byte of its
 * query or body changed, it is refused.
 *
 * @param {import("../../support/report.mjs").Check} check
 */
export async function wire(check) {
  for (const [index, call] of recordedCalls().entries()) {
    const name = `line ${String(index + 1)}, ${call.action} by ${signer(call)}`;
    await withEmulator(worldOf(call), async ({ url, admin }) => {
      const send = sender(url);
      await admin("POST", "/clock", { now: call.receivedAt });
      // Before the call itself: once it is done, a change would be refused for that alone.
      await check(`${name}: refused with any one byte changed`, async () => {
        for (const [part, text] of /** @type {const} */ ([
          ["url", call.url],
          ["rawBody", call.rawBody],
        ])) {
          for (let at = part === "url" ? "/?".length : 0; at < text.length; at++) {
            const { status, body } = await send({ ...call, [part]: flip(text, at) });
            const where = `${part} at ${String(at)}, ${text.slice(at, at + 12)}`;
            equal(status >= 400 && status < 500, true, `${where}: ${String(status)} ${body}`);
          }
        }
      });
      await check(`${name}: answered as it is`, async () => {
        const { status, body } = await send(call);
        equal(status, 200, body);
        equal(JSON.parse(body).Code, undefined);
      });
    });
  }
}

/**
 * The connection that a call is about, where the call goes through.
 *
 * @param {Call} call
 */
function worldOf(call) {
  const id = new URLSearchParams(call.rawBody).get("InstanceId");
  const side = (/** @type {string} */ vpcId, /** @type {string} */ account) => ({
    vpcId,
    account,
    region: "cn-hangzhou",
  });
  const peering = {
    cloud: "alicloud",
    id,
    status: call.action === "AcceptVpcPeerConnection" ? "pending" : "active",
    requester: side("vpc-hub", accountA),
    accepter: side("vpc-spoke-0", signer(call) === "LTAIfakeB" ? accountB : accountA),
  };
  return {
    alicloud: { strictIds: false },
    limits: { alicloudPerMinute: 0 },
    peerings: id === null ? [] : [peering],
  };
}

/** @param {Call} call */
function signer({ url }) {
  return new URLSearchParams(url.slice("/?".length)).get("AccessKeyId");
}

/**
 * @param {string} text
 * @param {number} at
 */
function flip(text, at) {
  return text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1);
}

/**
 * @param {string} url
 * @returns {(call: Call) => Promise<{ status: number, body: string }>}
 */
function sender(url) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true });
  return ({ method, url: path, rawHeaders, rawBody }) =>
    new Promise((resolve, reject) => {
      const headers = [...rawHeaders, "Connection", "keep-alive"];
      const outgoing = request({ hostname, port, method, path, headers, agent }, (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (text) => (body += text));
        answer.on("error", reject).on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      outgoing.on("error", reject).end(rawBody);
    });
}
