import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../root.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("zod")} */
const { z } = require("zod");
/** @type {typeof import("../../dist/emulator/clouds/index.js")} */
const { clouds } = require(join(root, "dist/emulator/clouds/index.js"));
/** @type {typeof import("../../dist/emulator/world/world.js")} */
const { worldSchema } = require(join(root, "dist/emulator/world/world.js"));
/** @type {typeof import("../../dist/emulator/admin/openapi.js")} */
const { openApiOf } = require(join(root, "dist/emulator/admin/openapi.js"));
const { version } = require(join(root, "package.json"));

/** What a world file may be, for editors: they know draft 7 best. Bounds of numbers are the emulator's to tell. */
export const worldJsonSchema = {
  ...z.toJSONSchema(worldSchema(clouds), { io: "input", target: "draft-7", unrepresentable: "any" }),
  title: "A world of vpc-peering-emulator",
};

/** The admin API. */
export const openApi = openApiOf(clouds, version);
