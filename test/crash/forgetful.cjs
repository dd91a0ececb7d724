// Loaded into every process of a stack, so that none finds a connection by its VPCs.

const looks = require("../../dist/src/provider/clouds/sharing/sharedCloud.js");

const { shared } = looks;
looks.shared = (/** @type {Parameters<typeof shared>[0]} */ cloud) => ({
  ...shared(cloud),
  find: () => Promise.resolve([]),
});
