import { accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import type { SideInputs } from "../../model/peering";
import { UNKNOWN } from "../../model/unknown";

/** An end of a connection, part by part: where it is not known as a whole, no part of it is. */
export function asFarAsKnown<End extends Partial<SideInputs>>(end: End, cloud: CloudName): End {
  if ((end as unknown) !== UNKNOWN) return end;
  return { vpcId: UNKNOWN, region: UNKNOWN, [accountKeyOf(cloud)]: UNKNOWN } as unknown as End;
}
