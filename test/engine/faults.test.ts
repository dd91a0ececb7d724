import { kindsOf } from "../faults/kinds";
import { CLOUDS, vpcsIn } from "./clouds";
import { openStack } from "./support";

/** How long an attempt and a create may take while there are faults: both are enough for what nothing holds up, whatever else this machine does. */
const ATTEMPT_MS = 2_000;
const CREATE_LIMIT = "20s";

/** Faults that are told apart by the VPC that a call names: one for each peering of one `up`. */
test.each(CLOUDS)(
  "on $cloud, one `up` meets every kind of fault and ends; the next one repairs what failed",
  async ({ cloud, prelude, worldOf, ...under }) => {
    // Codes with meanings of their own are met in process; here it is each kind once.
    const kinds = kindsOf(under).slice(0, 18);
    const program = (limits: object): string => `${prelude}
const provider = a();
for (let n = 1; n <= ${kinds.length}; n++) {
  new VpcPeering("p" + n, { cloud: "${cloud}", requester: own(n), accepter: own(n + ${kinds.length}) },
    { provider, customTimeouts: ${JSON.stringify(limits)} });
}`;
    const stack = await openStack(program({ create: CREATE_LIMIT }), {
      world: worldOf(2 * kinds.length, 0),
    });
    await stack.config("vpc-peering:requestTimeoutMs", String(ATTEMPT_MS));
    const [, ...own] = vpcsIn(worldOf(kinds.length, 0), cloud).map(({ vpcId }) => vpcId);
    for (const [index, { fault, times, forMs }] of kinds.entries()) {
      // What lasts for a time would be over before the engine has started.
      const rule = {
        cloud,
        action: under.actions.create,
        vpcId: own[index],
        times: forMs === undefined ? times : 3,
        fault: fault.type === "delay" ? { ...fault, ms: 2 * ATTEMPT_MS } : fault,
      };
      await stack.admin("POST", "/faults", rule);
    }
    const { output } = await stack.pulumi("up", "--yes", "--skip-preview", "--continue-on-error");
    expect(output).not.toMatch(/This is a bug|^\s+at .*:\d+:\d+/m);
    const faults = (await stack.admin("GET", "/faults")) as { hits: number }[];
    expect(faults.map(({ hits }) => hits > 0)).toEqual(kinds.map(() => true));
    await stack.admin("DELETE", "/faults");

    await stack.ok("config", "rm", "vpc-peering:requestTimeoutMs");
    await stack.write(program({}));
    await stack.ok("up", "--yes", "--skip-preview");
    const live = (await stack.peerings()).filter(({ deleted }) => !deleted);
    expect(live.map(({ status }) => status)).toEqual(kinds.map(() => "active"));
    await stack.ok("preview", "--expect-no-changes");
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  },
);
