import type { DynamicProvider } from "../../src/provider/engine/dynamicProvider";
import * as provider from "../../src/provider/index";
import { STATE_VERSION } from "../../src/provider/lifecycle/stateVersion";
import { inputs } from "./support/samples";

const resources: [name: string, resource: DynamicProvider][] = Object.entries(provider);

/** State that a later release wrote: this one cannot know what is meant by it. */
const later = { ...inputs, region: "cn-beijing", status: "active", stateVersion: STATE_VERSION + 1 };

/** The hooks that are given state. */
const hooks: [name: string, run: (resource: DynamicProvider) => Promise<unknown>][] = [
  ["diff", (resource) => resource.diff("pcc-1", later, { ...inputs })],
  ["update", (resource) => resource.update("pcc-1", later, { ...inputs })],
  ["read", (resource) => resource.read("pcc-1", later)],
  ["delete", (resource) => resource.delete("pcc-1", later)],
];

describe.each(resources)("state of %s that a later release wrote", (_name, resource) => {
  test.each(hooks)(
    "is refused by %s, which asks the cloud nothing and says what to do",
    async (_hook, run) => {
      await expect(run(resource)).rejects.toThrow(
        `The state was written by a later release of pulumi-vpc-peering (version ${STATE_VERSION + 1}; this one reads ${STATE_VERSION}). Update the package: npm install pulumi-vpc-peering@latest.`,
      );
    },
  );
});

test("there is every kind of resource to try, as the state of every stack names them", () => {
  expect(resources.map(([name]) => name).sort()).toEqual(["acceptance", "connection", "identity", "routes"]);
});
