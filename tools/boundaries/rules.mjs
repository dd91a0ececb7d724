/**
 * Who may import whom. A place is a folder, or the name of a package or of its scope; `node:` is all of Node.js.
 *
 * @typedef {{ from: string[], never?: string[], only?: string[], why: string }} Rule
 */

/**
 * @param {{ clouds: string[], kinds: string[] }} names those of the clouds' folders, and of the lifecycle's beside its steps
 * @returns {Rule[]}
 */
export function rulesFor({ clouds, kinds }) {
  const providerFolders = clouds.map((cloud) => `src/provider/clouds/${cloud}`);
  const emulatorFolders = clouds.map((cloud) => `emulator/clouds/${cloud}`);
  return [
    {
      from: ["src/model"],
      only: ["src/model", "node:crypto", "ipaddr.js"],
      why: "the model is words and rules: it reads and writes nothing, and stands on nothing but the arithmetic of addresses",
    },
    {
      from: ["src/io"],
      never: ["src/program", "src/provider", "src/cli", "@pulumi"],
      why: "io knows the words of the model, and nobody else's",
    },
    {
      from: ["src/program"],
      never: ["src/provider", "src/io", "src/cli"],
      why: "the program's process makes no call: what both sides say stands in src/model",
    },
    {
      from: ["src/provider"],
      never: ["@pulumi", "src/program", "src/cli"],
      why: "the provider's process loads no SDK: one for each set of keys would hold a copy",
    },
    {
      from: ["src/provider/lifecycle"],
      never: ["src/provider/engine"],
      why: "the life of a resource is the same whoever drives it",
    },
    {
      from: ["src/provider/lifecycle/steps"],
      never: kinds.map((kind) => `src/provider/lifecycle/${kind}`),
      why: "the steps know no kind of resource, so that a new one can take them",
    },
    {
      from: ["src/provider/clouds"],
      never: ["src/provider/engine", "src/provider/lifecycle"],
      why: "a cloud waits for nothing and decides nothing: that is the lifecycle's",
    },
    {
      from: ["src/provider/engine", "src/provider/lifecycle", "src/cli"].concat(
        ["kit", "sharing"].map((room) => `src/provider/clouds/${room}`),
      ),
      never: providerFolders,
      why: "a cloud is reached through src/provider/clouds/registry.ts, so that a new one changes nothing else",
    },
    {
      from: ["src/cli"],
      never: ["@pulumi", "src/program", "src/provider/engine"],
      why: "the commands read a state and ask a cloud: they are no program, and no provider",
    },
    {
      from: ["src/program", "src/provider", "src/model", "src/io", "src/cli"],
      never: ["src/plugin"],
      why: "the plugin is one more door to what they are: they do not know through which they were called",
    },
    {
      from: ["src/plugin"],
      never: ["src/cli"].concat(providerFolders),
      why: "the plugin speaks with the engine: what is done is the lifecycle's",
    },
    {
      from: ["commandLine"],
      only: ["commandLine", "node:"],
      why: "reading a command line needs nothing of what any command does, so all of them can stand on it",
    },
    {
      from: ["src/cli/doctor/judge"],
      only: ["src/cli/doctor/judge", "src/model", "src/provider/clouds", "ipaddr.js"],
      why: "what follows from what is known needs no look at anything",
    },
    {
      from: ["src"],
      never: ["emulator", "tools", "bench"],
      why: "the package works without what tests it",
    },
    {
      from: ["emulator"],
      never: ["src", "@pulumi", "tools", "bench"],
      why: "the emulator is a second reading of the clouds' documents: with shared code it would share mistakes",
    },
    {
      from: ["emulator/core"],
      never: ["emulator/clouds", "emulator/world", "emulator/admin"],
      why: "the core is the same for all clouds",
    },
    ...[providerFolders, emulatorFolders].flatMap((folders) =>
      folders.map((folder) => ({
        from: [folder],
        never: folders.filter((other) => other !== folder),
        why: "no cloud knows another: what they share stands beside them",
      })),
    ),
    {
      from: ["src", "emulator", "commandLine", "tools", "bench", "examples", "templates"],
      never: ["test"],
      why: "nobody but tests reads tests",
    },
    {
      from: ["test/clouds", "test/contract", "test/faults", "test/support"],
      never: ["test/unit", "test/fourthCloud", "test/golden", "test/crash"],
      why: "a fourth cloud takes these along, and they work where nothing else of the tests is",
    },
    {
      from: ["examples", "templates"],
      never: ["src", "emulator", "tools", "bench"],
      why: "an example has what users have: the package, by its name",
    },
  ];
}

/** @param {string} path @param {string[]} places */
export function isIn(path, places) {
  return places.some((place) => path === place || path.startsWith(place.endsWith(":") ? place : `${place}/`));
}

/** The first rule that an import breaks. @param {{ from: string, to: string }} arrow @param {Rule[]} rules */
export function brokenRule({ from, to }, rules) {
  return rules.find(
    (rule) =>
      isIn(from, rule.from) &&
      (isIn(to, rule.never ?? []) || (rule.only !== undefined && !isIn(to, rule.only))),
  );
}
