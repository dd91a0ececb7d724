import { join } from "node:path";

import { root } from "../root.mjs";
import { start } from "../process.cjs";

/**
 * @typedef {object} ApiCall what GET /_emulator/requests tells of a call, as far as it is needed here
 * @property {number} seq
 * @property {string} cloud
 * @property {string} action
 * @property {string | null} account
 * @property {number | null} httpStatus
 * @property {string | null} code
 */

/**
 * @typedef {object} CloudPeering what GET /_emulator/peerings tells, as far as it is needed here
 * @property {string} cloud
 * @property {string} id
 * @property {string} status
 * @property {{ vpcId: string, region: string, account: string }} requester
 * @property {{ vpcId: string, region: string, account: string }} accepter
 * @property {number | null} bandwidth
 * @property {string} description
 * @property {boolean} deleted
 */

/**
 * @typedef {object} Way what GET /_emulator/reach tells of one direction, as far as it is needed here
 * @property {boolean} reaches
 * @property {{ from: string, to: string, table: string, reaches: boolean, through: string[] }[]} paths
 */

/** @typedef {{ reaches: boolean, forward: Way, back: Way }} Reach */

/**
 * @typedef {object} Emulator
 * @property {string} url
 * @property {number} pid
 * @property {() => Promise<ApiCall[]>} calls every call since the start, oldest first
 * @property {() => Promise<CloudPeering[]>} peerings those that exist now
 * @property {(from: string, to: string) => Promise<Reach>} reach whether packets of one VPC find their way to another, and back
 * @property {Promise<string>} lastWords what it said on stderr; once it has ended
 */

/**
 * Starts `vpc-peering-emulator` as a process of its own.
 *
 * @param {{ port: string }} options port: "0" for any free one
 * @returns {Promise<Emulator>}
 */
export async function startEmulator({ port }) {
  /** @type {(line: string) => void} */
  let onFirstLine = () => undefined;
  /** @type {Promise<string>} */
  const firstLine = new Promise((resolve) => (onFirstLine = resolve));
  /** @type {string[]} */
  const stderr = [];
  const child = start(process.execPath, [join(root, "dist", "emulator", "cli.js"), "--port", port], {
    ownGroup: true,
    onLine: (line, stream) => void (stream === "stderr" ? stderr.push(line) : onFirstLine(line)),
  });
  const lastWords = child.ended.then(() => stderr.join("\n") || "nothing");
  const ready = await Promise.race([firstLine, lastWords.then((words) => Promise.reject(new Error(words)))]);
  const { url } = JSON.parse(ready);
  /**
   * @param {string} path
   * @returns {Promise<any>}
   */
  const ask = async (path) => {
    const answer = await fetch(`${url}/_emulator/${path}`);
    if (!answer.ok) throw new Error(`GET /_emulator/${path} answered ${String(answer.status)}`);
    return await answer.json();
  };
  return {
    url,
    pid: child.pid,
    calls: () => ask("requests"),
    peerings: async () => {
      /** @type {CloudPeering[]} */
      const rows = await ask("peerings");
      return rows.filter(({ deleted }) => !deleted);
    },
    reach: (from, to) => ask(`reach?from=${from}&to=${to}`),
    lastWords,
  };
}
