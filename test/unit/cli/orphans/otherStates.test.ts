import { NO_REPORTER } from "../../../../commandLine/progress";
import { statesOf } from "../../../../src/cli/orphans/otherStates";
import { PeeringError } from "../../../../src/model/errors";

const stateOf = (...ids: string[]): string =>
  JSON.stringify({ deployment: { resources: [{ urn: "urn:stack" }, ...ids.map((id) => ({ id }))] } });

const asked = (states: Record<string, string | undefined>) =>
  statesOf(".", NO_REPORTER, (args) => {
    if (args[1] === "ls") {
      expect(args).toContain("--all");
      return Promise.resolve(JSON.stringify(Object.keys(states).map((name) => ({ name }))));
    }
    const state = states[args[args.indexOf("--stack") + 1] ?? ""];
    return state === undefined
      ? Promise.reject(new PeeringError("no access", { kind: "invalid" }))
      : Promise.resolve(state);
  });

test("what any stack of the backend holds is known", async () => {
  const states = { dev: stateOf("pcc-1"), "organization/net/prod": stateOf("pcc-2", "pcc-3"), new: "{}" };
  expect(await asked(states)).toEqual({ ids: new Set(["pcc-1", "pcc-2", "pcc-3"]), unread: [] });
});

test("a stack that cannot be read is named", async () => {
  const states = { dev: stateOf("pcc-1"), closed: undefined, torn: '{"deployment"' };
  expect(await asked(states)).toEqual({ ids: new Set(["pcc-1"]), unread: ["closed", "torn"] });
});
