// What a provider costs that does nothing: the measure of all others.

/** @typedef {Record<string, unknown>} Props */

/** When each of the last calls was let through. @type {number[]} */
const turns = [];

/** Waits for a turn under a limit of so many calls in so many milliseconds, if there is one. @param {{calls: number, ms: number} | undefined} limit */
async function turn(limit) {
  if (limit === undefined) return;
  const before = turns.at(-limit.calls) ?? Number.NEGATIVE_INFINITY;
  const at = Math.max(performance.now(), before + limit.ms);
  turns.push(at);
  await new Promise((go) => setTimeout(go, at - performance.now()));
}

exports.connection = {
  configure: () => Promise.resolve(),
  /** @param {Props} _olds @param {Props} news */
  check: (_olds, news) => Promise.resolve({ inputs: news, failures: [] }),
  diff: () => Promise.resolve({ changes: false }),
  /** @param {Props} inputs */
  async create(inputs) {
    await turn(/** @type {{calls: number, ms: number} | undefined} */ (inputs["limit"]));
    return { id: String(inputs["name"]), outs: inputs };
  },
  /** @param {string} _id @param {Props} _olds @param {Props} news */
  update: (_id, _olds, news) => Promise.resolve({ outs: news }),
  /** @param {string} id @param {Props} props */
  read: (id, props) => Promise.resolve({ id, props, inputs: props }),
  delete: () => Promise.resolve(),
};
