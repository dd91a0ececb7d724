// CommonJS, because both the crash matrix, which node runs as it is, and the tests that jest compiles load it.

const { alicloud } = require("./alicloud.cjs");
const { huaweicloud } = require("./huaweicloud.cjs");
const { tencentcloud } = require("./tencentcloud.cjs");

/** @typedef {import("../../emulator").CloudName} CloudName */
/** @typedef {import("../../emulator").PeeringRow} PeeringRow */
/** @typedef {import("../../emulator").WorldInput} WorldInput */
/** @typedef {NonNullable<WorldInput["peerings"]>[number]} Seed a connection as a world has it */
/** @typedef {Record<string, unknown>} Props */
/** @typedef {"find" | "list" | "accept" | "reject" | "update"} Verb a verb that a cloud may lack */

/**
 * What tests know of a cloud: what everybody knows, how the contract, faults, the engine and dying processes meet it.
 *
 * @typedef {import("../../tools/clouds/index.cjs").CloudFacts & ForContract & ForFaults & ForEngine & ForCrash & {routing?: ForRoutes, golden?: ForGolden, conformance?: ForConformance}} TestCloud
 */

/**
 * @typedef {object} ForRoutes what there is where this package writes routes
 * @property {string} table                          the id of a custom table, as the cloud makes them
 * @property {string} nowhere                        the same of a table that is not there
 * @property {readonly [string, string]} connections  ids of connections
 * @property {Record<"tables" | "routes" | "add" | "addMany" | "redirect" | "remove" | "removeMany", string> & {enable?: string}} actions
 *   those that do it; `enable` where routes can be switched off
 * @property {number} addedAtOnce                    how many routes one call adds
 * @property {number} perTable                       how many routes a table can have, if the account has no other quota
 * @property {boolean} tellsQuota                    whether the account's quota can be read
 * @property {boolean} tellsBlocks                   whether a connection tells each side the blocks of the other's VPC
 * @property {boolean} showsLocal                    whether its tables show what stays inside the VPC
 * @property {"vpc" | "subnets"} ownRefused          what of the own VPC no destination can be inside of
 * @property {boolean} isAsynchronous                whether a write goes on after its answer
 * @property {(params: unknown) => boolean} [onlyRedirects]  whether a write does nothing but lead one route elsewhere,
 *   where one action does it all
 * @property {string} [keptBy]                       the code by which a connection is kept that routes point at, if it is
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
 * @property {string} connectionId                   an id of a connection, as the cloud makes them
 * @property {Props} [accepterSays]                  what an accepter can say of a connection on its own side
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
 * @property {boolean} [comparesBlocks]              whether it connects no VPCs that have addresses in common, nor one with
 *   two others that have
 * @property {boolean} [hidesQuota]                  whether only a dry run knows how many connections there can be
 * @property {(most: number) => NonNullable<WorldInput["quotas"]>} quota  so many connections of a VPC at the most
 * @property {boolean} canMark                       whether the owner's mark can be put on a connection that exists
 * @property {{world: WorldInput, status: string}} stuck  a world in which a connection within one account does not
 *   become active, and its status there
 */

/**
 * @typedef {object} ForFaults
 * @property {{throttled: string, busy: string, internal: string, notAllowed: string}} refusals  how the cloud says that it
 *   is called too often, that it is busy with a VPC, that it failed itself, and that a permission is missing
 * @property {{code: string, status: number}} expired  how it refuses temporary keys that have expired
 * @property {readonly (readonly [code: string, status: number])[]} retryable  its other ways to say "not now", with the
 *   HTTP status they come with
 * @property {Record<string, string>} role           a role of account B for `assumeRole`
 * @property {{before: Props, after: Props}} update  what an update changes besides `changes`
 * @property {number} leastCalls                     how many calls the scenes of the matrix make, so that none is
 *   dropped unnoticed
 */

/**
 * @typedef {object} ForEngine
 * @property {Record<string, string>} environment    the variables of its tools for the settings of an instance
 * @property {Record<string, string>} [permissions]  what its policies call actions, where that is not the action's name
 * @property {{patch: object, declared: string, bandwidth: number | null, shown: readonly RegExp[]}} drift  a change that
 *   somebody makes in the console, the API's way and as the preview shows it
 * @property {readonly ("tags" | "description")[]} bears  what a connection has besides its name
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

/**
 * What there is where today's states are held to those that earlier packages wrote, by `test/golden/programs`.
 *
 * @typedef {object} ForGolden
 * @property {Record<string, string>} config         the stack's own keys and region, by their config keys
 * @property {readonly Seed[]} before                the connections that the program accepts, takes over and reads
 * @property {readonly string[]} changes             the calls of a change in place: what the program does when `suffix` is
 *   set, in the order of the alphabet
 * @property {readonly string[]} ends                the calls of the stack's end: it deletes three connections of its own,
 *   and one that it accepted
 * @property {readonly string[]} left                what is there after that: the connection that it accepted and keeps,
 *   and the one that it only read
 */

/**
 * The world that the probes of `vpc-peering-conformance` run in, by the names of that command's config.
 *
 * @typedef {object} ForConformance
 * @property {"accounts" | "projects"} list          what the world file calls its accounts
 * @property {Record<string, {row: Record<string, string | number>, keys: Record<string, string>, projectId?: string}>} accounts
 *   each as the world file has it, its keys by their settings, and what its config says besides
 * @property {Record<string, {vpcId: string, region: string, of: string}>} vpcs  each with the name of its account
 * @property {NonNullable<WorldInput["quotas"]>} [quotas]  where probes make more than usual
 * @property {string} reject                         the action that a probe ends a request by
 */

/** Every cloud that this release drives. @type {Record<CloudName, TestCloud>} */
const clouds = { alicloud, tencentcloud, huaweicloud };

module.exports = { clouds };
