// Loaded into every process of a stack, so that none finds a connection by its VPCs.

const looks = require("../../dist/src/provider/clouds/sharing/sharedCloud.js");

const { shared } = looks;
if (typeof shared !== "function" || !Object.getOwnPropertyDescriptor(looks, "shared")?.writable)
  throw new Error("forgetful.cjs finds no `shared` to replace: nothing is forgotten.");
looks.shared = (/** @type {Parameters<typeof shared>[0]} */ cloud) => {
  const whole = shared(cloud);
  if (typeof whole.find !== "function") throw new Error("forgetful.cjs finds no lookup to disable.");
  return { ...whole, find: () => Promise.resolve([]) };
};
