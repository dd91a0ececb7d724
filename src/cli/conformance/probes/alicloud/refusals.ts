import { refused } from "../refused";
import { creation, NOWHERE, route, scratch } from "./calls";

/** Calls that are refused whatever else there is. */
export const refusals = [
  refused({
    name: "unknownVpc",
    setting: "unknownVpcCode",
    unknown: "what a create gets whose own VPC is not there",
    does: "Asks for a connection from a VPC that is nowhere to the first VPC.",
    ask: (stage) => creation(stage, { ...stage.vpc("first"), vpcId: NOWHERE.vpc }, stage.vpc("first")),
  }),
  refused({
    name: "unknownAcceptingVpc",
    setting: "unknownAcceptingVpcCode",
    unknown: "what a create gets if the other VPC is not there",
    does: "Asks for a connection from the first VPC to one that is nowhere.",
    ask: (stage) => creation(stage, stage.vpc("first"), { ...stage.vpc("first"), vpcId: NOWHERE.vpc }),
  }),
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
    ask: (stage) => route(stage, "first", scratch(1), NOWHERE.connection),
  }),
  refused({
    name: "unknownEntry",
    setting: "unknownEntryCode",
    unknown: "what a delete gets whose route is not there",
    does: "Asks to delete a route that the first VPC does not have.",
    ask: async (stage) => ({
      action: "DeleteRouteEntry",
      params: {
        RouteTableId: await stage.table("first"),
        DestinationCidrBlock: scratch(1),
        NextHopId: NOWHERE.connection,
      },
    }),
  }),
  refused({
    name: "duplicateRoute",
    setting: "duplicateRouteCode",
    unknown: "what a route gets to where its table leads already",
    does: "Makes a route into the connection of the first two VPCs, and asks for it once more.",
    makes: "connection",
    needs: ["second"],
    async ask(stage) {
      const pair = await stage.pair();
      await stage.table("first");
      await stage.tables.write(stage.vpc("first"), scratch(2), pair);
      return await route(stage, "first", scratch(2), pair.id);
    },
  }),
  refused({
    name: "ownDestination",
    setting: "ownDestinationCode",
    unknown: "what a route gets to the addresses of the cloud's services",
    does: "Asks for a route to 100.64.0.0/10 into the connection of the first two VPCs.",
    makes: "connection",
    needs: ["second"],
    ask: async (stage) => route(stage, "first", "100.64.0.0/10", (await stage.pair()).id),
  }),
  refused({
    name: "unchangedHop",
    setting: "unchangedHopCode",
    unknown: "what a modify of a route gets that changes nothing",
    does: "Makes a route, and asks to lead it where it leads.",
    makes: "connection",
    needs: ["second"],
    async ask(stage) {
      const pair = await stage.pair();
      await stage.table("first");
      const { id } = await stage.tables.write(stage.vpc("first"), scratch(3), pair);
      const params = { RouteEntryId: id, NewNextHopType: "VpcPeer", NewNextHopId: pair.id };
      return { action: "ModifyRouteEntry", params };
    },
  }),
  refused({
    name: "foreignHop",
    setting: "foreignHopCode",
    unknown: "what a route gets to a connection of other VPCs",
    does: "Asks for a route of the third VPC into the connection of the first two.",
    makes: "connection",
    needs: ["second", "third"],
    ask: async (stage) => route(stage, "third", scratch(4), (await stage.pair()).id),
  }),
  refused({
    name: "stranger",
    setting: "strangerCode",
    unknown: "what an account gets that has neither end of a connection",
    does: "Reads the connection of the first two VPCs with the stranger's keys.",
    makes: "connection",
    needs: ["second", "stranger"],
    telling: ["permission"],
    ask: async (stage) => ({
      action: "GetVpcPeerConnectionAttribute",
      as: "stranger",
      params: { InstanceId: (await stage.pair()).id },
    }),
  }),
  refused({
    name: "wrongSide",
    setting: "wrongSideCode",
    unknown: "what the requester gets who accepts the own request",
    does: "Makes a request to the other account, and accepts it with the own keys.",
    makes: "request",
    needs: ["foreign"],
    telling: ["permission"],
    ask: async (stage) => ({
      action: "AcceptVpcPeerConnection",
      params: { InstanceId: (await stage.connect("first", "foreign")).id },
    }),
  }),
  refused({
    name: "inactiveHop",
    setting: "inactiveHopCode",
    unknown: "what a route gets to a connection that is not active",
    does: "Makes a request to the other account, and asks for a route into it.",
    makes: "request",
    needs: ["foreign"],
    ask: async (stage) => route(stage, "first", scratch(5), (await stage.connect("first", "foreign")).id),
  }),
];
