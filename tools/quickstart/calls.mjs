/** @typedef {import("./emulator.mjs").ApiCall} ApiCall */

/**
 * API calls for people: who called what, and how often in a row.
 *
 * @param {readonly ApiCall[]} calls oldest first
 * @param {Readonly<Record<string, string>>} names of accounts
 * @returns {string[]}
 */
export function callLines(calls, names) {
  /** @type {{ who: string, what: string, times: number }[]} */
  const rows = [];
  for (const { account, action, code } of calls) {
    const who = account === null ? "nobody" : (names[account] ?? account);
    const what = code === null ? action : `${action}: ${code}`;
    const last = rows.at(-1);
    if (last && last.who === who && last.what === what) last.times += 1;
    else rows.push({ who, what, times: 1 });
  }
  const width = Math.max(0, ...rows.map(({ who }) => who.length));
  return rows.map(
    ({ who, what, times }) =>
      `${who.padEnd(width)}  ${what}${times === 1 ? "" : ` (${String(times)} times)`}`,
  );
}
