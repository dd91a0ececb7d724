import type { VpcPair } from "../../../model/peering";

/**
 * Tells which end of a pair of VPCs has fewer connections, as far as one can tell from the pairs that were asked for so
 * far: of a hub and a spoke, the spoke. A list of its connections is the shorter one.
 */
export class LessAskedEnd {
  private readonly asked = new Map<string, number>();

  of({ requester, accepter }: VpcPair): string {
    const [here, there] = [this.count(requester.vpcId), this.count(accepter.vpcId)];
    return here < there ? requester.vpcId : accepter.vpcId;
  }

  private count(vpcId: string): number {
    const before = this.asked.get(vpcId) ?? 0;
    this.asked.set(vpcId, before + 1);
    return before;
  }
}
