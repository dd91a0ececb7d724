import type { Stack } from "../support";
import { openStack } from "../support";
import { reach, routesIn } from "../reach";
import { PRELUDE } from "./program";

const UP = ["up", "--yes", "--skip-preview"];
const [HUB, PARTNER] = ["vpc-bp1hub01", "vpc-2zepartner02"];

/** A peering of two accounts with these properties and these options. */
const program = (properties: string, options = "", { name = "p", requester = "" } = {}): string => `${PRELUDE}
exports.routes = new VpcPeering("${name}", {
  cloud: "alicloud", name: "kept", requester: { vpcId: "${HUB}", provider: a(), ${requester} }, accepter: { vpcId: "${PARTNER}", provider: b("b", { accountId: "1000000000000002" }) }, ${properties}
}, { ${options} }).routes;`;

const COMPONENT = "urn:pulumi:dev::peerings::vpc-peering:index:VpcPeering::p";

/** The URN of a resource of the peering, as an option of the command line. */
const urnOf = (kind: string, name: string): string =>
  `urn:pulumi:dev::peerings::vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:${kind}::${name}`;

const reaches = async (stack: Stack): Promise<boolean> => (await reach(stack, HUB, PARTNER)).reaches;

test("targets may leave the routes out, or be them alone; a new name changes nothing", async () => {
  const stack = await openStack(program("routes: true"));
  await stack.ok(...UP, "--target", COMPONENT, "--target", urnOf("Connection", "p"));
  expect((await stack.peerings()).map(({ status }) => status)).toEqual(["pending"]);
  expect(await routesIn(stack)).toEqual([]);
  await stack.ok(...UP);
  expect(await reaches(stack)).toBe(true);

  await stack.write(
    program("routes: true, description: 'Changed'", "", {
      requester: "routes: { destinations: ['10.9.4.0/24'] },",
    }),
  );
  await stack.ok(...UP, "--target", urnOf("Routes", "p-requester"));
  const ofHub = (await routesIn(stack)).filter(({ vpcId }) => vpcId === HUB);
  expect(ofHub.map(({ destination }) => destination)).toEqual(["10.9.4.0/24"]);
  expect((await stack.peerings()).map(({ description }) => description)).not.toContain("Changed");

  await stack.write(program("routes: true"));
  await stack.ok(...UP);
  await stack.newCalls();
  await stack.write(program("routes: true", 'aliases: [{ name: "p" }]', { name: "renamed" }));
  await stack.ok("preview", "--expect-no-changes");
  await stack.ok(...UP);
  expect(await stack.newCalls()).toEqual([]);
  expect(await reaches(stack)).toBe(true);
});

test("what is protected or retained keeps its routes", async () => {
  const stack = await openStack(program("routes: true", "protect: true"));
  await stack.ok(...UP);
  expect(await stack.fails("destroy", "--yes", "--skip-preview")).toMatch(/protected/);
  await stack.write(program("routes: false", "protect: true"));
  expect(await stack.fails(...UP)).toMatch(/protected|protection/);
  expect(await reaches(stack)).toBe(true);

  await stack.write(program("routes: true", "retainOnDelete: true"));
  await stack.ok(...UP);
  await stack.newCalls();
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await stack.newCalls()).toEqual([]);
  expect(await reaches(stack)).toBe(true);
});
