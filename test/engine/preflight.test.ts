import type { CloudName, WorldInput } from "../../emulator";
import { CLOUDS, vpcsIn } from "./clouds";
import { openStack } from "./support";

/** The world of a test with other address blocks for some of its VPCs. */
function withBlocks(world: WorldInput, cloud: CloudName, blocks: Record<string, string[]>): WorldInput {
  const vpcs = vpcsIn(world, cloud).map((vpc) => ({
    ...vpc,
    cidrBlocks: blocks[vpc.vpcId] ?? vpc.cidrBlocks,
  }));
  return { ...world, [cloud]: { vpcs } };
}

describe.each(CLOUDS)("on $cloud a preflight", (under) => {
  const { cloud, prelude, worldOf, betweenRegions, accountKey, quota, hidesQuota = false } = under;
  const world = worldOf(3, 2);
  const [hub = "", own1 = "", own2 = "", own3 = "", partner1 = "", partner2 = ""] = vpcsIn(world, cloud).map(
    ({ vpcId }) => vpcId,
  );
  const program = (peerings: string): string => `${prelude}
const provider = a(), other = b(), far = ${JSON.stringify(betweenRegions)};
const peer = (name, accepter, more = {}) =>
  new VpcPeering(name, { cloud: "${cloud}", requester: hub, accepter, preflight: true, ...more }, { provider });
${peerings}`;

  test("says in the preview what will go wrong, and nothing is changed", async () => {
    const typo = `${own1.slice(0, -2)}99`;
    const mistakes: [peering: string, said: RegExp][] = [
      [
        'peer("twin", own(2));',
        new RegExp(`requester.vpcId ${hub} and accepter.vpcId ${own2} .*10.0.0.0/24 with 10.0.0.128/25`),
      ],
      [
        'peer("far", { ...partner(2), provider: other }, far);',
        new RegExp(`requester.vpcId ${hub} and accepter.vpcId ${partner2} .*10.0.0.0/24 with 10.0.0.0/8`),
      ],
      [
        `peer("typo", { vpcId: "${typo}" });`,
        new RegExp(`accepter.vpcId is .*${typo}.*: account .* no such VPC`),
      ],
      ['peer("taken", own(3));', /are connected already by .* \("by hand"\)/],
    ];
    const stack = await openStack("", {
      world: {
        ...withBlocks(world, cloud, {
          [own2]: ["172.16.0.0/16", "10.0.0.128/25"],
          [partner2]: ["10.0.0.0/8"],
        }),
        peerings: [
          { cloud, status: "active", name: "by hand", requester: { vpcId: hub }, accepter: { vpcId: own3 } },
        ],
      },
    });
    for (const [peering, said] of mistakes) {
      await stack.write(program(peering));
      expect(await stack.fails("preview")).toMatch(said);
    }
    expect((await stack.peerings()).map(({ name }) => name)).toEqual(["by hand"]);
  });

  test("counts the connections that the same run is going to make against the quota", async () => {
    const stack = await openStack(program('peer("one", own(1)); peer("two", own(2));'), {
      world: { ...world, quotas: quota(1) },
    });
    // Each dry run knows of itself alone.
    if (hidesQuota) {
      await stack.admin("POST", "/peerings", {
        cloud,
        status: "active",
        requester: { vpcId: hub },
        accepter: { vpcId: own3 },
      });
    }
    expect(await stack.fails("preview")).toMatch(/quota/i);
  });

  test("of a hub tells all that is wrong with any spoke in one error: overlaps of every two, typos, quotas", async () => {
    const typo = `${own1.slice(0, -2)}99`;
    const spokes = `s1: own(1), s2: own(2), typo: { vpcId: "${typo}" }, p1: { ...partner(1), provider: other, ...far }, p2: { ...partner(2), provider: b("b2"), ...far }`;
    const hubOf = `const { VpcHub } = require("pulumi-vpc-peering");
new VpcHub("net", { cloud: "${cloud}", hub, spokes: { ${spokes} }, preflight: true }, { provider });`;
    const stack = await openStack(program(hubOf), {
      world: {
        ...withBlocks(world, cloud, { [own2]: ["10.0.1.128/25"], [partner2]: ["10.128.1.0/25"] }),
        quotas: hidesQuota ? {} : quota(2),
      },
    });
    const told = await stack.fails("preview");
    expect(told).toContain('VpcHub "net": ');
    for (const one of [
      "spokes.s1 and spokes.s2 have addresses in common: 10.0.1.0/24 with 10.0.1.128/25",
      "spokes.p1 and spokes.p2 have addresses in common: 10.128.1.0/24 with 10.128.1.0/25",
      "spokes.typo: accepter.vpcId is",
      ...(hidesQuota ? [] : ["0 of 2 connections, and this run makes 5 more"]),
    ]) {
      expect(told).toContain(one);
    }
    expect(told.match(/ has a problem: /g)).toBeNull();
    expect(await stack.peerings()).toEqual([]);
  });

  test("passes what will work, says what it could not see, and costs nothing once the peerings are there", async () => {
    const stack = await openStack(
      program(`peer("one", own(1)); peer("far", { ...partner(1), provider: other }, far);`),
      {
        world,
      },
    );
    const preview = await stack.ok("preview");
    expect(preview).toMatch(
      /Preflight found nothing wrong with the keys, the requester's VPC, the accepter's VPC/,
    );
    expect(preview).toMatch(/Not checked by preflight: the accepter's VPC \(only the keys of /);
    expect(await stack.peerings()).toEqual([]);
    await stack.ok("up", "--yes", "--skip-preview");
    await stack.newCalls();
    await stack.ok("preview", "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
  });

  test("passes what the first preview of two accounts cannot know yet, and still checks what it knows", async () => {
    const between = (accepter: string, ofB = ""): string => `${prelude}
class Made extends pulumi.dynamic.Resource {
  constructor(name, value) {
    super({ async create() { return { id: "made", outs: { value } }; } }, name, { value: undefined, given: value });
  }
}
const made = (name, value) => new Made(name, value).value;
const one = a("a", { ${accountKey}: undefined });
const other = b("b", { ${accountKey}: undefined, ${ofB} });
const { ${accountKey}: _, ...there } = partner(1);
new VpcPeering("pair", { cloud: "${cloud}", requester: { ...hub, provider: one }, accepter: { ...there, provider: other, ${accepter} }, ...${JSON.stringify(betweenRegions)}, preflight: true });`;
    const stack = await openStack(between(""), { world });

    const notDeclared = await stack.ok("preview");
    expect(notDeclared).toMatch(
      /:Connection \(pair\):\s+Preflight found nothing wrong with the keys, the requester's VPC/,
    );
    expect(notDeclared).toContain("the accepter's VPC (only the keys of the accepter's account see it)");
    expect(notDeclared).toMatch(
      /:Acceptance \(pair\):\s+Preflight found nothing wrong with the accepter's keys, the accepter's VPC/,
    );

    await stack.write(between(`vpcId: "${partner1.slice(0, -2)}99"`));
    expect(await stack.fails("preview")).toMatch(/accepter\.vpcId is .*99.*: account .* no such VPC/);

    await stack.write(between(`vpcId: made("vpc", "${partner1}")`));
    expect(await stack.ok("preview")).toContain(", the accepter's VPC (it is not known yet).");

    await stack.write(between("", `endpoint: made("where", endpoint)`));
    expect(await stack.ok("preview")).toMatch(/:Acceptance \(pair\):\s+Not checked by preflight: /);

    await stack.ok("up", "--yes");
    expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);
  });

  test("warns of a cloud that does not answer, and goes on", async () => {
    const stack = await openStack(program(`peer("one", own(1));`), { world });
    await stack.admin("POST", "/faults", {
      cloud,
      action: "*",
      times: 0,
      fault: { type: "error", status: 503, code: "ServiceUnavailable" },
    });
    const preview = await stack.ok("preview");
    expect(preview).toMatch(/warning: Preflight could not check .*: /);
  });

  test("shows whose connection is adopted and what of it will change", async () => {
    const stack = await openStack(program(`peer("mine", own(1), { adopt: true, name: "new" });`), {
      world: {
        ...world,
        peerings: [
          { cloud, status: "active", name: "old", requester: { vpcId: hub }, accepter: { vpcId: own1 } },
        ],
      },
    });
    const [existing] = await stack.peerings();
    const preview = await stack.ok("preview");
    expect(preview).toContain(`Adopts connection ${existing?.id ?? ""} `);
    expect(preview).toContain('name from "old" to "new"');
  });
});
