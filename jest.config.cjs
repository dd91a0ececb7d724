const swc = [
  "@swc/jest",
  { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
];

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  // A test of the engine waits for processes it started: a third keeps two cores at work.
  maxWorkers: 3,
  // It ends what hangs. Nothing fails because the machine is busy.
  testTimeout: 900_000,
  testSequencer: "<rootDir>/test/slowestFirst.cjs",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // The files of a made-up cloud run in a copy of the project, where they have their places.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/fourthCloud/files/"],
  transform: { "\\.[cm]?[jt]s$": swc },
  // A dynamic import needs its extension, which here is that of the source.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": ["$1.js", "$1"] },
  // p-retry and what it stands on are ESM; jest needs them as CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(p-retry|is-network-error)/)"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.engine", "<rootDir>/templates"],
};
