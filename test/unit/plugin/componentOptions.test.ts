import { optionsIn } from "../../../src/plugin/componentOptions";
import { messages, Value } from "../../../src/plugin/protocol";
import type { Sdk } from "../../../src/plugin/sdk";
import { sdk } from "../../../src/plugin/sdk";

const URN = "urn:pulumi:dev::net::alicloud:vpc/network:Network::app";

let all: Sdk;
beforeAll(async () => {
  all = await sdk();
});

const optionsOf = (request = new messages.ConstructRequest()) => optionsIn(request, "alicloud", all);

const urnOf = async (resource: unknown): Promise<unknown> =>
  await new Promise((resolve) => {
    (resource as { urn: { apply(see: (urn: string) => void): void } }).urn.apply(resolve);
  });

test("what a program says of going and of replacement is said of the component", async () => {
  const request = new messages.ConstructRequest()
    .setDeletedwith(URN)
    .setReplaceWithList([URN])
    .setDeletebeforereplace(false)
    .setRetainondelete(true)
    .setReplacementTrigger(new Value().setStringValue("second"));
  const { deletedWith, replaceWith = [], ...rest } = optionsOf(request);
  expect(rest).toMatchObject({
    deleteBeforeReplace: false,
    retainOnDelete: true,
    replacementTrigger: "second",
  });
  expect(await urnOf(deletedWith)).toBe(URN);
  expect(await Promise.all(replaceWith.map(urnOf))).toEqual([URN]);
});

test("an SDK that knows of no trigger yet does without", () => {
  const request = Object.assign(new messages.ConstructRequest(), { getReplacementTrigger: undefined });
  expect(optionsOf(request)).not.toHaveProperty("replacementTrigger");
});

test("the hooks of its resource are those of the component", () => {
  const hooks = new messages.ConstructRequest.ResourceHooksBinding().setAfterCreateList(["told"]);
  expect(optionsOf(new messages.ConstructRequest().setResourceHooks(hooks)).hooks).toMatchObject({
    afterCreate: [{ name: "told" }],
  });
});

test("what it does not say is left to the component", () => {
  const said = Object.keys(optionsOf());
  for (const name of [
    "deletedWith",
    "deleteBeforeReplace",
    "replacementTrigger",
    "hooks",
    "parent",
    "provider",
  ]) {
    expect(said).not.toContain(name);
  }
});
