import { refused } from "../refused";
import { creation, naming, NOWHERE, partsOf, routes } from "./calls";

/** Calls that are refused whatever else there is. */
export const refusals = [
  refused({
    name: "sameVpc",
    setting: "sameVpcCode",
    unknown: "what a create gets if both ends are one VPC",
    does: "Asks for a connection from the first VPC to itself.",
    ask: (stage) => creation(stage, stage.vpc("first"), stage.vpc("first")),
  }),
  refused({
    name: "unknownHop",
    setting: "unknownHopCode",
    unknown: "what a route gets to a connection that is not there",
    does: "Asks for a route of the first VPC into a connection that is nowhere.",
    needs: ["second"],
    async ask(stage) {
      const part = await partsOf(stage, "second");
      return await routes(stage, "first", [{ destination: part(1), hop: NOWHERE.connection }]);
    },
  }),
  refused({
    name: "sameRoute",
    setting: "sameRouteCode",
    unknown: "what a route gets that is there already",
    does: "Makes a route into the connection of the first two VPCs, and asks for it once more.",
    makes: "connection",
    needs: ["second"],
    async ask(stage) {
      const [pair, part] = [await stage.pair(), await partsOf(stage, "second")];
      await stage.table("first");
      await stage.tables.write(stage.vpc("first"), part(2), pair);
      return await routes(stage, "first", [{ destination: part(2), hop: pair.id }]);
    },
  }),
  refused({
    name: "foreignHop",
    setting: "foreignHopCode",
    unknown: "what a route gets to a connection of other VPCs",
    does: "Asks for a route of the third VPC into the connection of the first two.",
    makes: "connection",
    needs: ["second", "third"],
    async ask(stage) {
      const [pair, part] = [await stage.pair(), await partsOf(stage, "second")];
      return await routes(stage, "third", [{ destination: part(3), hop: pair.id }]);
    },
  }),
  refused({
    name: "stranger",
    setting: "strangerCode",
    unknown: "what an account gets that has neither end of a connection and renames it",
    does: "Gives the connection of the first two VPCs the name it has, with the stranger's keys.",
    makes: "connection",
    needs: ["second", "stranger"],
    telling: ["permission"],
    ask: async (stage) => naming(await stage.pair(), "vpc-peering-conformance", { as: "stranger" }),
  }),
  refused({
    name: "inactiveHop",
    setting: "inactiveHopCode",
    unknown: "what a route gets to a connection that is not active",
    does: "Makes a request to the other account, and asks for a route into it.",
    makes: "request",
    needs: ["foreign"],
    async ask(stage) {
      const part = await partsOf(stage, "foreign");
      const { id } = await stage.connect("first", "foreign");
      return await routes(stage, "first", [{ destination: part(4), hop: id }]);
    },
  }),
];
