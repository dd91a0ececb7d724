import type { ResourceKind } from "../../model/resourceKinds";
import { acceptance } from "./acceptance";
import { connection } from "./connection";
import { identity } from "./identity";
import { routes } from "./routes";
import type { Resource } from "./resource";

/** A resource of any kind: only itself knows what its values are. */
export type AnyResource = Resource<object, object>;

/** Every kind of resource, for whichever door the engine calls through. */
export const RESOURCES: Record<ResourceKind, AnyResource> = {
  Connection: connection,
  Acceptance: acceptance,
  Identity: identity,
  Routes: routes,
};
