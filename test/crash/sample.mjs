import { scenarios } from "./scenarios.mjs";

/**
 * One death in each scenario, for when the whole matrix takes too long: at the call that makes the change, on either
 * side of its work, by each kind of death. The actions go by what they do, since every cloud has its own names.
 *
 * @type {readonly {scenario: string, action: "create" | "accept" | "update" | "delete" | "route", when: "before" | "after", death: string}[]}
 */
const sample = [
  { scenario: "create", action: "create", when: "after", death: "everything" },
  { scenario: "create and accept", action: "accept", when: "after", death: "provider" },
  { scenario: "destroyed, then made again", action: "create", when: "after", death: "everything" },
  { scenario: "update", action: "update", when: "before", death: "two interrupts" },
  { scenario: "replace", action: "delete", when: "after", death: "command" },
  { scenario: "delete", action: "delete", when: "before", death: "everything" },
  { scenario: "create with routes", action: "route", when: "after", death: "everything" },
];

/** Those cases of a cloud. @param {import("../clouds/index.cjs").TestCloud} cloud @returns {import("./case.mjs").Case[]} */
export function sampleOf({ cloud, actions, routing }) {
  return sample.map(({ scenario: name, action, ...rest }) => {
    const scenario = scenarios.find((one) => one.name === name);
    const called = action === "route" ? routing?.actions.add : actions[action];
    if (scenario === undefined || called === undefined)
      throw new Error(`${cloud} has no ${name} with ${action}`);
    return { cloud, scenario, action: called, nth: 0, ...rest };
  });
}
