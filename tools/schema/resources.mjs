import { declarationIn, docOf, docsOfMembers } from "../declarations.mjs";
import { accepter, partOfSide, requester, side, sideOf } from "./ends.mjs";
import { asked, whose } from "./identity.mjs";
import { properties, spoke } from "./peering.mjs";
import { CLOUD, cloud, status, types } from "./words.mjs";

/** @typedef {import("./types.mjs").Members} Members */

const { routes: _routes, ...ofConnection } = properties;

const acceptance = types.membersOf("src/program/accepterArgs.ts", "VpcPeeringAccepterArgs", {
  without: ["requester"],
});
const ofAccepter = docsOfMembers(declarationIn("src/program/accepterArgs.ts", "VpcPeeringAccepterArgs"));
acceptance.properties["requester"] = {
  ...types.object(
    "Asker",
    {
      properties: { vpcId: { type: "string", description: "The VPC's id. A change decides anew." } },
      required: ["vpcId"],
    },
    "Who asks.",
  ),
  description: ofAccepter["requester"],
};
const { accepter: _own, ...ofAcceptance } = acceptance.properties;
const hubArgs = docsOfMembers(declarationIn("src/program/topologies/args.ts", "HubMembers"));
const meshArgs = docsOfMembers(declarationIn("src/program/topologies/args.ts", "MeshMembers"));
const routesArgs = types.membersOf("src/program/routes.ts", "RoutesArgs");
const routes = { $ref: "#/types/vpc-peering:index:Route" };

/** @param {string} file @param {string} name @param {Members} inputs */
function component(file, name, inputs) {
  const declaration = declarationIn(file, name);
  const shown = types.membersIn(declaration, name);
  return {
    isComponent: true,
    description: docOf(declaration),
    inputProperties: inputs.properties,
    requiredInputs: inputs.required,
    properties: shown.properties,
    required: shown.required,
    plainInputs: undefined,
  };
}

/** @param {string} text @param {Members} inputs @param {Members} outputs */
const resource = (text, inputs, outputs) => ({
  description: text,
  inputProperties: inputs.properties,
  requiredInputs: inputs.required,
  properties: { ...inputs.properties, ...outputs.properties },
  required: [...inputs.required, ...outputs.required],
});

/** The components and resources, by their tokens. */
export const resources = {
  "vpc-peering:index:VpcPeering": component("src/program/vpcPeering.ts", "VpcPeering", {
    properties: { cloud: CLOUD, requester, accepter, ...properties },
    required: ["cloud", "requester", "accepter"],
  }),
  "vpc-peering:index:VpcPeeringAccepter": component(
    "src/program/vpcPeeringAccepter.ts",
    "VpcPeeringAccepter",
    acceptance,
  ),
  "vpc-peering:index:VpcHub": component("src/program/vpcHub.ts", "VpcHub", {
    properties: {
      cloud: { ...cloud, description: hubArgs["cloud"] },
      hub: { ...requester, description: hubArgs["hub"] },
      spokes: { type: "object", additionalProperties: spoke, description: hubArgs["spokes"] },
      ...properties,
    },
    required: ["cloud", "hub", "spokes"],
  }),
  "vpc-peering:index:VpcMesh": component("src/program/vpcMesh.ts", "VpcMesh", {
    properties: {
      cloud: { ...cloud, description: meshArgs["cloud"] },
      members: {
        type: "object",
        additionalProperties: { $ref: accepter.$ref },
        description: meshArgs["members"],
      },
      ...properties,
    },
    required: ["cloud", "members"],
  }),
  "vpc-peering:index:Connection": resource(
    "A connection by itself, managed with the requester's keys. Its id is the cloud's. Most programs declare a `VpcPeering` instead.",
    {
      properties: {
        cloud: CLOUD,
        requester: { ...side, description: requester.description },
        accepter: { ...side, description: accepter.description },
        ...ofConnection,
      },
      required: ["cloud", "requester", "accepter"],
    },
    {
      properties: {
        status: { ...status, description: "Its status when it was last looked at." },
        account: { type: "string", description: "The account or project of the requester's keys." },
      },
      required: ["status", "account"],
    },
  ),
  "vpc-peering:index:Acceptance": resource(
    "The accepter's yes, given with the accepter's keys. Its id is the connection's. Most programs declare a `VpcPeering` or a `VpcPeeringAccepter` instead.",
    {
      properties: {
        ...ofAcceptance,
        accepter: { ...partOfSide, description: `${ofAccepter["accepter"]} A change decides anew.` },
      },
      required: ["cloud", "accepter"],
    },
    {
      properties: { status: { ...status, description: "Its status when it was last looked at." } },
      required: ["status"],
    },
  ),
  "vpc-peering:index:Routes": resource(
    "The routes of one end of a connection, written with that end's keys. Most programs say `routes` of a `VpcPeering` instead.",
    {
      properties: {
        cloud: { ...cloud, description: "The cloud of both VPCs. A change replaces the routes." },
        connectionId: { type: "string", description: "The connection. A change replaces the routes." },
        end: {
          ...types.words("End", ["requester", "accepter"], "An end of a connection."),
          description: "Whose tables they are in.",
        },
        ...sideOf("A change replaces the routes.", "Default: that of the keys."),
        peer: { ...partOfSide, description: "The VPC at the other end." },
        ...routesArgs.properties,
      },
      required: ["cloud", "connectionId", "end", "vpcId", "region", "tables", "destinations"],
    },
    {
      properties: {
        routes: { type: "array", items: routes, description: "The routes, and how they are." },
      },
      required: ["routes"],
    },
  ),
  "vpc-peering:index:Identity": resource(
    "Whose keys a provider instance has. It owns nothing in the cloud.",
    { properties: asked, required: ["cloud"] },
    { properties: whose, required: [] },
  ),
};
