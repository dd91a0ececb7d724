/**
 * A program: which accepter its connection has, which name and labels, and which routes there are in either VPC: to all of
 * the other one, from the accepter's to both halves of the other one, or none.
 *
 * @typedef {{accepter?: "same" | "other" | "moved", labels?: "old" | "new", routes?: "whole" | "halves"}} Declared
 */

/**
 * What a user does when the process dies: the programs before and after, and the command that is cut short.
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {Declared | undefined} before  brought up beforehand
 * @property {boolean} [isDestroyed]        whether that was destroyed again: the stack had a life before this one
 * @property {Declared} after               what is declared then
 * @property {"up" | "destroy"} command
 * @property {"destroy"} [then]             what the user does next, if it is not `up`; only deaths that have left a connection in
 *   the state count there, since what the engine has not recorded, no `destroy` finds
 */

/** @type {Scenario[]} */
export const scenarios = [
  { name: "create", before: undefined, after: {}, command: "up" },
  { name: "create and accept", before: undefined, after: { accepter: "other" }, command: "up" },
  { name: "destroyed, then made again", before: {}, isDestroyed: true, after: {}, command: "up" },
  { name: "update", before: {}, after: { labels: "new" }, command: "up" },
  { name: "replace", before: {}, after: { accepter: "moved" }, command: "up" },
  { name: "delete", before: {}, after: {}, command: "destroy" },
  { name: "create with routes", before: undefined, after: { routes: "whole" }, command: "up" },
  {
    name: "create with routes of two accounts",
    before: undefined,
    after: { accepter: "other", routes: "whole" },
    command: "up",
  },
  { name: "routes on", before: {}, after: { routes: "whole" }, command: "up" },
  { name: "other routes", before: { routes: "whole" }, after: { routes: "halves" }, command: "up" },
  {
    name: "delete with routes",
    before: { routes: "halves" },
    after: { routes: "halves" },
    command: "destroy",
  },
  {
    name: "destroy after a create with routes",
    before: undefined,
    after: { routes: "whole" },
    command: "up",
    then: "destroy",
  },
];

/** The ways to die. Only where a call changes something are the last three worth their time. */
const deaths = ["everything", "provider", "command", "two interrupts"];

/** The ways to die that the engine outlives, so that it writes down what was made, even at the end. */
const outlived = ["provider"];

/**
 * The deaths that count at a call of a scenario.
 *
 * @param {Scenario} scenario
 * @param {{isChange: boolean, isUnsaved: boolean}} when whether the call changes something, and whether the engine writes the
 *   state at a command's end only
 */
export function deathsOf({ then }, { isChange, isUnsaved }) {
  if (then === "destroy" && isUnsaved) return outlived;
  return isChange ? deaths : deaths.slice(0, 1);
}
