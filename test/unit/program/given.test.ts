import type {
  AlicloudAssumeRole,
  HuaweicloudAssumeRole,
  TencentcloudAssumeRole,
} from "../../../src/program/index";
import { factsOf } from "../../../src/model/clouds";
import { fromTransit } from "../../../src/model/transit";
import type { ExistingPeering } from "../../../src/program/existing";
import { saidOf } from "../../../src/program/existing";
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
import { run, valueOf } from "../support/program";

describe("null is as good as left out", () => {
  test("in a peering, its ends, its tags and its options", async () => {
    const { only } = await run((program) =>
      peering(
        program,
        {
          ...good,
          requester: { ...requester, provider: null },
          accepter: { ...accepter, provider: null },
          name: null,
          tags: { team: "network", none: null },
          adopt: null,
        },
        { customTimeouts: null, provider: null },
      ),
    );
    const { __provider, __owner, ...inputs } = only("Connection").inputs;
    expect(inputs).toEqual({ ...good, tags: { team: "network" } });
  });

  test("in an acceptance: also what is not known before it comes", async () => {
    const { only } = await run((program) =>
      accepting(program, {
        ...asked,
        expect: null,
        decision: null,
        onDelete: program.pulumi.output(null),
        tags: null,
      }),
    );
    const { __provider, __owner, ...inputs } = only("Acceptance").inputs;
    expect(inputs).toEqual({ ...asked, decision: "accept", onDelete: "keep" });
  });

  test.each([null, undefined])("where it comes later (%s), too", async (nothing) => {
    const asConfigured = { config: { "alicloud:region": "cn-hangzhou" } };
    const registered = async (argsOf: (later: () => never) => object, make: Make) => {
      const { of } = await run(
        (program) =>
          make(
            program,
            argsOf(() => program.pulumi.output(nothing) as never),
          ),
        asConfigured,
      );
      const all = [...of("Connection"), ...of("Acceptance"), ...of("Routes"), ...of("Identity")];
      return JSON.parse(
        JSON.stringify(all.map(({ name, inputs }) => [name, fromTransit(inputs)])),
      ) as unknown;
    };
    const peeringOf = (end: object, more: object = {}) => ({
      cloud: "alicloud",
      requester: { vpcId: "vpc-hub", routes: { ...more }, ...end },
      accepter: { vpcId: "vpc-spoke", ...end },
    });
    expect(
      await registered(
        (later) => ({
          ...peeringOf({ region: later() }, { tables: later(), exclude: later() }),
          name: later(),
          waitFor: later(),
        }),
        peering,
      ),
    ).toEqual(await registered(() => peeringOf({}), peering));

    const toSpoke = { cloud: "alicloud", requester: { vpcId: "vpc-hub" }, accepter: { vpcId: "vpc-spoke" } };
    expect(
      await registered(
        (later) => ({ ...toSpoke, accepter: { ...toSpoke.accepter, accountId: later() } }),
        peering,
      ),
    ).toEqual(await registered(() => toSpoke, peering));

    const { accepter: own, ...request } = asked;
    const acceptingOf = (end: object) => ({ ...request, accepter: { vpcId: own.vpcId, ...end } });
    expect(await registered((later) => acceptingOf({ region: later() }), accepting)).toEqual(
      await registered(() => acceptingOf({}), accepting),
    );

    const hub: Make = ({ lib }, args) => new lib.VpcHub("h", args as never);
    const hubOf = (own: object) => ({
      cloud: "alicloud",
      description: "Of all",
      tags: { team: "net" },
      hub: { vpcId: "vpc-hub" },
      spokes: { app: { vpcId: "vpc-app", ...own } },
    });
    expect(
      await registered((later) => hubOf({ region: later(), description: later(), tags: later() }), hub),
    ).toEqual(await registered(() => hubOf({}), hub));

    const mesh: Make = ({ lib }, args) => new lib.VpcMesh("m", args as never);
    const meshOf = (own: object) => ({
      cloud: "alicloud",
      members: { a: { vpcId: "vpc-a", ...own }, b: { vpcId: "vpc-b", ...own } },
    });
    expect(await registered((later) => meshOf({ region: later() }), mesh)).toEqual(
      await registered(() => meshOf({}), mesh),
    );
  });

  test("an id that turns out to be nothing is none, or a connection would be made", async () => {
    const { result } = await run(({ pulumi }) => {
      const said = saidOf("p", { cloud: "alicloud", connectionId: pulumi.output(null) as never });
      return [refusalLater((said as ExistingPeering).connectionId)];
    });
    expect(await result[0]).toBe(
      'VpcPeering "p": connectionId is missing: it must be the id of a connection.',
    );
  });

  test("in an instance, and in what is said instead of a provider that is taken over", async () => {
    const { registered } = await run((program) => [
      instance(program, {
        region: "cn-hangzhou",
        accessKey: null,
        assumeRole: { roleArn: "r", policy: null },
      }),
      new program.lib.TencentcloudProvider("t", null as never),
    ]);
    const inputsOf = (name: string) => registered.find((one) => one.name === name)?.inputs;
    expect(inputsOf("i")).toEqual({
      "alicloud:region": "cn-hangzhou",
      "alicloud:assumeRole": { roleArn: "r" },
    });
    expect(inputsOf("t")).toEqual({});
  });
});

test("an account may be a number that has lost no digit", async () => {
  const { only, result } = await run(({ lib }) => {
    const provider = new lib.AlicloudProvider("i", {
      region: "cn-hangzhou",
      accountId: 1000000000000001 as never,
    });
    return new lib.VpcPeering("p", {
      cloud: "alicloud",
      requester: { vpcId: "vpc-hub", provider },
      accepter: { vpcId: "vpc-spoke" },
    });
  });
  expect(only("Connection").inputs["requester"]).toMatchObject({ accountId: "1000000000000001" });
  expect(await valueOf(result.accepter)).toMatchObject({ accountId: "1000000000000001" });
});

describe("tags by any name reach the engine", () => {
  const tags = JSON.parse(
    '{"__proto__":"p","constructor":"c","toString":"t","valueOf":"v","team":"n"}',
  ) as object;
  const sent = { ...(tags as Record<string, string>), ___proto__: "p" };
  Reflect.deleteProperty(sent, "__proto__");

  test.each<[string, (program: Program) => unknown]>([
    ["as they are", () => tags],
    ["in an Output", ({ pulumi }) => pulumi.output("").apply(() => tags)],
    ["in a Promise", () => Promise.resolve(tags)],
  ])("%s", async (_, tagsIn) => {
    const { only } = await run((program) => peering(program, { ...good, tags: tagsIn(program) }));
    expect(Object.entries(only("Connection").inputs["tags"] as object).sort()).toEqual(
      Object.entries(sent).sort(),
    );
  });
});

test("the members of a role are those that the arguments have", () => {
  const alicloud: Record<keyof AlicloudAssumeRole, true> = {
    roleArn: true,
    sessionName: true,
    sessionExpiration: true,
    policy: true,
    externalId: true,
  };
  const tencentcloud: Record<keyof TencentcloudAssumeRole, true> = {
    roleArn: true,
    sessionName: true,
    sessionDuration: true,
    policy: true,
    externalId: true,
  };
  const huaweicloud: Record<keyof HuaweicloudAssumeRole, true> = {
    agencyName: true,
    domainName: true,
    duration: true,
  };
  for (const [cloud, role] of Object.entries({ alicloud, tencentcloud, huaweicloud })) {
    expect(factsOf(cloud as "alicloud").role).toEqual(Object.keys(role));
  }
});
