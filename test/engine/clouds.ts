import type { CloudName, WorldInput } from "../../emulator";
import { prelude } from "../../tools/clouds/program.cjs";
import { worldOf } from "../../tools/clouds/world.cjs";
import { exampleCloud } from "../clouds/example.cjs";
import type { TestCloud } from "../clouds/index.cjs";
import { clouds } from "../clouds/index.cjs";

/** A cloud, and how a program peers many VPCs there. */
export interface CloudOfTests extends TestCloud {
  /** What a program begins with: `a()` and `b()`, instances of two accounts, `hub`, `own(n)` and `partner(n)`, VPCs of each. */
  prelude: string;
  /** Both accounts, a hub, as many VPCs of account A and of account B, no quotas, no limits, everything at once. */
  worldOf: (own: number, partners: number) => WorldInput;
}

interface Vpc {
  vpcId: string;
  region: string;
  cidrBlocks: string[];
}

/** The VPCs of such a world: the hub, the own ones, the partner's. */
export function vpcsIn(world: WorldInput, cloud: CloudName): Vpc[] {
  return (world[cloud] as { vpcs: Vpc[] }).vpcs;
}

function forPrograms<Under extends TestCloud>(under: Under): CloudOfTests & Under {
  const { vpcIds, digits, accountKey, accounts } = under;
  const { region } = under.vpcs.afar;
  return {
    ...under,
    prelude: `${prelude(under, region)}
const numbered = (begin, n) => begin + String(n).padStart(${digits}, "0");
const hub = { vpcId: numbered("${vpcIds.a}", 0) };
const own = (n) => ({ vpcId: numbered("${vpcIds.a}", n) });
const partner = (n) => ({ vpcId: numbered("${vpcIds.b}", n), region: "${region}", ${accountKey}: "${accounts.b}" });
`,
    worldOf: (own, partners) => {
      const world = worldOf(under, { own, partners, partnerRegion: region });
      return { ...world, timings: { ...world.timings, expireMs: 3_600_000 } };
    },
  };
}

/** Every cloud that this release drives. */
export const CLOUDS: readonly CloudOfTests[] = Object.values(clouds).map(forPrograms);

/** The one of tests that tell what is the same on all. */
export const EXAMPLE = forPrograms(exampleCloud);
