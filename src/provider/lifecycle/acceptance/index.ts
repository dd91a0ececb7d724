import type { Resource } from "../resource";
import { checkAcceptance } from "./check";
import { diffAcceptance } from "./diff";
import { foundAcceptance } from "./found";
import type { AcceptanceInputs } from "./inputs";
import { acceptanceOperations } from "./operations";
import type { AcceptanceOutputs } from "./state";
import { acceptanceShapes } from "./shapes";

/** An acceptance, by the accepter's keys. Its id is the connection's id. */
export const acceptance: Resource<AcceptanceInputs, AcceptanceOutputs> = {
  shapes: acceptanceShapes,
  check: checkAcceptance,
  diff: diffAcceptance,
  ...acceptanceOperations,
  found: foundAcceptance,
};
