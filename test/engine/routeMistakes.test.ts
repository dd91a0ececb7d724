import type { Stack } from "../../tools/stack/stack.cjs";
import { CLOUDS_WITH_ROUTES, idsOn } from "./reach";
import { openStack } from "./support";

describe.each(CLOUDS_WITH_ROUTES)("on $cloud a preview refuses", (under) => {
  const { cloud, prelude, worldOf, accountKey, accounts, title, routing } = under;
  const { hub, partner } = idsOn(under);
  const near = `{ vpcId: "${partner(1)}", ${accountKey}: "${accounts.b}" }`;
  /** The id of a route table, as another cloud has it. */
  const foreign = CLOUDS_WITH_ROUTES.find((other) => other !== under)?.routing.table ?? "";
  let stack: Stack;
  beforeAll(async () => {
    const { [cloud]: world, ...rest } = worldOf(2, 1);
    stack = await openStack("", { world: { ...rest, [cloud]: world } });
  });

  /** What a preview of these peerings says, by name; nothing is made, and no cloud is asked. */
  async function complaint(...peerings: string[]): Promise<string> {
    await stack.write(
      `${prelude} const A = a("a", { ${accountKey}: "${accounts.a}" });
      const peer = (name, accepter, more = {}) =>
        new VpcPeering(name, { cloud: "${cloud}", requester: hub, accepter, ...more }, { provider: A });
      ${peerings.join("\n")}`,
    );
    const output = await stack.fails("preview");
    expect(await stack.newCalls()).toEqual([]);
    expect(output).not.toMatch(/^\s+at \S+ \(|node_modules/m);
    return output.replace(/\s+/g, " ");
  }

  test("blocks and tables that are none, and says all that is wrong with them at once", async () => {
    const wrong = `{ destinations: ["10.2.3.4/16", "anywhere"], tables: ["${foreign}"], exclude: ["10.2.0.0"] }`;
    const output = await complaint(`peer("wrong", own(1), { requester: { ...hub, routes: ${wrong} } });`);
    const rule = 'it must be an address block without host bits, such as "10.2.0.0/16"';
    for (const told of [
      `destinations.0 is "10.2.3.4/16": ${rule}`,
      `destinations.1 is "anywhere": ${rule}`,
      `exclude.0 is "10.2.0.0": ${rule}`,
      `"${foreign}"`,
    ])
      expect(output).toContain(told);
  });

  test("routes of another account's VPC without its keys", async () => {
    // One end alone: a preview ends with the first complaint.
    const ends = "{ requester: { ...hub, routes: false }, routes: true }";
    expect(await complaint(`peer("theirs", ${near}, ${ends});`)).toContain(
      `The routes of accepter's VPC "${partner(1)}" belong to "${accounts.b}", and the keys are declared to be those of "${accounts.a}". Give \`accepter.provider\`; or switch them off with \`accepter: { routes: false }\``,
    );
  });

  test("the same destination by two of its peerings, and names both", async () => {
    const to = 'routes: { destinations: ["10.200.0.0/16"] }';
    const output = await complaint(
      `peer("one", own(1), { requester: { ...hub, ${to} } });`,
      `peer("two", own(2), { requester: { ...hub, ${to} } });`,
    );
    expect(output).toMatch(
      /destinations has 10\.200\.0\.0\/16, and so has "(one|two)-requester": in one table of \S+ a destination leads to one place/,
    );
    expect(output).toContain(hub);
  });

  if (!routing.tellsBlocks) {
    test("default destinations where nobody sees the other VPC", async () => {
      expect(await complaint(`peer("blind", ${near}, { requester: { ...hub, routes: true } });`)).toContain(
        `destinations is missing: on ${title} only its owner sees the blocks of "${partner(1)}", and this program has no keys of "${accounts.b}". Name the blocks in \`destinations\`.`,
      );
    });
  }
});
