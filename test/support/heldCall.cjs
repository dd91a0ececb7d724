const { stopBetweenWrites } = require("./betweenWrites.cjs");
const { eventually, killTree } = require("./processes.cjs");

/** @typedef {import("../../tools/stack/stack.cjs").Stack} Stack */

/**
 * A call of a command that the cloud holds.
 *
 * @typedef {object} Held
 * @property {string} cloud
 * @property {string} action
 * @property {number} [nth]                which of the command's calls of this action, from 0; the first if left out
 * @property {"before" | "after"} [when]   before or after its work was done; after it if left out
 */

/** What a command ends with that never makes the call that the cloud was to hold. */
class NeverCalled extends Error {}

/**
 * Starts a command of the engine, and answers as soon as the cloud holds the call. Then the command waits for its answer,
 * until it is killed.
 *
 * @param {Stack} stack
 * @param {Held} held
 * @param {readonly string[]} command
 */
async function startAndHold(stack, { cloud, action, nth = 0, when = "after" }, command) {
  const before = (await stack.requests()).length;
  await stack.admin("POST", "/faults", {
    cloud,
    action,
    after: nth,
    times: 1,
    fault: { type: "hold", when },
  });
  const running = stack.start(...command);
  let isOver = false;
  const over = () => void (isOver = true);
  running.ended.then(over, over);
  const isHeld = async () =>
    isOver ||
    (await stack.requests()).slice(before).some((row) => row.action === action && row.fault !== null);
  // However busy the machine is: a command that never calls ends by itself.
  await eventually(isHeld, `${action} is called`, Number.POSITIVE_INFINITY);
  if (!isOver) return running;
  const { output } = await running.ended;
  throw new NeverCalled(`The cloud was to hold ${action}, and the command did not call it:\n${output}`);
}

/**
 * Runs a command of the engine, and kills it with all that it started while the cloud holds the call. Then does what
 * somebody would who finds the stack locked.
 *
 * @param {Stack} stack
 * @param {Held} held
 * @param {...string} command
 */
async function killWhileHeld(stack, held, ...command) {
  const { pid, ended } = await startAndHold(stack, held, command);
  await stopBetweenWrites(stack, pid);
  await killTree(pid);
  await ended;
  await stack.admin("DELETE", "/faults");
  await stack.ok("cancel", "--yes");
}

module.exports = { killWhileHeld, NeverCalled, startAndHold };
