import { merged } from "./types.mjs";
import { types } from "./words.mjs";

/** The owner of a VPC, by the two words that clouds have for it. @param {string} more its default, and what a change does */
const ownerOf = (more) => ({
  accountId: {
    type: "string",
    description: `The account that owns the VPC, on Alibaba Cloud and Tencent Cloud. ${more}`.trim(),
  },
  projectId: {
    type: "string",
    description: `The project that owns the VPC, on Huawei Cloud. ${more}`.trim(),
  },
});

const requesterMembers = types.membersOf("src/program/args.ts", "RequesterArgs");
const { provider } = types.membersOf("src/program/args.ts", "AccountAccepterArgs").properties;
export const accepterMembers = merged([
  requesterMembers,
  {
    properties: {
      provider: provider ?? {},
      ...ownerOf(
        "Default: that of `provider`, else the requester's own. One that the keys of `provider` are not of is an error. A change replaces the connection.",
      ),
    },
    required: [],
  },
]);
export const requester = {
  ...types.object("Requester", requesterMembers, "The end that asks for the connection."),
  description: "The VPC that asks for the connection.",
};
export const accepter = {
  ...types.object("Accepter", accepterMembers, "The end that is asked."),
  description: "The VPC that is asked.",
};

/** A VPC, and whose it is. @param {string} change what a change does @param {string} [owner] the owner's default */
export const sideOf = (change, owner = "") => ({
  vpcId: { type: "string", description: `The VPC's id. ${change}`.trim() },
  region: { type: "string", description: `The VPC's region. ${change}`.trim() },
  ...ownerOf(`${owner} ${change}`),
});

export const side = types.object(
  "Side",
  {
    properties: sideOf("A change replaces the connection.", "Default: that of the requester's keys."),
    required: ["vpcId", "region"],
  },
  "One end of a connection.",
);
export const partOfSide = types.object(
  "KnownSide",
  { properties: sideOf(""), required: [] },
  "One end, as far as it is known.",
);
