import { showOnRow } from "../../../../src/provider/engine/engineLog";
import type { DynamicProvider } from "../../../../src/provider/engine/dynamicProvider";
import { dynamicProvider } from "../../../../src/provider/engine/dynamicProvider";
import { keepSecret } from "../../../../src/io/secrets";
import type { Resource } from "../../../../src/provider/lifecycle/resource";
import { text } from "../../../../src/provider/clouds/kit/schema";
import { Unfinished } from "../../../../src/provider/lifecycle/resource";
import type { Session } from "../../../../src/provider/lifecycle/session";
import type { ResourceKind } from "../../../../src/model/resourceKinds";
import { shapeOf } from "../../../../src/provider/lifecycle/shape";
import { PeeringError } from "../../../../src/model/errors";
import { URN } from "../../support/samples";

jest.mock("../../../../src/provider/engine/engineLog", () => ({ showOnRow: jest.fn() }));
jest.mock("../../../../src/provider/engine/progress", () => ({
  progressOn: (urn: string) => ({
    report: (text: string) => {
      mockProgress.push([urn, text]);
    },
    end: () => undefined,
  }),
}));
const mockProgress: [urn: string, text: string][] = [];
const shown = showOnRow as unknown as jest.Mock<void, [string | undefined, string, string]>;

beforeEach(() => {
  mockProgress.length = 0;
  shown.mockClear();
});

type Props = Record<string, unknown>;
/** What a resource gets to see. */
const values: Props = { cloud: "alicloud", a: 1 };
/** What the engine sends. */
const inputs: Props = { ...values, __provider: "exports.handler=…", __owner: { urn: URN } };
const unexpected = (): never => {
  throw new Error("this call was not expected");
};

function wrap(resource: Partial<Resource<Props, Props>>, kind: ResourceKind = "Connection"): DynamicProvider {
  const shapes = { inputs: shapeOf({}), outputs: shapeOf({}) };
  const none = { shapes, check: unexpected, diff: unexpected, create: unexpected } as const;
  return dynamicProvider(kind, {
    ...none,
    update: unexpected,
    read: unexpected,
    delete: unexpected,
    ...resource,
  });
}

const config = (values: Record<string, unknown>) => ({ config: { get: (key: string) => values[key] } });

/** What the engine gets to see of a failure. */
interface Failure extends Error {
  id?: string;
  properties?: Record<string, unknown>;
  reasons?: string[];
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Failure;
}

const mistake = new PeeringError("The quota is exceeded.", { kind: "quota", remedy: "Ask for more." });
/** Everything the engine prints of a failed hook. */
const printed = (error: Error): string => `${error.message}\n${String(error)}: ${error.stack}`;

describe("what a resource answers", () => {
  test("reaches the engine without what it cannot store", async () => {
    const outs = { ...values, gone: undefined, big: 253460731706911258n, deep: { gone: undefined } };
    const clean = { ...inputs, big: "253460731706911258", deep: {} };
    const answers = wrap({
      check: () => Promise.resolve({ inputs: outs, complaints: [] }),
      create: () => Promise.resolve({ id: "pcc-1", outs }),
      update: () => Promise.resolve(outs),
      read: () => Promise.resolve({ props: outs, inputs: outs }),
    });
    expect(await answers.check({}, inputs)).toStrictEqual({ inputs: clean, failures: [] });
    expect(await answers.create(inputs)).toStrictEqual({ id: "pcc-1", outs: clean });
    expect(await answers.update("pcc-1", inputs, inputs)).toStrictEqual({ outs: clean });
    expect(await answers.read("pcc-1", inputs)).toStrictEqual({ id: "pcc-1", props: clean, inputs: clean });
  });

  test("that it is gone is the empty answer, by which the engine forgets it", async () => {
    expect(await wrap({ read: () => Promise.resolve(undefined) }).read("pcc-1", inputs)).toEqual({});
  });
});

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
      create: seen(Promise.resolve({ id: "i", outs: values })),
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

describe("a difference", () => {
  test("for the engine itself to show has no `changes`, not even an undefined one", async () => {
    const answer = await wrap({ diff: () => ({ replaces: [], deleteBeforeReplace: true }) }).diff(
      "i",
      inputs,
      inputs,
    );
    expect(Object.keys(answer).sort()).toEqual(["deleteBeforeReplace", "replaces"]);
  });

  test("with a reason shows it on the resource's own row, for good, once, and keeps it from the engine", async () => {
    const provider = wrap({
      diff: () => ({ changes: true, replaces: ["status"], warning: "It was rejected." }),
    });
    // A preview with a refresh asks for it twice.
    for (let asked = 0; asked < 2; asked++) {
      expect(await provider.diff("i", inputs, inputs)).toEqual({ changes: true, replaces: ["status"] });
    }
    expect(shown.mock.calls).toEqual([
      [
        "urn:pulumi:prod::network::vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::hub-spoke",
        "It was rejected.",
        "warning",
      ],
    ]);
  });
});

