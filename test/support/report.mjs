// What the runner prints: a line for each check, and the counts at the end.

/** @typedef {(name: string, act: () => unknown) => Promise<void>} Check runs one check; what it throws is its failure */

/** Counts checks and prints each. */
export class Report {
  passed = 0;
  failed = 0;

  /**
   * Runs the checks of one client under a title. What stops it half-way counts as a failure.
   *
   * @param {string} title
   * @param {() => Promise<void>} tell
   */
  async story(title, tell) {
    process.stdout.write(`\n${title}\n`);
    try {
      await tell();
    } catch (error) {
      this.fail("comes to its end", error instanceof Error ? error.message : String(error));
    }
  }

  /** @type {Check} */
  check = async (name, act) => {
    try {
      await act();
      this.pass(name);
    } catch (error) {
      this.fail(name, error instanceof Error ? error.message : String(error));
    }
  };

  /** @param {string} name */
  pass(name) {
    this.passed += 1;
    process.stdout.write(`  ok    ${name}\n`);
  }

  /**
   * @param {string} name
   * @param {string} reason
   */
  fail(name, reason) {
    this.failed += 1;
    process.stdout.write(`  FAIL  ${name}\n${reason.replace(/^/gm, "        ")}\n`);
  }

  /** The line that ends every run. */
  close() {
    process.stdout.write(`\n${String(this.passed)} passed, ${String(this.failed)} failed\n`);
  }
}
