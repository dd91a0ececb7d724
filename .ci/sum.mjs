// sum.mjs PASSED FAILED CODE FILE: adds what jest wrote into FILE, and that it ended with CODE, to what has been
// counted before. Prints the sum, and fails if anything did.

import { readFileSync } from "node:fs";

const [passedBefore, failedBefore, code] = process.argv.slice(2, 5).map(Number);
const { passed, failed, skipped } = read(String(process.argv[5]));

// A run that fails has failed at something, even where no test did.
const failedTests = code !== 0 && failed === 0 ? 1 : failed;
const sum = [
  `${String(Number(passedBefore) + passed)} passed`,
  `${String(Number(failedBefore) + failedTests)} failed`,
  ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
];
console.log(`\n${sum.join(", ")}`);
process.exitCode = Number(failedBefore) + failedTests > 0 ? 1 : 0;

/** @param {string} file */
function read(file) {
  try {
    const results = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: Number(results.numPassedTests),
      // A suite that cannot even be loaded counts as one.
      failed: Number(results.numFailedTests) + Number(results.numRuntimeErrorTestSuites),
      skipped: Number(results.numPendingTests) + Number(results.numTodoTests),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
