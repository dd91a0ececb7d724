import type { CloudName } from "../../../model/clouds";

/** The inputs of `vpcPeering:Identity`. */
export interface IdentityInputs {
  cloud: CloudName;
  /** The region of the VPC whose account is asked for, if the program says it: projects belong to regions. */
  where?: string;
}