describe("a complaint about inputs", () => {
  test("names no property, since the engine would print that property's whole value", async () => {
    const complaints = ["name is 5: …", "tags.k is 6: …"];
    const { failures } = await wrap({ check: () => Promise.resolve({ inputs, complaints }) }).check(
      {},
      inputs,
    );
    expect(failures).toEqual(complaints.map((reason) => ({ property: "", reason })));
  });

  test("has secrets blotted out", async () => {
    keepSecret("wrap-secret-1");
    const complaints = ["name is wrap-secret-1"];
    const { failures } = await wrap({ check: () => Promise.resolve({ inputs, complaints }) }).check(
      {},
      inputs,
    );
    expect(failures).toEqual([{ property: "", reason: "name is [secret]" }]);
  });

  test("is also what a user's mistake found by the check itself becomes", async () => {
    const { failures } = await wrap({ check: () => Promise.reject(mistake) }).check({}, inputs);
    expect(failures).toEqual([{ property: "", reason: mistake.message }]);
  });

  test("is not what a bug becomes", async () => {
    const bug = await failureOf(
      wrap({ check: () => Promise.reject(new TypeError("x is no y")) }).check({}, inputs),
    );
    expect(bug.message).toMatch(/bug.*x is no y/);
  });
});

describe("a user's mistake", () => {
  const failing = wrap({
    create: () => Promise.reject(mistake),
    update: () => Promise.reject(mistake),
    read: () => Promise.reject(mistake),
    delete: () => Promise.reject(mistake),
    diff: () => {
      throw mistake;
    },
  });

  test.each<[string, () => Promise<unknown>]>([
    ["create", () => failing.create(inputs)],
    ["update", () => failing.update("i", inputs, inputs)],
    ["read", () => failing.read("i", inputs)],
    ["delete", () => failing.delete("i", inputs)],
    ["diff", () => failing.diff("i", inputs, inputs)],
  ])("in %s is told in its own words, without a stack, and leaves nothing half-made", async (_, hook) => {
    const error = await failureOf(hook());
    expect(error.message).toBe("The quota is exceeded. Ask for more.");
    expect(error.stack).toBe("");
    expect(printed(error)).not.toMatch(/Error|\.ts/);
    expect(error).not.toHaveProperty("id");
    expect(error).not.toHaveProperty("reasons");
  });

  test("has secrets blotted out", async () => {
    keepSecret("wrap-secret-2");
    const leaking = new PeeringError("Key wrap-secret-2 is wrong.", {
      kind: "credentials",
      remedy: "wrap-secret-2",
    });
    const error = await failureOf(wrap({ create: () => Promise.reject(leaking) }).create(inputs));
    expect(printed(error)).not.toContain("wrap-secret-2");
    expect(error.message).toContain("[secret]");
  });
});

describe("a bug", () => {
  test("says that it is one, and keeps its stack for the report", async () => {
    const bug = new TypeError("x is not a function");
    const error = await failureOf(wrap({ create: () => Promise.reject(bug) }).create(inputs));
    expect(error.message).toBe("This is a bug in pulumi-vpc-peering: x is not a function");
    expect(error.stack).toContain("dynamicProvider.test.ts");
  });

  test("has secrets blotted out, also of its stack", async () => {
    keepSecret("wrap-secret-3");
    const error = await failureOf(
      wrap({ read: () => Promise.reject(new Error("wrap-secret-3")) }).read("i", inputs),
    );
    expect(printed(error)).not.toContain("wrap-secret-3");
  });

  test("that is thrown as something else is an Error all the same", async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const error = await failureOf(wrap({ create: () => Promise.reject("a word") }).create(inputs));
    expect(error.message).toMatch(/a word/);
  });
});

