import type { Vpc } from "../../../core/store/vpcStore";
import { ipv4BlocksOf } from "../../../core/store/vpcStore";
import type { Fields } from "../action";

/** A VPC's blocks beside its first: those of its own addresses, and those for containers. */
export function assistantCidrs(vpc: Vpc, containers: readonly string[]): Fields[] {
  const view = (AssistantType: 0 | 1) => (CidrBlock: string) => ({
    VpcId: vpc.vpcId,
    CidrBlock,
    AssistantType,
    SubnetSet: [],
  });
  return [...ipv4BlocksOf(vpc).slice(1).map(view(0)), ...containers.map(view(1))];
}
