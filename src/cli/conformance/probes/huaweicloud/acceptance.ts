import type { Probe } from "../../probe";
import { countOfPair, isRouted } from "../alive";
import { adding, creation, scratch } from "./calls";
import { wordsOf } from "./words";

/** Whose VPCs are connected without an acceptance. */
export const sameTenant: Probe = {
  name: "sameTenant",
  asks: ["sameTenantIs"],
  unknown: "which two VPCs are connected without an acceptance",
  does: "Makes a connection within the own project, and one to another project of the own account.",
  makes: "request",
  needs: ["second", "sibling"],
  async run(stage, tell) {
    const statusOf = async (to: "second" | "sibling"): Promise<string | undefined> => {
      const made = await stage.connect("first", to);
      const status = await stage.asking.seen(async () => (await stage.connections.look(made))?.status);
      await stage.connections.remove(made);
      return status;
    };
    const own = await statusOf("second");
    if (own === "pending") tell({ sameTenantIs: "nobody" });
    if (own !== "active") return;
    const sibling = await statusOf("sibling");
    if (sibling === "active" || sibling === "pending")
      tell({ sameTenantIs: sibling === "active" ? "domain" : "project" });
  },
};

/** A route into a connection that is not accepted yet. */
export const inactiveHop: Probe = {
  name: "inactiveHop",
  asks: ["pendingHopIsTaken", "inactiveHop"],
  unknown:
    "whether a route may lead into a connection that is not accepted yet, and what one gets into a rejected one",
  does: "Makes a request to the other project and a route into it; then it is rejected, and another is asked for.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const made = await stage.connect("first", "foreign");
    const ask = await adding(stage, "first", scratch(15), made.id);
    tell({ pendingHopIsTaken: await stage.asking.isTaken(ask, () => isRouted(stage, "first", scratch(15))) });
    await stage.connections.reject(made);
    const dead = await adding(stage, "first", scratch(16), made.id);
    tell({ inactiveHop: wordsOf(await stage.asking.refusal(dead), "REJECTED") });
  },
};

/** A request that was rejected. */
export const rejection: Probe = {
  name: "rejection",
  asks: ["deadBlocksPair"],
  unknown: "whether a rejected connection stands in the way of a new one of its pair",
  does: "Has the other project reject a request, and makes another one.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    await stage.connections.reject(await stage.connect("first", "foreign"));
    const ask = creation(stage, stage.vpc("first"), stage.vpc("foreign"));
    const isThere = async (): Promise<boolean> => (await countOfPair(stage, "first", "foreign")) > 0;
    const kinds = ["duplicate", "unknown", "invalid"] as const;
    tell({ deadBlocksPair: !(await stage.asking.isTaken(ask, isThere, kinds)) });
  },
};
