import type { Resource } from "../resource";
import { checkIdentity } from "./check";
import { diffIdentity } from "./diff";
import type { IdentityInputs } from "./inputs";
import { identityOperations } from "./operations";
import type { IdentityOutputs } from "./state";
import { identityShapes } from "./shapes";

/** Whose keys these are: answers, in the process that has the keys, what a program does not name. */
export const identity: Resource<IdentityInputs, IdentityOutputs> = {
  shapes: identityShapes,
  check: checkIdentity,
  diff: (_id, olds, news) => diffIdentity(olds, news),
  ...identityOperations,
};
