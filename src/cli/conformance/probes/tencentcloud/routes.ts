import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { isRouted } from "../alive";
import { NOWHERE, partsOf, routes, rowsIn } from "./calls";

/** What a create of routes answers. */
export const createAnswer: Probe = {
  name: "createAnswer",
  asks: ["createCounts", "createAnswersNoRoutes", "createMayDisable"],
  unknown:
    "what the total of a create counts, whether it shows the new routes, and whether one can be made disabled",
  does: "Makes two routes into the connection of the first two VPCs, of which one is asked for disabled.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const [{ id: hop }, part] = [await stage.pair(), await partsOf(stage, "second")];
    const off = { destination: part(6), hop, more: { Enabled: false } };
    const ask = await routes(stage, "first", [{ destination: part(5), hop }, off]);
    const fields = await stage.asking.fields(ask);
    const tables = rowsIn(fields, "RouteTableSet");
    const shown = tables.flatMap((row) => rowsIn(row, "RouteSet")).length;
    const [one, other] = [
      await stage.tables.routeTo(stage.vpc("first"), part(5)),
      await stage.tables.routeTo(stage.vpc("first"), part(6)),
    ];
    if (one === undefined || other === undefined) throw new Unclear("the routes are not there");
    const { TotalCount } = fields;
    if (TotalCount === 1 || TotalCount === 2) tell({ createCounts: TotalCount === 2 ? "routes" : "tables" });
    if (shown === 0 || shown >= 2) tell({ createAnswersNoRoutes: shown === 0 });
    tell({ createMayDisable: other.state === "disabled" });
  },
};

/** A call with a route that cannot be made. */
export const atomicCall: Probe = {
  name: "atomicCall",
  asks: ["routeCallsAreAtomic"],
  unknown: "whether one route that fails keeps a call from making the others",
  does: "Asks for two routes in one call, the second of them into a connection that is nowhere.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const [{ id: hop }, part] = [await stage.pair(), await partsOf(stage, "second")];
    const isMade = (): Promise<boolean> => isRouted(stage, "first", part(7));
    const bad = { destination: part(8), hop: NOWHERE.connection };
    const { refusal } = await stage.asking.answer(
      await routes(stage, "first", [{ destination: part(7), hop }, bad]),
    );
    const alone = await stage.asking.refusal(await routes(stage, "first", [bad]));
    if (refusal?.code !== alone.code) throw new Unclear("the call was not refused for its second route");
    const isAtomic = !(await isMade());
    const good = await routes(stage, "first", [{ destination: part(9), hop }]);
    if (!(await stage.asking.isTaken(good, () => isRouted(stage, "first", part(9)))))
      throw new Unclear("no other route is taken either");
    tell({ routeCallsAreAtomic: isAtomic });
  },
};

/** Destinations with host bits. */
export const hostBits: Probe = {
  name: "hostBits",
  asks: ["hostBitsRefused"],
  unknown: "whether a destination with host bits is refused, or made without them",
  does: "Asks for a route to an address with a mask of 28 bits into the connection of the first two VPCs.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const [{ id: hop }, part] = [await stage.pair(), await partsOf(stage, "second")];
    const block = part(10);
    const destination = block.replace(/(\d+)\/28$/, (_, last: string) => `${Number(last) + 5}/28`);
    const isTaken = async (one: string, made: string): Promise<boolean> =>
      await stage.asking.isTaken(await routes(stage, "first", [{ destination: one, hop }]), () =>
        isRouted(stage, "first", made),
      );
    const hasBits = await isTaken(destination, block);
    if (!(await isTaken(part(11), part(11)))) throw new Unclear("no other route is taken either");
    tell({ hostBitsRefused: !hasBits });
  },
};

/** Destinations in a secondary block. */
export const peerBlocks: Probe = {
  name: "peerBlocks",
  asks: ["peerBlocksAre"],
  unknown: "whether a route may lead into a secondary block of the other VPC",
  does: "Asks for a route into a secondary block of the second VPC, and for one into its first block.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id: hop } = await stage.pair();
    const [first, secondary] = [await partsOf(stage, "second"), await partsOf(stage, "second", 1)];
    const isTaken = async (destination: string): Promise<boolean> =>
      await stage.asking.isTaken(await routes(stage, "first", [{ destination, hop }]), () =>
        isRouted(stage, "first", destination),
      );
    const isSecondaryTaken = await isTaken(secondary(0));
    if (!(await isTaken(first(12)))) throw new Unclear("no other route is taken either");
    tell({ peerBlocksAre: isSecondaryTaken ? "all" : "primary" });
  },
};
