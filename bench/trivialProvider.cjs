// What a provider costs that does nothing: the measure of all others.

/** @typedef {Record<string, unknown>} Props */

exports.handler = {
  configure: () => Promise.resolve(),
  /** @param {Props} _olds @param {Props} news */
  check: (_olds, news) => Promise.resolve({ inputs: news, failures: [] }),
  diff: () => Promise.resolve({ changes: false }),
  /** @param {Props} inputs */
  create: (inputs) => Promise.resolve({ id: String(inputs["name"]), outs: inputs }),
  /** @param {string} _id @param {Props} _olds @param {Props} news */
  update: (_id, _olds, news) => Promise.resolve({ outs: news }),
  /** @param {string} id @param {Props} props */
  read: (id, props) => Promise.resolve({ id, props, inputs: props }),
  delete: () => Promise.resolve(),
};
