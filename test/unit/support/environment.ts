import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Where a test's keys may be found. */
export interface Environment {
  /** A home folder with nothing in it. */
  home: string;
  set(variables: Record<string, string>): void;
}

/**
 * Gives each test of a file an empty home folder, and an environment without these variables: the keys of whoever runs
 * the tests are none of their business. Afterwards all is as it was.
 */
export function withEnvironment(hidden: RegExp): Environment {
  const before = { ...process.env };
  const environment: Environment = {
    home: "",
    set: (variables) => void Object.assign(process.env, variables),
  };
  beforeEach(() => {
    for (const name of Object.keys(process.env)) {
      if (hidden.test(name)) Reflect.deleteProperty(process.env, name);
    }
    environment.home = mkdtempSync(path.join(os.tmpdir(), "home-"));
  });
  afterEach(() => {
    rmSync(environment.home, { recursive: true });
    process.env = { ...before };
  });
  return environment;
}
