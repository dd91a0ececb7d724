// CommonJS, because both scripts and the tests, which jest compiles to CommonJS, load it.

/** @typedef {(method: string, path: string, body?: unknown) => Promise<unknown>} Admin */

/** The admin API of the emulator at this address. What it refuses is an error. @param {string} url @returns {Admin} */
exports.adminOf = (url) => async (method, path, body) => {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(`${url}/_emulator${path}`, init);
  if (!answer.ok)
    throw new Error(`${method} ${path} answered ${String(answer.status)}: ${await answer.text()}`);
  return answer.json();
};
