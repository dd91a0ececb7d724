// Loaded into a process by --require, beside --expose-gc: whenever its parent asks, it tells how much memory is in use that
// nothing can be freed of, in bytes, and what keeps the process running.

const { setImmediate: turn } = require("node:timers/promises");

process.on("message", async () => {
  // What has just ended lets go of its sockets in the turns that follow.
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ memory: heapUsed + external, resources: process.getActiveResourcesInfo().sort() });
});
