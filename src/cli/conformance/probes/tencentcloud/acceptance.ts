import { NAME } from "../../mark";
import type { Probe } from "../../probe";
import { countOfPair, isRouted } from "../alive";
import { connectionsIn, creation, naming, partsOf } from "./calls";

/** A request that waits for the other account. */
export const request: Probe = {
  name: "request",
  asks: ["modifiableWhilePending", "accepterMayDeleteUnanswered"],
  unknown: "whether a request can be renamed while it waits, and whether the accepter may delete it",
  does: "Makes a request to the other account, renames it, and deletes it with the other's keys.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections, asking } = stage;
    const made = await stage.connect("first", "foreign");
    const name = `${NAME} waits`;
    const isRenamed = async (): Promise<boolean> => (await connections.look(made))?.name === name;
    tell({ modifiableWhilePending: await asking.isTaken(naming(made, name), isRenamed) });
    const params = { PeeringConnectionId: made.id };
    const removal = { action: "DeleteVpcPeeringConnection", as: "other", params } as const;
    const isGone = async (): Promise<boolean> => (await connections.look(made))?.status !== "pending";
    const kinds = ["permission", "wrongState", "unknown"] as const;
    tell({ accepterMayDeleteUnanswered: await asking.isTaken(removal, isGone, kinds) });
  },
};

/** A request that was rejected. */
export const rejection: Probe = {
  name: "rejection",
  asks: ["rejectedReadableByAccepter", "deadBlocksPair"],
  unknown:
    "whether who rejected a connection can still read it, and whether it stands in the way of a new one",
  does: "Has the other account reject a request and read it, and makes another one.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections, asking } = stage;
    const made = await stage.connect("first", "foreign");
    await connections.reject(made);
    const isRead = await asking.seen(async () => {
      const rows = await connectionsIn(stage, {}, "other");
      return rows.some(({ PeeringConnectionId }) => PeeringConnectionId === made.id);
    });
    tell({ rejectedReadableByAccepter: isRead });
    const ask = creation(stage, stage.vpc("first"), stage.vpc("foreign"));
    const isThere = async (): Promise<boolean> => (await countOfPair(stage, "first", "foreign")) > 0;
    tell({ deadBlocksPair: !(await asking.isTaken(ask, isThere, ["duplicate"])) });
  },
};

/** A connection of two accounts. */
export const twoAccounts: Probe = {
  name: "twoAccounts",
  asks: ["accepterMayModify"],
  unknown: "whether the accepter may rename a connection",
  does: "Has the other account accept a request, and rename it.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const { connections, asking } = stage;
    const made = await stage.connect("first", "foreign");
    await connections.accept(made);
    const name = `${NAME} of both`;
    const isRenamed = async (): Promise<boolean> => (await connections.look(made))?.name === name;
    const isTaken = await asking.isTaken(naming(made, name, { as: "other" }), isRenamed, [
      "permission",
      "unknown",
    ]);
    tell({ accepterMayModify: isTaken });
  },
};

/** Routes of the other side. */
export const othersRoutes: Probe = {
  name: "othersRoutes",
  asks: ["routesOfBothSidesGo"],
  unknown: "whether the other account's routes go with a connection, too",
  does: "Has both accounts route into a connection, and deletes it.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const made = await stage.connect("first", "foreign");
    await stage.connections.accept(made);
    const part = await partsOf(stage, "first");
    await stage.table("foreign");
    await stage.tables.write(stage.vpc("foreign"), part(13), made);
    await stage.connections.remove(made);
    tell({ routesOfBothSidesGo: !(await stage.asking.seen(() => isRouted(stage, "foreign", part(13)))) });
  },
};
