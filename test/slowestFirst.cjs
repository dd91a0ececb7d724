const Sequencer = require("@jest/test-sequencer").default;

/** The folders whose tests take longest, since they run the engine. Begun last, they would run while other workers are idle. */
const SLOWEST = ["crash", "engine", "examples", "golden", "fourthCloud", "faults", "fuzz"];

/** On a fresh clone nobody knows how long a file takes, and jest would begin with the largest. */
class SlowestFirst extends Sequencer {
  /** @override @param {Parameters<Sequencer["sort"]>[0]} tests */
  async sort(tests) {
    const usual = await super.sort(tests);
    return usual.sort((one, other) => rankOf(one) - rankOf(other));
  }
}

/** @param {{path: string}} test */
function rankOf({ path }) {
  const found = SLOWEST.findIndex((folder) => path.includes(`/test/${folder}/`));
  return found === -1 ? SLOWEST.length : found;
}

module.exports = SlowestFirst;
