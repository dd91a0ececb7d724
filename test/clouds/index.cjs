// CommonJS, because both the crash matrix, which node runs as it is, and the tests that jest compiles load it.

const { alicloud } = require("./alicloud.cjs");
const { huaweicloud } = require("./huaweicloud.cjs");
const { tencentcloud } = require("./tencentcloud.cjs");

/** @typedef {import("../../emulator").CloudName} CloudName */
/** @typedef {import("../../emulator").PeeringRow} PeeringRow */
/** @typedef {import("../../emulator").WorldInput} WorldInput */
/** @typedef {Record<string, unknown>} Props */
/** @typedef {"find" | "list" | "accept" | "reject" | "update"} Verb a verb that a cloud may lack */

/**
 * What tests know of a cloud: what everybody knows, how the contract, faults, the engine and dying processes meet it.
 *
 * @typedef {import("../../tools/clouds/index.cjs").CloudFacts & ForContract & ForFaults & ForEngine & ForCrash} TestCloud
 */

/**
 * @typedef {object} ForContract
 * @property {readonly Verb[]} [lacks]               the verbs that it does not have, if any
 * @property {Record<"a" | "b", Record<string, string>>} [contractSettings]  what instances are told there, if not `settings`
 * @property {readonly string[]} callsOfCreate       what a create within one account asks of the cloud
 * @property {(stack: string) => string} maker       how a message names a stack that made a connection
 * @property {(stack: string) => string} taker       the same of a stack that took one over
 * @property {(row: PeeringRow) => PeeringRow} [unmarked]  a row of the admin API without the owner's mark, where that is
 *   in the way
 * @property {WorldInput} world                      everything at once, no limits
 * @property {Props} changes                         a value for each property that can be changed in place on a
 *   connection within one account
 * @property {"name" | "description"} text           a text that can be changed in place
 * @property {(row: PeeringRow) => Props} shown      what the admin API shows of such a change
 * @property {{inputs: Props, isThere: (row: PeeringRow) => boolean}} [clearable]  a property that the cloud can be asked
 *   to clear, if any, and whether it is there
 * @property {boolean} canMark                       whether the owner's mark can be put on a connection that exists
 * @property {{world: WorldInput, status: string}} stuck  a world in which a connection within one account does not
 *   become active, and its status there
 */

/**
 * @typedef {object} ForFaults
 * @property {{throttled: string, busy: string}} refusals  how the cloud says that it is called too often, and that it is
 *   busy with a VPC
 * @property {readonly (readonly [code: string, status: number])[]} retryable  its other ways to say "not now", with the
 *   HTTP status they come with
 * @property {Record<string, string>} role           a role of account B for `assumeRole`
 * @property {{before: Props, after: Props}} update  what an update changes besides `changes`
 * @property {number} leastCalls                     how many calls the scenes of the matrix make, so that none is
 *   dropped unnoticed
 */

/**
 * @typedef {object} ForEngine
 * @property {{patch: object, declared: string, bandwidth: number | null, shown: readonly RegExp[]}} drift  a change that
 *   somebody makes in the console, the API's way and as the preview shows it
 * @property {Props} betweenRegions                  what a connection between two regions has to say besides
 * @property {(marker: string) => object} marked     a row for the admin API with such an owner's mark
 */

/**
 * @typedef {object} ForCrash
 * @property {object} forgetful                      a world in which only a lookup prevents a loss
 * @property {Record<"same" | "other" | "moved", Props>} accepters  an accepter of the requester's account, one of the
 *   other account, and another one of the requester's, with what the connection to it has to say besides
 * @property {Record<"old" | "new", {tags?: {team: string}}>} labels       properties beside the name that are changed in place
 * @property {number} leastCases                     how many cases there are at the least
 */

/** Every cloud that this release drives. @type {Record<CloudName, TestCloud>} */
const clouds = { alicloud, tencentcloud, huaweicloud };

module.exports = { clouds };
