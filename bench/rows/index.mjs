import { connections, limited } from "./connections.mjs";
import { growing } from "./growth.mjs";
import { languages } from "./languages.mjs";
import { doctor, routes } from "./routes.mjs";
import { starts } from "./starts.mjs";
import { topologies } from "./topologies.mjs";
import { unchanged } from "./unchanged.mjs";

/** All that is measured, in the order of docs/performance.md. @type {readonly import("./row.mjs").Row[]} */
export const rows = [
  ...connections,
  ...unchanged,
  ...routes,
  ...topologies,
  ...doctor,
  ...limited,
  ...growing,
  ...starts,
  ...languages,
];
