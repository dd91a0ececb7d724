// Loaded into every process of a stack, so that none finds a connection by its VPCs.

const looks = require("../../dist/src/provider/clouds/sharing/sharedCloud.js");

const { withSharedReads } = looks;
if (
  typeof withSharedReads !== "function" ||
  !Object.getOwnPropertyDescriptor(looks, "withSharedReads")?.writable
)
  throw new Error("forgetful.cjs finds no `withSharedReads` to replace: nothing is forgotten.");
looks.withSharedReads = (/** @type {Parameters<typeof withSharedReads>[0]} */ cloud) => {
  const whole = withSharedReads(cloud);
  if (typeof whole.find !== "function") throw new Error("forgetful.cjs finds no lookup to disable.");
  return { ...whole, find: () => Promise.resolve([]) };
};
