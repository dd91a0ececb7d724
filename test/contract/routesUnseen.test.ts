import { UNKNOWN } from "../../src/model/unknown";
import { CLOUDS } from "./clouds";
import { openBench } from "./support";

/** Before the connection is there nobody knows any blocks, and the keys alone tell whose they are. */
const FIRST_PREVIEW = { connectionId: UNKNOWN, __blocks: UNKNOWN, __own: UNKNOWN, __unseen: true };

describe.each(CLOUDS)(
  "on $title, in the first preview of a program that names the accepter's account",
  (under) => {
    const { accounts, accountKey, vpcs } = under;

    test("its own account by name is its own, whose blocks it will see", async () => {
      const bench = await openBench(under);
      const peer = { vpcId: vpcs.app.vpcId, [accountKey]: accounts.a };
      const { failures } = await bench.routes.check({}, bench.routesOf(UNKNOWN, { ...FIRST_PREVIEW, peer }));
      expect(failures).toEqual([]);
    });

    test("another account's blocks have to be named, unless the connection will tell them", async () => {
      const bench = await openBench(under);
      const peer = { vpcId: vpcs.partner.vpcId, [accountKey]: accounts.b };
      const inputs = bench.routesOf(UNKNOWN, { ...FIRST_PREVIEW, peer });
      const { failures } = await bench.routes.check({}, inputs);
      const said = failures.map(({ reason }) => reason).join(" ");
      if (under.routing?.tellsBlocks === true) expect(said).toBe("");
      else expect(said).toContain(`and this program has no keys of "${accounts.b}". Name the blocks`);
      const named = await bench.routes.check({}, { ...inputs, destinations: ["10.128.1.0/24"] });
      expect(named.failures).toEqual([]);
    });
  },
);
