import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../root.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../dist/src/model/clouds/index.js")} */
export const { CLOUDS, factsOf } = require(join(root, "dist/src/model/clouds/index.js"));

/** `Alicloud`: how the types of a cloud begin. @param {string} name */
export const typeName = (name) => name.charAt(0).toUpperCase() + name.slice(1);
