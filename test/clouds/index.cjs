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
 * @typedef {import("../../tools/clouds/index.cjs").CloudFacts & ForContract & ForFaults & ForEngine & ForCrash & {routing?: ForRoutes}} TestCloud
 */

/**
 * @typedef {object} ForRoutes what there is where this package writes routes
 * @property {string} table                          the id of a custom table, as the cloud makes them
 * @property {string} nowhere                        the same of a table that is not there
 * @property {readonly [string, string]} connections  ids of connections
 * @property {Record<"tables" | "routes" | "add" | "addMany" | "redirect" | "remove" | "removeMany", string> & {enable?: string}} actions
 *   those that do it; `enable` where routes can be switched off
 * @property {number} addedAtOnce                    how many routes one call adds
 * @property {boolean} answersTable                  whether a write tells the whole table
 * @property {boolean} subnetsHaveIpv6               whether it is subnets that have blocks of IPv6, not VPCs
 * @property {string} ownDestination                 a destination that the hub's tables cannot have, in the world of the tests
 * @property {"gone" | "wrongState"} deadConnection  what a route to a connection is refused as that is not there
 * @property {{code: string, words: string}} forbidden  how a write is refused that is not allowed, and the permission that it lacks
 * @property {readonly string[]} passing             codes that say "not now" to a write of routes
 * @property {WorldInput} noQuotas
 * @property {(most: number) => WorldInput} quota    a world where a table can have so many routes
 * @property {readonly (readonly [string, WorldInput])[]} otherwise  worlds in which what is documented nowhere is otherwise
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
