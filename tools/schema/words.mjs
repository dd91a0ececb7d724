import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../root.mjs";
import { CLOUDS } from "./clouds.mjs";
import { Types } from "./types.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../../dist/src/model/status.js")} */
const { PEERING_STATUSES } = require(join(root, "dist/src/model/status.js"));

/** All types that the schema names. */
export const types = new Types();
export const cloud = types.words("Cloud", CLOUDS, "A cloud.");
export const status = types.words(
  "Status",
  PEERING_STATUSES,
  "How a connection is. `pending` waits for the accepter's account; `active` carries traffic; `rejected`, `expired`, `deleted` and `failed` never do again.",
);

/** The cloud as an input. */
export const CLOUD = { ...cloud, description: "The cloud of both VPCs. A change replaces the connection." };
