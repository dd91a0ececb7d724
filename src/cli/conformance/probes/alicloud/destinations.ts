import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { isRouted } from "../alive";
import { isEntryTaken, route, scratch } from "./calls";

/** Destinations with host bits. */
export const hostBits: Probe = {
  name: "hostBits",
  asks: ["hostBitsRefused"],
  unknown: "whether a route to 198.18.6.9/24 is refused, or made to 198.18.6.0/24",
  does: "Asks for such a route into the connection of the first two VPCs, and for one without host bits.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const isTaken = async (destination: string, block: string): Promise<boolean> =>
      await stage.asking.isTaken(await route(stage, "first", destination, id), () =>
        isRouted(stage, "first", block),
      );
    const hasBits = await isTaken("198.18.6.9/24", scratch(6));
    if (!(await isTaken(scratch(7), scratch(7)))) throw new Unclear("no other route is taken either");
    tell({ hostBitsRefused: !hasBits });
  },
};

/** Parts of the services' addresses. */
export const serviceRange: Probe = {
  name: "serviceRange",
  asks: ["partsOfServiceRange"],
  unknown: "which calls take a part of 100.64.0.0/10 as a destination",
  does: "Asks for routes to 100.64.98.0/24 and 100.64.99.0/24, one in a call of its own and one in a batch.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const { id } = await stage.pair();
    const [one, other] = ["100.64.98.0/24", "100.64.99.0/24"];
    const single = await stage.asking.isTaken(await route(stage, "first", one, id), () =>
      isRouted(stage, "first", one),
    );
    const inBatch = await isEntryTaken(stage, { vpc: "first", destination: other, hop: id });
    if (inBatch && !single) throw new Unclear("a batch takes it, and a call of its own does not");
    tell({ partsOfServiceRange: inBatch ? "always" : single ? "single" : "never" });
  },
};
