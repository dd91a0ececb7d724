// Loaded into a process by --require: when it is told to end, it prints which modules it has loaded, as a list in JSON.

process.on("SIGTERM", () => {
  process.stdout.write(`${JSON.stringify(Object.keys(require.cache))}\n`, () => process.exit(0));
});
