import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import type { RawRefusal } from "../../../../provider/clouds/raw";
import type { Stage } from "../../stage/stage";
import { isRouted } from "../alive";
import { aroundSubnet } from "../supernet";
import { adding, change, NOWHERE, scratch } from "./calls";
import { wordsOf } from "./words";

/** Whether a route is taken that leads into the pair. */
async function isTaken(stage: Stage, destination: string, made = destination): Promise<boolean> {
  const ask = await adding(stage, "first", destination, (await stage.pair()).id);
  return await stage.asking.isTaken(ask, () => isRouted(stage, "first", made));
}

async function assertOthersAreTaken(stage: Stage, part: number): Promise<void> {
  if (!(await isTaken(stage, scratch(part)))) throw new Unclear("no other route is taken either");
}

/** A route that is there already. */
export const duplicateRoute: Probe = {
  name: "duplicateRoute",
  asks: ["sameAddIsFine", "duplicateRoute"],
  unknown: "whether a route that is there already can be added once more, and what it gets if not",
  does: "Makes a route into the connection of the first two VPCs, and adds it once more.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const pair = await stage.pair();
    await stage.table("first");
    await stage.tables.write(stage.vpc("first"), scratch(4), pair);
    const ask = await adding(stage, "first", scratch(4), pair.id);
    if (await stage.asking.isAnswered(ask)) tell({ sameAddIsFine: true });
    else tell({ sameAddIsFine: false, duplicateRoute: wordsOf(await stage.asking.refusal(ask)) });
  },
};

/** The removal of a route that is not there. */
export const missingDel: Probe = {
  name: "missingDel",
  asks: ["missingDelIsFine", "missingDel"],
  unknown: "whether the removal of a route that is not there is a success, and what it gets if not",
  does: "Asks to remove a route that the first VPC does not have.",
  makes: "refusals",
  needs: [],
  async run(stage, tell) {
    const ask = await change(stage, "first", { del: [{ destination: scratch(5) }] });
    if (await stage.asking.isAnswered(ask)) tell({ missingDelIsFine: true });
    else tell({ missingDelIsFine: false, missingDel: wordsOf(await stage.asking.refusal(ask)) });
  },
};

/** The removal of a route that leads elsewhere than is said. */
export const delHop: Probe = {
  name: "delHop",
  asks: ["delComparesHop"],
  unknown: "whether a removal that names a next hop spares a route that leads elsewhere",
  does: "Makes a route into the connection of the first two VPCs, and removes it by another next hop.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    await stage.table("first");
    await stage.tables.write(stage.vpc("first"), scratch(6), await stage.pair());
    const del = [{ destination: scratch(6), hop: NOWHERE }];
    const { refusal } = await stage.asking.answer(await change(stage, "first", { del }));
    const isThere = await stage.asking.seen(() => isRouted(stage, "first", scratch(6)));
    if (refusal !== undefined) await assertRefusedLikeMissing(stage, refusal);
    tell({ delComparesHop: isThere });
  },
};

/** A removal that is refused for its hop is refused as that of a route that is not there. */
async function assertRefusedLikeMissing(stage: Stage, { code, message }: RawRefusal): Promise<void> {
  const missing = await change(stage, "first", { del: [{ destination: scratch(7) }] });
  if ((await stage.asking.refusal(missing)).code !== code)
    throw new Unclear(`it was refused with ${code}: ${message}`);
}

/** A change of which one part cannot be made. */
export const atomicPut: Probe = {
  name: "atomicPut",
  asks: ["putIsAtomic"],
  unknown: "whether a change of a table does all or nothing",
  does: "Asks for two routes in one call, the second of them into a connection that is nowhere.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const bad = { destination: scratch(9), hop: NOWHERE };
    const both = [{ destination: scratch(8), hop: (await stage.pair()).id }, bad];
    const { refusal } = await stage.asking.answer(await change(stage, "first", { add: both }));
    const alone = await stage.asking.refusal(await change(stage, "first", { add: [bad] }));
    if (refusal?.code !== alone.code) throw new Unclear("the call was not refused for its second route");
    const isMade = await stage.asking.seen(() => isRouted(stage, "first", scratch(8)));
    await assertOthersAreTaken(stage, 10);
    tell({ putIsAtomic: !isMade });
  },
};

/** A destination around a subnet. */
export const supernet: Probe = {
  name: "supernet",
  asks: ["supernetsAreTaken"],
  unknown: "whether a destination may contain a subnet of the VPC",
  does: "Asks for a route to a block around a subnet of the first VPC.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { local } = await stage.tables.main(stage.vpc("first"));
    const isSupernetTaken = await isTaken(stage, aroundSubnet(local, stage.vpc("first").vpcId));
    await assertOthersAreTaken(stage, 11);
    tell({ supernetsAreTaken: isSupernetTaken });
  },
};

/** A destination with host bits. */
export const hostBits: Probe = {
  name: "hostBits",
  asks: ["hostBitsRefused"],
  unknown: "whether a route to 198.18.12.9/24 is refused, or made to 198.18.12.0/24",
  does: "Asks for such a route into the connection of the first two VPCs, and for one without host bits.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const hasBits = await isTaken(stage, "198.18.12.9/24", scratch(12));
    await assertOthersAreTaken(stage, 13);
    tell({ hostBitsRefused: !hasBits });
  },
};

/** How a destination of IPv6 is shown. */
export const ipv6Text: Probe = {
  name: "ipv6Text",
  asks: ["destinationsAreNormalised"],
  unknown: "whether a destination of IPv6 is shown compressed, or as it was written",
  does: "Makes a route to 2001:0DB8:00C0::/48 into the connection of the first two VPCs, and reads it.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const [written, short] = ["2001:0DB8:00C0::/48", "2001:db8:c0::/48"];
    const { id: hop } = await stage.pair();
    await stage.asking.fields(await adding(stage, "first", written, hop));
    const id = await stage.table("first");
    const shown = await stage.asking.seen(async () => {
      const answer = await stage.asking.read({ action: "ShowRouteTable", id });
      const { routes } = (answer["routetable"] ?? answer) as { routes?: { destination: string }[] };
      return (routes ?? []).map(({ destination }) => destination);
    });
    if (!shown.includes(written) && !shown.includes(short)) throw new Unclear("the route is not shown");
    tell({ destinationsAreNormalised: shown.includes(short) });
  },
};

/** Routes of a connection that goes. */
export const routesGo: Probe = {
  name: "routesGo",
  asks: ["routesOutlivePeering"],
  unknown: "whether the routes of a connection stay when it is deleted",
  does: "Makes a connection of the first two VPCs with a route into it, and deletes it.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const made = await stage.connect("first", "second");
    await stage.table("first");
    await stage.tables.write(stage.vpc("first"), scratch(14), made);
    await stage.connections.remove(made);
    tell({ routesOutlivePeering: await stage.asking.seen(() => isRouted(stage, "first", scratch(14))) });
  },
};
