import { NAME } from "../../mark";
import type { Refused } from "../refused";
import { refused } from "../refused";
import { adding, change, creation, NOWHERE, scratch } from "./calls";
import { wordsOf } from "./words";

const QUESTIONS: readonly Refused[] = [
  {
    name: "unknownVpc",
    setting: "unknownVpc",
    unknown: "what a create gets whose own VPC is not there",
    does: "Asks for a connection from a VPC that is nowhere to the first VPC.",
    ask: (stage) => creation(stage, { ...stage.vpc("first"), vpcId: NOWHERE }, stage.vpc("first")),
  },
  {
    name: "sameVpc",
    setting: "sameVpc",
    unknown: "what a create gets if both ends are one VPC",
    does: "Asks for a connection from the first VPC to itself.",
    ask: (stage) => creation(stage, stage.vpc("first"), stage.vpc("first")),
  },
  {
    name: "unknownHop",
    setting: "unknownHop",
    unknown: "what a route gets to a connection that is not there",
    does: "Asks for a route of the first VPC into a connection that is nowhere.",
    ask: (stage) => adding(stage, "first", scratch(1), NOWHERE),
  },
  {
    name: "duplicate",
    setting: "duplicate",
    unknown: "what a create gets if the pair of VPCs is connected",
    does: "Asks for a second connection of the first two VPCs.",
    makes: "connection",
    needs: ["second"],
    async ask(stage) {
      await stage.pair();
      return creation(stage, stage.vpc("first"), stage.vpc("second"));
    },
  },
  {
    name: "emptyUpdate",
    setting: "emptyUpdate",
    unknown: "what an update gets that changes nothing",
    does: "Updates the connection of the first two VPCs without a name and a description.",
    makes: "connection",
    needs: ["second"],
    ask: async (stage) => ({
      action: "UpdateVpcPeering",
      id: (await stage.pair()).id,
      body: { peering: {} },
    }),
  },
  {
    name: "missingMod",
    setting: "missingMod",
    unknown: "what the change of a route gets that is not there",
    does: "Asks to lead a route elsewhere that the first VPC does not have.",
    makes: "connection",
    needs: ["second"],
    ask: async (stage) =>
      await change(stage, "first", { mod: [{ destination: scratch(2), hop: (await stage.pair()).id }] }),
  },
  {
    name: "foreignHop",
    setting: "foreignHop",
    unknown: "what a route gets to a connection of other VPCs",
    does: "Asks for a route of the third VPC into the connection of the first two.",
    makes: "connection",
    needs: ["second", "third"],
    ask: async (stage) => adding(stage, "third", scratch(3), (await stage.pair()).id),
  },
  {
    name: "stranger",
    setting: "stranger",
    unknown: "what a project gets that has neither end of a connection",
    does: "Reads the connection of the first two VPCs with the stranger's keys.",
    makes: "connection",
    needs: ["second", "stranger"],
    telling: ["permission"],
    ask: async (stage) => ({ action: "ShowVpcPeering", as: "stranger", id: (await stage.pair()).id }),
  },
  {
    name: "wrongSide",
    setting: "wrongSide",
    unknown: "what the requester gets who accepts the own request",
    does: "Makes a request to the other project, and accepts it with the own keys.",
    makes: "request",
    needs: ["foreign"],
    telling: ["permission"],
    ask: async (stage) => ({ action: "AcceptVpcPeering", id: (await stage.connect("first", "foreign")).id }),
  },
  {
    name: "wrongState",
    setting: "wrongState",
    unknown: "what an accept gets if the connection does not wait for one",
    does: "Has the other project accept a request, and accept it once more.",
    makes: "request",
    needs: ["foreign"],
    telling: ["permission"],
    async ask(stage) {
      const made = await stage.connect("first", "foreign");
      await stage.connections.accept(made);
      return { action: "AcceptVpcPeering", as: "other", id: made.id };
    },
    words: (refusal) => wordsOf(refusal, "ACTIVE"),
  },
  {
    name: "foreignProject",
    setting: "foreignProjectCode",
    unknown: "what the gateway says of a project that the keys have no right to",
    does: "Lists the connections of a project that is nowhere.",
    makes: "reads",
    telling: ["permission", "credentials"],
    words: ({ code }) => code,
    ask: () => ({ action: "ListVpcPeerings", projectId: NOWHERE.replaceAll("-", ""), query: { name: NAME } }),
  },
];

/** Calls that are refused whatever else there is. */
export const refusals = QUESTIONS.map((question) => refused({ words: wordsOf, ...question }));
