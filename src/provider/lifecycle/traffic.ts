/** How much is under way in a process, so that whoever waits for others knows whether there are any. */
export class Traffic {
  /** The most that was ever under way at once: as much as the engine does side by side, and as there is to do. */
  most = 0;
  private underWay = 0;

  /** Notes that something begins; what is answered notes its end. */
  begin(): () => void {
    this.underWay++;
    this.most = Math.max(this.most, this.underWay);
    return () => {
      this.underWay--;
    };
  }

  /** Whether more is under way than these, which wait. */
  isMoreThan(waiting: number): boolean {
    return this.underWay > waiting;
  }
}
