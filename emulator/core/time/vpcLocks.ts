import type { Clock } from "./clock";

/** VPCs that are busy with a call and refuse the next one until their time is over. */
export class VpcLocks {
  readonly #until = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly lockMs: number,
  ) {}

  /** Whether any of these VPCs is locked now. Asking does not make a lock longer. */
  anyLocked(cloud: string, vpcIds: readonly string[]): boolean {
    const now = this.clock.now();
    return vpcIds.some((vpcId) => (this.#until.get(`${cloud} ${vpcId}`) ?? 0) > now);
  }

  lock(cloud: string, vpcIds: readonly string[]): void {
    if (this.lockMs === 0) return;
    for (const vpcId of vpcIds) this.#until.set(`${cloud} ${vpcId}`, this.clock.now() + this.lockMs);
  }
}