describe("what was left unfinished", () => {
  const seen = { ...values, status: "creating", gone: undefined, deep: { gone: undefined } };
  const unfinished = (cause: unknown) => Promise.reject(new Unfinished("pcc-1", seen, cause));
  const news = { ...inputs, __provider: "exports.handler=new" };

  test.each<[string, (cause: unknown) => Promise<unknown>]>([
    ["create", (cause) => wrap({ create: () => unfinished(cause) }).create(news)],
    ["update", (cause) => wrap({ update: () => unfinished(cause) }).update("pcc-1", inputs, news)],
  ])("by %s is kept: its id, its state, and the reason as a list", async (_, hook) => {
    const error = await failureOf(hook(mistake));
    expect(error.id).toBe("pcc-1");
    expect(error.reasons).toEqual(["The quota is exceeded. Ask for more."]);
    expect(error.properties).toMatchObject({ cloud: "alicloud", status: "creating" });
    expect(error.stack).toBe("");
  });

  test("can be worked with later: its state has the line that loads the provider, and nothing undefined, which would hang the engine", async () => {
    const bare = () =>
      Promise.reject(new Unfinished("pcc-1", { a: undefined, deep: { b: undefined } }, mistake));
    const error = await failureOf(wrap({ create: bare }).create(news));
    expect(error.properties).toStrictEqual({
      deep: {},
      __provider: "exports.handler=new",
      __owner: { urn: URN },
    });
    expect("a" in (error.properties ?? {})).toBe(false);
  });

  test("by an update keeps the limits of time it had, so that the next one still sees the new ones", async () => {
    const update = () => unfinished(mistake);
    const [olds, edited] = [
      { ...inputs, timeouts: { update: "1s" } },
      { ...news, timeouts: { update: "1h" } },
    ];
    const error = await failureOf(wrap({ update }).update("pcc-1", olds, edited));
    expect(error.properties).toMatchObject({
      timeouts: { update: "1s" },
      __owner: { urn: URN },
      __provider: "exports.handler=new",
    });
  });

  test("by a bug keeps id and state too, and says that it is a bug", async () => {
    const error = await failureOf(wrap({ create: () => unfinished(new TypeError("oops")) }).create(news));
    expect(error.id).toBe("pcc-1");
    expect(error.reasons).toEqual([expect.stringMatching(/bug.*oops/)]);
    expect(error.stack).toContain("dynamicProvider.test.ts");
  });

  test("has secrets blotted out of its reason", async () => {
    keepSecret("wrap-secret-4");
    const leaking = new PeeringError("wrap-secret-4", { kind: "unknown" });
    const error = await failureOf(wrap({ create: () => unfinished(leaking) }).create(news));
    expect(error.reasons?.join()).toBe("[secret]");
  });
});

describe("progress and warnings", () => {
  test.each(["Connection", "Acceptance", "Identity"] as const)(
    "of a %s are on its own row, with secrets blotted out",
    async (type) => {
      keepSecret("wrap-secret-5");
      const create: Resource<Props, Props>["create"] = (given, { row }) => {
        row.report("pending wrap-secret-5");
        row.warn("careful wrap-secret-5");
        return Promise.resolve({ id: "i", outs: given });
      };
      await wrap({ create }, type).create(inputs);
      const urn = `urn:pulumi:prod::network::vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:${type}::hub-spoke`;
      expect(mockProgress).toEqual([[urn, "pending [secret]"]]);
      expect(shown.mock.calls).toEqual([[urn, "careful [secret]", "warning"]]);
    },
  );

  test("find the row of a resource whose component stands within others, or has an odd name", async () => {
    const urn = "urn:pulumi:s::p::my:Parent$vpc-peering:index:VpcPeering::a::b c";
    const create: Resource<Props, Props>["create"] = (given, { row }) => {
      row.report("x");
      return Promise.resolve({ id: "i", outs: given });
    };
    await wrap({ create }).create({ ...inputs, __owner: { urn } });
    expect(mockProgress[0]?.[0]).toBe(
      "urn:pulumi:s::p::my:Parent$vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::a::b c",
    );
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

describe("settings", () => {
  /** A provider that answers which session its hooks got. */
  const spy = () => {
    const sessions: Session[] = [];
    const provider = wrap({
      create: (given, { session }) => {
        sessions.push(session);
        return Promise.resolve({ id: String(session.settings("alicloud:region")), outs: given });
      },
    });
    return { provider, sessions };
  };

  test("are there for hooks that are called without waiting for them, as the engine does", async () => {
    const { provider } = spy();
    const configured = provider.configure(config({ "alicloud:region": "cn-hangzhou" }));
    const { id } = await provider.create(inputs);
    await configured;
    expect(id).toBe("cn-hangzhou");
  });

  test("that are the same share a session, also between kinds of resources: its keys, its locks", async () => {
    const [one, other] = [spy(), spy()];
    const same = { "alicloud:region": "cn-same", "alicloud:assumeRole": '{"roleArn":"r"}' };
    await one.provider.configure(config({ ...same }));
    await other.provider.configure(config({ ...same }));
    await one.provider.create(inputs);
    await other.provider.create(inputs);
    expect(one.sessions[0]).toBeDefined();
    expect(one.sessions[0]).toBe(other.sessions[0]);
  });

  test.each([
    ["region", "alicloud:region"],
    ["keys", "alicloud:accessKey"],
    ["secret", "alicloud:secretKey"],
    ["endpoint", "alicloud:endpoint"],
    ["role", "alicloud:assumeRole"],
    ["profile", "alicloud:profile"],
    ["account", "alicloud:accountId"],
    ["limit of time", "vpc-peering:requestTimeoutMs"],
    ["cloud", "huaweicloud:secretKey"],
  ])("that differ in their %s do not", async (_, key) => {
    const [one, other] = [spy(), spy()];
    await one.provider.configure(config({ "alicloud:region": "cn-x", [key]: "1" }));
    await other.provider.configure(config({ "alicloud:region": "cn-x", [key]: "2" }));
    await one.provider.create(inputs);
    await other.provider.create(inputs);
    expect(one.sessions[0]).not.toBe(other.sessions[0]);
  });

  test("may be none at all", async () => {
    const { provider } = spy();
    expect((await provider.create(inputs)).id).toBe("undefined");
  });
});
