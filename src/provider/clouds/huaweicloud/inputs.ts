import { fitForRegions, twoVpcs } from "../kit/crossFieldRules";
import type { Complaints } from "../cloud";
import { complaintsBy } from "../kit/inputs";
import { digitsLike, textLike } from "../kit/schema";
import { LONGEST_TEXT } from "./rows";

/** What ids of VPCs and of connections look like. */
export const UUID = /^[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/;

const NAME_CHARACTERS = "A-Za-z0-9\\p{Script=Han}._-";
const LONGEST_NAME = 64;

/** Properties that other clouds have, and why they are in vain here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  tags: "connections have no tags",
  bandwidth: "the bandwidth within a region is not limited",
  linkType: "there is one kind of link",
  qosLevel: "there is one kind of link",
  chargeType: "connections are free of charge",
  resourceGroupId: "connections belong to no enterprise project",
  forceDelete: "a connection is deleted together with its routes",
};

const byGrammar = complaintsBy("huaweicloud", {
  vpcId: textLike(UUID, 'the id of a VPC, such as "3127e30b-5f8e-42d1-a3cc-fdadf412c5bf"'),
  region: textLike(/^[a-z]{2,}(-[a-z0-9]+)+$/, 'a region id, such as "cn-north-4"'),
  account: digitsLike(
    /^[0-9a-fA-F]{32}$/,
    "a project's id: 32 hexadecimal digits in quotes (not the account's id)",
  ),
  connectionId: textLike(UUID, 'the id of a connection, such as "22b76469-08e3-4937-8c1d-7aad34892be1"'),
  table: textLike(UUID, 'the id of a route table, such as "3d42a0d4-a980-4613-ae76-a2cddecff054"'),
  own: {
    name: textLike(
      new RegExp(`^[${NAME_CHARACTERS}]{1,${LONGEST_NAME}}$`, "u"),
      `1 to ${LONGEST_NAME} letters, digits, underscores, hyphens or dots`,
    ),
    description: textLike(
      new RegExp(`^[^<>]{0,${LONGEST_TEXT}}$`, "u"),
      `at most ${LONGEST_TEXT} characters, without < and > (the cloud takes 255, the rest marks the owner)`,
    ),
  },
  rules: [twoVpcs, fitForRegions("huaweicloud")],
});

/** What is wrong with what a program says on Huawei Cloud. */
export const complaints: Complaints = {
  ...byGrammar,
  connection(inputs) {
    const inVain = Object.keys(ELSEWHERE).filter((name) => inputs[name] !== undefined);
    const rest = Object.fromEntries(Object.entries(inputs).filter(([name]) => !inVain.includes(name)));
    return [
      ...inVain.map(
        (name) => `${name}: Huawei Cloud has no such property, since ${ELSEWHERE[name]}. Remove it.`,
      ),
      ...byGrammar.connection(rest),
    ];
  },
};

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  const fitting = resourceName.replace(new RegExp(`[^${NAME_CHARACTERS}]`, "gu"), "-");
  return Array.from(fitting).slice(0, LONGEST_NAME).join("");
}
