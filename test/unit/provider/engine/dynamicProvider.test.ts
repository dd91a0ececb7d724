import { keepSecret } from "../../../../src/io/secrets";
import { PeeringError } from "../../../../src/model/errors";
import { Unfinished } from "../../../../src/provider/lifecycle/resource";
import { URN } from "../../support/samples";
import { failureOf, inputs, values, wrap } from "./dynamicSupport";

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

describe("a difference", () => {
  test("for the engine itself to show has no `changes`, not even an undefined one", async () => {
    const answer = await wrap({ diff: () => ({ replaces: [], deleteBeforeReplace: true }) }).diff(
      "i",
      inputs,
      inputs,
    );
    expect(Object.keys(answer).sort()).toEqual(["deleteBeforeReplace", "replaces"]);
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
