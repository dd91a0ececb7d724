/**
 * A program: which accepter its connection has, and which name and labels.
 *
 * @typedef {{accepter?: "same" | "other" | "moved", labels?: "old" | "new"}} Declared
 */

/**
 * What a user does when the process dies: the programs before and after, and the command that is cut short.
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {Declared | undefined} before  brought up beforehand
 * @property {Declared} after               what is declared then
 * @property {"up" | "destroy"} command
 */

/** @type {Scenario[]} */
export const scenarios = [
  { name: "create", before: undefined, after: {}, command: "up" },
  { name: "create and accept", before: undefined, after: { accepter: "other" }, command: "up" },
  { name: "update", before: {}, after: { labels: "new" }, command: "up" },
  { name: "replace", before: {}, after: { accepter: "moved" }, command: "up" },
  { name: "delete", before: {}, after: {}, command: "destroy" },
];

/** The ways to die. Only where a call changes something are the last three worth their time. */
export const deaths = ["everything", "provider", "command", "two interrupts"];
