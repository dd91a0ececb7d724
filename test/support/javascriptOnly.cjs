// Loaded into every Node.js process of a stack whose program is JavaScript. Pulumi's SDK begins with a compiler, which
// only a program in TypeScript needs, and with npm's resolver, which only functions in state need. They are two thirds
// of its start, and a stack's commands have some 1500 of those in a run of all tests. Here each waits until it is used.

const Module = require("node:module");

const LATER = new Set(["typescript", "@npmcli/arborist"]);

const loader = /** @type {{_load: (name: string, ...rest: unknown[]) => unknown}} */ (
  /** @type {unknown} */ (Module)
);
const load = loader._load;
/** @type {typeof load} */
const lazily = (name, ...rest) => (LATER.has(name) ? later(() => load(name, ...rest)) : load(name, ...rest));
loader._load = lazily;

delete process.env["PULUMI_NODEJS_TYPESCRIPT"];

/** What looks like a module and is loaded with the first look into it. @param {() => unknown} loading */
function later(loading) {
  /** @type {object | undefined} */
  let loaded;
  return new Proxy(
    {},
    {
      // Compiled `import * as` asks for this at once.
      get: (_, name) =>
        name === "__esModule" ? true : Reflect.get((loaded ??= /** @type {object} */ (loading())), name),
    },
  );
}
