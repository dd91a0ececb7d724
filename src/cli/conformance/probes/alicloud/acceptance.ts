import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { countOfPair } from "../alive";
import { creation, description, scratch } from "./calls";

/** A request that waits for the other account. */
export const request: Probe = {
  name: "request",
  asks: ["textMayChangeWhileAccepting", "accepterMayDeleteUnanswered"],
  unknown: "whether a request can be described anew while it waits, and whether the accepter may delete it",
  does: "Makes a request to the other account, changes its description, and deletes it with the other's keys.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections, asking } = stage;
    const made = await connections.make(stage.vpc("first"), stage.vpc("foreign"));
    const words = "Changed while it waits";
    const isChanged = async (): Promise<boolean> => (await connections.look(made))?.description === words;
    tell({ textMayChangeWhileAccepting: await asking.isTaken(description(made, words), isChanged) });
    const removal = {
      action: "DeleteVpcPeerConnection",
      as: "other",
      params: { InstanceId: made.id },
    } as const;
    const isGoing = async (): Promise<boolean> => (await connections.look(made))?.status !== "pending";
    const kinds = ["wrongState", "permission", "unknown", "busy"] as const;
    tell({ accepterMayDeleteUnanswered: await asking.isTaken(removal, isGoing, kinds) });
  },
};

/** A request that was rejected. */
export const rejection: Probe = {
  name: "rejection",
  asks: ["deadBlocksPair"],
  unknown: "whether a rejected connection stands in the way of a new one of its pair",
  does: "Has the other account reject a request, and makes another one.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    await stage.connections.reject(await stage.connect("first", "foreign"));
    const ask = creation(stage, stage.vpc("first"), stage.vpc("foreign"));
    const isThere = async (): Promise<boolean> => (await countOfPair(stage, "first", "foreign")) > 0;
    tell({ deadBlocksPair: !(await stage.asking.isTaken(ask, isThere, ["duplicate"])) });
  },
};

/** A connection of two accounts. */
export const twoAccounts: Probe = {
  name: "twoAccounts",
  asks: ["textPerAccount", "tagsPerAccount", "accepterMayModify"],
  unknown: "whether each account has its own description and tags, and whether the accepter may change them",
  does: "Has the other account accept a request; each side describes it, and both read it.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections, asking } = stage;
    const made = await stage.connect("first", "foreign");
    await connections.accept(made);
    await asking.fields(description(made, "Of the requester"));
    await connections.until(made, ["active"]);
    const seen = await asking.seen(async () => {
      const [own, other] = [await connections.look(made), await connections.look(made, "accepter")];
      return [own?.description, other?.description ?? "", own?.owner?.marker, other?.owner?.marker ?? ""];
    });
    if (seen[0] !== "Of the requester" || seen[2] !== made.owner.marker)
      throw new Unclear("the requester does not see what it wrote");
    tell({ textPerAccount: seen[1] !== seen[0], tagsPerAccount: seen[3] !== seen[2] });
    const words = "Of the accepter";
    const isChanged = async (): Promise<boolean> =>
      (await connections.look(made, "accepter"))?.description === words;
    const byOther = description(made, words, "other");
    tell({
      accepterMayModify: await asking.isTaken(byOther, isChanged, ["permission", "unknown", "invalid"]),
    });
  },
};

/** Routes of the other side. */
export const othersRoutes: Probe = {
  name: "othersRoutes",
  asks: ["routesOfBothSidesCount"],
  unknown: "whether routes of the other account keep a connection from being deleted",
  does: "Has the other account accept a request and route into it, and deletes the connection without force.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections } = stage;
    const made = await stage.connect("first", "foreign");
    await connections.accept(made);
    await stage.table("foreign");
    await stage.tables.write(stage.vpc("foreign"), scratch(20), made);
    const ask = { action: "DeleteVpcPeerConnection", params: { InstanceId: made.id } };
    const isGoing = async (): Promise<boolean> => (await connections.look(made))?.status !== "active";
    tell({ routesOfBothSidesCount: !(await stage.asking.isTaken(ask, isGoing, ["routesExist"])) });
  },
};
