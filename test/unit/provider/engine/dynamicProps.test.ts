import type { ResourceKind } from "../../../../src/model/resourceKinds";
import { text } from "../../../../src/provider/clouds/kit/schema";
import type { DynamicProvider } from "../../../../src/provider/engine/dynamicProvider";
import type { Resource } from "../../../../src/provider/lifecycle/resource";
import { shapeOf } from "../../../../src/provider/lifecycle/shape";
import { URN } from "../../support/samples";
import type { Props } from "./dynamicSupport";
import { failureOf, inputs, values, wrap } from "./dynamicSupport";

describe("what only dynamic resources have", () => {
  const timeouts = { create: "90s" };
  const sent = { ...inputs, timeouts };

  test("a resource never sees among its values: the provider's line, the owner, the limits of time", async () => {
    const calls: unknown[] = [];
    const seen =
      <T>(answer: T) =>
      (...args: unknown[]): T => {
        calls.push(args.filter((arg) => typeof arg === "string" || !("session" in (arg as object))));
        return answer;
      };
    const provider = wrap({
      check: seen(Promise.resolve({ inputs: values, complaints: [] })),
      diff: seen({ changes: false }),
      create: seen(Promise.resolve({ id: "new", outs: values })),
      update: seen(Promise.resolve(values)),
      read: seen(Promise.resolve(undefined)),
      delete: seen(Promise.resolve()),
    });
    const edited = { ...sent, a: 2 };
    await provider.check(sent, edited);
    await provider.diff("i", sent, edited);
    await provider.create(sent);
    await provider.update("i", sent, edited);
    await provider.read("i", sent);
    await provider.delete("i", sent);
    const news = { ...values, a: 2 };
    expect(calls).toEqual([
      [news, values],
      // The one who declares it stands beside the values.
      ["i", values, news, inputs.__owner],
      [values],
      ["i", values, news],
      ["i", values],
      ["i", values],
    ]);
  });

  test("it is told as who calls: the owner, and the limits of time if there are any", async () => {
    const callers: unknown[] = [];
    const create: Resource<Props, Props>["create"] = (given, { owner, timeouts }) => {
      callers.push({ owner, timeouts });
      return Promise.resolve({ id: "i", outs: given });
    };
    await wrap({ create }).create(sent);
    await wrap({ create }).create(values);
    expect(callers).toEqual([
      { owner: { urn: URN }, timeouts },
      { owner: undefined, timeouts: {} },
    ]);
  });

  test.each<[what: string, kind: ResourceKind, outs: Props, isHeld: boolean]>([
    ["a connection", "Connection", {}, true],
    ["a connection that is only read", "Connection", { onlyRead: true }, false],
    ["an acceptance of a stack of its own", "Acceptance", { standalone: {} }, true],
    ["an acceptance in a VpcPeering", "Acceptance", {}, false],
    ["an identity", "Identity", {}, false],
  ])("the outputs of %s hold, but the owner only where they always did", async (_, kind, outs, isHeld) => {
    const create = () => Promise.resolve({ id: "i", outs });
    const owner = { urn: URN, organization: "acme", formerUrns: ["urn:pulumi:a::b::c::d"] };
    const created = await wrap({ create }, kind).create({ ...sent, __owner: owner });
    expect(created.outs).toStrictEqual({
      ...outs,
      __provider: inputs["__provider"],
      timeouts,
      // Former names matter once, at create.
      ...(isHeld ? { __owner: { urn: URN, organization: "acme" } } : {}),
    });
  });

  test("inputs keep as it was sent", async () => {
    const owner = { urn: URN, formerUrns: ["urn:pulumi:a::b::c::d"] };
    const check = () => Promise.resolve({ inputs: { b: 1 }, complaints: [] });
    const { inputs: checked } = await wrap({ check }).check({}, { ...sent, __owner: owner });
    expect(checked).toStrictEqual({
      b: 1,
      timeouts,
      __owner: owner,
      __provider: inputs["__provider"],
    });
  });
});

