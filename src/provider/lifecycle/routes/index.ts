import type { Resource } from "../resource";
import { checkRoutes } from "./check";
import { diffRoutes } from "./diff";
import { foundRoutes } from "./found";
import type { RoutesInputs } from "./inputs";
import { routesOperations } from "./operations";
import { routesShapes } from "./shapes";
import type { RoutesOutputs } from "./state";

/** The routes of one end of a connection, by the keys of that end's owner. */
export const routes: Resource<RoutesInputs, RoutesOutputs> = {
  shapes: routesShapes,
  check: checkRoutes,
  diff: (_id, olds, news) => diffRoutes(olds, news),
  ...routesOperations,
  found: foundRoutes,
};
