import { factsOf } from "../../src/model/clouds";
import { CLOUDS } from "./clouds";
import { openStack } from "./support";

const TAGS = '{"__proto__":"p","constructor":"c","toString":"t","team":"n"}';

const withTags = CLOUDS.filter(({ cloud }) => factsOf(cloud).properties["tags"] !== undefined);

test.each(withTags)(
  "on $cloud tags by names that JavaScript has a use for go from the program to the cloud and show no difference afterwards",
  async ({ cloud, prelude, worldOf }) => {
    const stack = await openStack(
      `${prelude}
new VpcPeering("tagged", { cloud: "${cloud}", requester: hub, accepter: own(1), tags: JSON.parse('${TAGS}') }, { provider: a() });`,
      { world: worldOf(1, 0) },
    );
    await stack.ok("up", "--yes", "--skip-preview");
    const [made] = await stack.peerings();
    const tags = Object.entries(made?.tags ?? {}).filter(([name]) => name !== "pulumi-vpc-peering");
    expect(tags.sort()).toEqual(Object.entries(JSON.parse(TAGS) as object).sort());
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");
  },
);
