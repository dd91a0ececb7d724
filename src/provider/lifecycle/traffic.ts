/** How much is under way in a process, so that whoever waits for others knows whether there are any. */
export class Traffic {
  /** How much has begun and not ended. */
  underWay = 0;

  /** Notes that something begins; what is answered notes its end. */
  begin(): () => void {
    this.underWay++;
    return () => {
      this.underWay--;
    };
  }

  /** Whether more is under way than these, which wait. */
  isMoreThan(waiting: number): boolean {
    return this.underWay > waiting;
  }
}
