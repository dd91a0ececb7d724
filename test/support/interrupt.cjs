const { eventually, kill } = require("./processes.cjs");

/**
 * Presses Ctrl-C for a command of the engine, once, and waits until the engine says that it has taken notice: a second
 * one before that would be lost on it. A command that has ended says nothing more.
 *
 * @param {import("../../tools/stack/stack.cjs").Running} running
 */
async function interrupt({ pid, output, ended }) {
  let isOver = false;
  const over = () => void (isOver = true);
  ended.then(over, over);
  kill(pid, "SIGINT");
  const isNoticed = async () => isOver || output().includes("^C received; cancelling");
  await eventually(isNoticed, "the engine says that it cancels");
}

module.exports = { interrupt };