describe("limits of time", () => {
  const answers = (answer: object) => wrap({ diff: () => answer });
  const before = { ...inputs, timeouts: { create: "1h", delete: "5m" } };
  const inPlace = { replaces: [], deleteBeforeReplace: true };

  test("that are new are an update, which the outputs need for a later deletion", async () => {
    for (const changes of [true, false]) {
      expect(await answers({ changes }).diff("i", before, inputs)).toEqual(inPlace);
      expect(await answers({ changes }).diff("i", inputs, before)).toEqual(inPlace);
    }
  });

  test("that are the same, in whatever order, change nothing", async () => {
    const reordered = { ...inputs, timeouts: { delete: "5m", create: "1h" } };
    expect(await answers({ changes: false }).diff("i", before, reordered)).toEqual({ changes: false });
  });

  test("never hide a replacement, or an edit of something else", async () => {
    const replaced = { changes: true, replaces: ["status"], deleteBeforeReplace: true };
    for (const answer of [replaced, { replaces: ["cloud"] }, inPlace]) {
      expect(await answers(answer).diff("i", before, inputs)).toEqual(answer);
    }
  });

  test("that cannot be read are a complaint beside the others", async () => {
    const check = () => Promise.resolve({ inputs: values, complaints: ["name is 5: …"] });
    const { failures } = await wrap({ check }).check({}, { ...inputs, timeouts: { create: "soon" } });
    expect(failures.map(({ reason }) => reason)).toEqual([
      "name is 5: …",
      'timeouts.create is "soon": it must be a duration such as "90s", "10m" or "1h30m".',
    ]);
  });
});

describe("what no release has written", () => {
  const shapes = { inputs: shapeOf({ a: text }), outputs: shapeOf({ b: text }) };
  const [ins, outs] = [{ a: "x" }, { b: "x" }];
  const refusing = wrap({ shapes });

  test.each<[string, (provider: DynamicProvider) => Promise<unknown>, string]>([
    ["create", (provider) => provider.create({ a: 5 }), "a is 5: it must be text."],
    ["diff of a state", (provider) => provider.diff("pcc-1", {}, ins), "b is missing: it must be text."],
    ["diff of inputs", (provider) => provider.diff("pcc-1", outs, {}), "a is missing: it must be text."],
    ["update", (provider) => provider.update("pcc-1", { b: null }, ins), "b is missing: it must be text."],
    ["delete", (provider) => provider.delete("pcc-1", { b: [] }), "b is []: it must be text."],
    [
      "an owner",
      (provider) => provider.create({ ...ins, __owner: 5 }),
      "__owner is 5: it must be an object.",
    ],
    [
      "an owner's name",
      (provider) => provider.create({ ...ins, __owner: { urn: {} } }),
      "__owner.urn is {}: it must be text.",
    ],
    [
      "a limit of time",
      (provider) => provider.delete("pcc-1", { ...outs, timeouts: { delete: 5 } }),
      "timeouts.delete is 5: it must be text.",
    ],
    [
      "a state",
      (provider) => provider.read("pcc-1", { stateVersion: 1 }),
      "What the stack's state says of this resource makes no sense: b is missing: it must be text. Restore an earlier state, or correct it with `pulumi state edit`.",
    ],
  ])("is refused by its name before the resource sees it: %s", async (_, call, message) => {
    expect((await failureOf(call(refusing))).message).toBe(message);
  });

  test("is one more complaint of a check: the state, and the owner", async () => {
    const complain = async (olds: Props, news: Props) =>
      (await refusing.check(olds, news)).failures.map(({ reason }) => reason);
    expect(await complain({ a: 5 }, ins)).toEqual([expect.stringMatching(/state.* a is 5/)]);
    expect(await complain({}, { ...ins, __owner: [] })).toEqual(["__owner is []: it must be an object."]);
  });
});
