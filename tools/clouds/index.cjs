// CommonJS, because both scripts and the tests, which jest compiles to CommonJS, load it.

const { alicloud } = require("./alicloud.cjs");
const { huaweicloud } = require("./huaweicloud.cjs");
const { tencentcloud } = require("./tencentcloud.cjs");

/** @typedef {import("../../emulator").CloudName} CloudName */
/** @typedef {import("../../emulator").WorldInput} WorldInput */

/** @typedef {"a" | "b"} Who one of the two accounts that the emulator's world has */

/** @typedef {{vpcId: string, region: string}} Vpc */

/**
 * What tests, measurements and the quickstart know of a cloud, as the emulator plays it.
 *
 * @typedef {object} CloudFacts
 * @property {CloudName} cloud
 * @property {string} title                              for people
 * @property {string} instance                           the class of its provider instances
 * @property {"accountId" | "projectId"} accountKey      how programs call an account
 * @property {string} ownerKey                           and how the world file does, where it says whose a VPC is
 * @property {Record<Who, string>} accounts
 * @property {string} keyId                              how programs call the id of a key
 * @property {readonly string[]} variables               what the environment variables of its tools begin with
 * @property {Record<Who, Record<string, string>>} settings  what a provider instance of each account is told, but for
 *   its endpoint; both are at home in one region
 * @property {Record<"hub" | "app" | "moved" | "partner" | "afar", Vpc>} vpcs  the first three of account A, the others of
 *   account B; all in one region, but that `moved` and `afar` are in another where the cloud peers regions and that is
 *   worth showing
 * @property {Record<Who, string>} vpcIds                what the ids of numbered VPCs begin with
 * @property {number} digits                             and how many digits follow
 * @property {Record<"create" | "get" | "delete", string> & {accept?: string, update?: string}} actions  those that it has
 * @property {boolean} [isAtOnce]                        whether a connection is active as soon as it is made
 * @property {NonNullable<WorldInput["limits"]>} noLimits
 * @property {NonNullable<WorldInput["quotas"]>} noQuotas
 * @property {{calls: number, ms: number}} limit         how many creates its documented limit lets through, and in which time
 */

/** Every cloud that this release drives. @type {Record<CloudName, CloudFacts>} */
const clouds = { alicloud, tencentcloud, huaweicloud };

module.exports = { clouds };
