import type { STATE_VERSION } from "../stateVersion";
import type { IdentityInputs } from "./inputs";

/** The outputs of `vpcPeering:Identity`: whose keys a provider instance has, and its region. */
export interface IdentityOutputs extends IdentityInputs {
  stateVersion: typeof STATE_VERSION;
  accountId?: string;
  projectId?: string;
  /** The region that the settings imply, if they do. */
  region?: string;
}
