import { given } from "../../../src/program/given";
import type { Make } from "../support/arguments";
import {
  accepter,
  accepting,
  asked,
  good,
  instance,
  peering,
  refusalLater,
  requester,
} from "../support/arguments";
import type { Program } from "../support/program";
import { run } from "../support/program";

const reading: Make = ({ lib }, ...rest) => lib.VpcPeering.get("p", ...(rest as unknown as [never, never]));

/** What a program is told that does this; nothing if it is not refused. */
async function refusalOf(program: (given: Program) => unknown): Promise<string> {
  let told = "";
  const { registered } = await run((given) => {
    try {
      program(given);
    } catch (error) {
      told = String(error);
      expect((error as Error).constructor.name).toBe("RunError");
      expect((error as Error).stack).not.toMatch(/^\s+at /m);
    }
  });
  // Nothing goes to the engine of what is refused.
  if (told !== "") expect(registered.filter(({ type }) => type.includes("dynamic/"))).toEqual([]);
  return told;
}

const named = (name: string, value: unknown): object => Object.fromEntries([[name, value]]);
const endless: Record<string, unknown> = {};
endless["self"] = endless;

describe("garbage is refused with the name of the property", () => {
  test.each<[string, Make, unknown, RegExp]>([
    ["no arguments", peering, undefined, /VpcPeering "p": its arguments are nothing: they must be an object/],
    ["null for arguments", accepting, null, /VpcPeeringAccepter "p": its arguments are null/],
    ["text for arguments", peering, "vpc-hub", /its arguments are "vpc-hub"/],
    ["a list of arguments", peering, [good], /its arguments are \[/],
    ["no accepter", peering, { cloud: "alicloud", requester }, /accepter is missing: it must be an object/],
    ["no requester", peering, { ...good, requester: null }, /requester is missing/],
    ["a number for an end", peering, { ...good, requester: 5 }, /requester is 5: it must be an object/],
    [
      "text for an end",
      accepting,
      { ...asked, accepter: "vpc-b" },
      /accepter is "vpc-b": it must be an object/,
    ],
    ["no cloud", peering, { requester, accepter }, /cloud is nothing: this release drives "alicloud"/],
    ["a cloud of a prototype", peering, { ...good, cloud: "constructor" }, /cloud is "constructor"/],
    ["a function", peering, { ...good, name: () => "n" }, /name is a function: it must be a value/],
    ["a symbol", peering, { ...good, name: Symbol("n") }, /name is a symbol/],
    [
      "a bigint",
      peering,
      { ...good, accepter: { ...accepter, accountId: 10n } },
      /accepter\.accountId is 10n: quote it/,
    ],
    [
      "no number",
      peering,
      { ...good, bandwidth: Number.NaN },
      /bandwidth is NaN: it must be a finite number/,
    ],
    [
      "a date",
      peering,
      { ...good, tags: { since: new Date(0) } },
      /tags\.since is "1970-.*: it must be text/,
    ],
    ["a map", peering, { ...good, tags: new Map([["a", "b"]]) }, /tags is \{\}: it must be text/],
    [
      "half a character",
      peering,
      { ...good, name: "a\uD800" },
      /name is "a\\ud800": it holds the half of a character/,
    ],
    [
      "what holds itself",
      peering,
      { ...good, tags: endless },
      /tags\.self is an object that cannot be shown: it goes too deep, or holds itself/,
    ],
    [
      "a function for a tag, even one named like an instance",
      peering,
      { ...good, tags: { provider: () => "n" } },
      /tags\.provider is a function: it must be a value/,
    ],
    [
      "an argument that the SDK would lose",
      peering,
      { ...good, ...named("__proto__", "x") },
      /VpcPeering "p": __proto__: there is no such argument/,
    ],
    [
      "no instance",
      peering,
      { ...good, requester: { ...requester, provider: "hub" } },
      /requester\.provider is "hub", but cloud is "alicloud"\. Use an AlicloudProvider\./,
    ],
    [
      "an argument of nothing",
      reading,
      undefined,
      /connectionId is missing: it must be the id of a connection/,
    ],
    [
      "an unknown argument of an instance",
      instance,
      { accesKey: "x" },
      /Provider instance "i" of alicloud: accesKey: there is no such argument\. Did you mean `accessKey`\?/,
    ],
    [
      "an unknown member of a role",
      instance,
      { assumeRole: { rolArn: "x" } },
      /assumeRole\.rolArn: there is no such argument\. Did you mean `roleArn`\?/,
    ],
    [
      "an unknown member of an end",
      accepting,
      { ...asked, accepter: { regoin: "x" } },
      /accepter\.regoin: there is no such argument\. Did you mean `region`\?/,
    ],
  ])("%s", async (_, make, args, told) => {
    expect(await refusalOf((program) => make(program, args))).toMatch(told);
  });

  test("an Output, where members are read: its members may be Outputs", async () => {
    const told = (name: string): Promise<string> =>
      refusalOf((program) => peering(program, { ...good, [name]: program.pulumi.output(requester) }));
    expect(await told("requester")).toMatch(
      /requester is an Output: it must be an object, whose members may be/,
    );
    expect(await told("cloud")).toMatch(/cloud is an Output: this release drives/);
  });

  test("a resource where one of its outputs is meant", async () => {
    const told = await refusalOf((program) => {
      class Network extends program.pulumi.CustomResource {}
      const vpc = new Network("x:y/network:Network", "vpc", {});
      return peering(program, { ...good, requester: { vpcId: vpc } });
    });
    expect(told).toMatch(/requester\.vpcId is a resource: give one of its outputs, such as its `id`/);
  });

  test("an empty id, an unknown place and an unknown argument of what is only read", async () => {
    const told = (id: unknown, where: unknown): Promise<string> =>
      refusalOf(({ lib }) => lib.VpcPeering.get("p", id as string, where as { cloud: "alicloud" }));
    expect(await told("", { cloud: "alicloud" })).toMatch(/connectionId is missing/);
    expect(await told(null, { cloud: "alicloud" })).toMatch(/connectionId is missing/);
    expect(await told(5, { cloud: "alicloud" })).toMatch(
      /connectionId is 5: it must be the id of a connection/,
    );
    expect(await told("pcc-1", { cloud: "x" })).toMatch(/cloud is "x"/);
    expect(await told("pcc-1", { cloud: "alicloud", regoin: "x" })).toMatch(
      /regoin: there is no such argument\. Did you mean `region`\?/,
    );
  });

  test.each<[unknown, RegExp]>([
    [{ customTimeouts: { create: 5 } }, /customTimeouts\.create is 5: it must be a duration/],
    [{ customTimeouts: { create: "5 minutes" } }, /customTimeouts\.create is "5 minutes"/],
    [
      { customTimeouts: { crate: "5m" } },
      /customTimeouts: crate: there is no such argument\. Did you mean `create`\?/,
    ],
    [{ provider: "hub" }, /provider is "hub": it must be a provider instance/],
  ])("options: %j", async (opts, told) => {
    expect(await refusalOf((program) => peering(program, good, opts))).toMatch(told);
    expect(await refusalOf((program) => accepting(program, asked, opts))).toMatch(told);
  });

  test.each<[string, unknown, RegExp]>([
    ["a bigint", 10n, /tags is 10n: quote it\.$/],
    ["no number, deep inside", { team: [Number.NaN] }, /tags\.team\.0 is NaN: it must be a finite number\.$/],
    ["a function", () => "n", /tags is a function: it must be a value\.$/],
    ["a date", new Date(0), /tags is "1970-.*: it must be text/],
  ])("%s that comes later", async (_, value, told) => {
    const { result } = await run(({ pulumi }) => {
      const { tags } = given("Peering", { tags: pulumi.output("").apply(() => value) });
      const promised = given("Peering", { tags: Promise.resolve(value) });
      return [refusalLater(tags), refusalLater(promised.tags)];
    });
    for (const refused of await Promise.all(result)) expect(refused).toMatch(told);
  });

  test("what hides how it is written in text goes to the provider, which knows what is wrong", async () => {
    const { only } = await run((program) =>
      peering(program, { ...good, tags: [{ toString: "t" }], adopt: { toString: "t" } }),
    );
    expect(only("Connection").inputs).toMatchObject({ tags: [{ toString: "t" }], adopt: { toString: "t" } });
  });

  test("ends that are no ids go to the provider, two of them or the same twice", async () => {
    const { of } = await run((program) => {
      const ends = { requester: { ...requester, vpcId: {} }, accepter: { ...accepter, vpcId: { a: {} } } };
      peering(program, { ...good, ...ends });
      return new program.lib.VpcPeering("again", { ...good, ...ends } as never);
    });
    expect(of("Connection")).toHaveLength(2);
  });

  test("a secret is never shown", async () => {
    const told = await refusalOf((program) => instance(program, { secretKey: "hush\uD800" }));
    expect(told).toMatch(/secretKey is not shown here: it holds the half of a character/);
  });

  test("no provider to take over", async () => {
    const told = await refusalOf(({ lib }) => lib.AlicloudProvider.from(undefined as never));
    expect(told).toMatch(
      /AlicloudProvider\.from is given nothing: it must be a provider of @pulumi\/alicloud/,
    );
  });
});
