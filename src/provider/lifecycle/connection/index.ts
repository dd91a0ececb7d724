import type { Resource } from "../resource";
import { checkConnection } from "./check";
import { diffConnection } from "./diff";
import { foundConnection } from "./found";
import type { ConnectionInputs } from "./inputs";
import { connectionOperations } from "./operations";
import type { ConnectionOutputs } from "./state";
import { connectionShapes } from "./shapes";

/** A connection, by the requester's keys. Its id is the cloud's. */
export const connection: Resource<ConnectionInputs, ConnectionOutputs> = {
  shapes: connectionShapes,
  check: checkConnection,
  diff: (_id, olds, news, owner) => diffConnection(olds, news, owner),
  ...connectionOperations,
  found: foundConnection,
};
