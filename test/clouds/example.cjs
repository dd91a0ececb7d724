const { clouds } = require("./index.cjs");

const { alicloud } = clouds;
if (alicloud.routing === undefined) throw new Error("The cloud that tests take as an example has no routes.");

/**
 * The cloud of tests that tell what is the same on all, and need one to show it on: Alibaba Cloud, because nothing has
 * to be left out there. It has all verbs, client tokens, tags, routes, and a second region.
 */
const exampleCloud = { ...alicloud, routing: alicloud.routing };

module.exports = { exampleCloud };
