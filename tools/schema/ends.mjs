import { merged } from "./types.mjs";
import { types } from "./words.mjs";

const accepterOwner = {
  accountId: {
    type: "string",
    description:
      "The account that owns the VPC, on Alibaba Cloud and Tencent Cloud. Default: the account of `provider`, else the requester's own. A change replaces the connection.",
  },
  projectId: {
    type: "string",
    description:
      "The project that owns the VPC, on Huawei Cloud. Default: the project of `provider`, else the requester's own. A change replaces the connection.",
  },
};

const requesterMembers = types.membersOf("src/program/args.ts", "RequesterArgs");
export const accepterMembers = merged([requesterMembers, { properties: accepterOwner, required: [] }]);
export const requester = {
  ...types.object("Requester", requesterMembers, "The end that asks for the connection."),
  description: "The VPC that asks for the connection.",
};
export const accepter = {
  ...types.object("Accepter", accepterMembers, "The end that is asked."),
  description: "The VPC that is asked.",
};

export const SIDE = {
  vpcId: { type: "string", description: "The VPC's id. A change replaces the connection." },
  region: { type: "string", description: "The VPC's region. A change replaces the connection." },
  ...accepterOwner,
};
export const side = types.object(
  "Side",
  { properties: SIDE, required: ["vpcId", "region"] },
  "One end of a connection.",
);
export const partOfSide = types.object(
  "KnownSide",
  { properties: SIDE, required: [] },
  "One end, as far as it is known.",
);
