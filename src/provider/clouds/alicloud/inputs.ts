import { shown, shownName } from "../../../model/shown";
import { isKnown } from "../../../model/unknown";
import { atMostTags, fewerTagsThan, fitForRegions, tagsGiven, twoVpcs } from "../kit/crossFieldRules";
import { complaintsBy } from "../kit/inputs";
import type { CrossFieldRule } from "../kit/crossFieldRules";
import { MARKER_TAG } from "../kit/markerTag";
import { digitsLike, oneOf, recordOf, textLike, truth, wholeNumber } from "../kit/schema";

/** Letters of any case, or Chinese: how names and descriptions have to begin. */
const LETTER = "A-Za-z\\p{Script=Han}";
/** The most tags that the cloud allows on a connection. */
const TAGS = 20;

/** Whether the cloud would take this as a tag. */
function isTag(key: string, text: string): boolean {
  const isFree =
    key !== MARKER_TAG &&
    ![key, text].some((part) => /^(aliyun|acs:)/i.test(part)) &&
    !/https?:\/\//i.test(`${key} ${text}`);
  return isFree && key.length >= 1 && key.length <= 128;
}

const goodTags: CrossFieldRule = ({ tags }) =>
  Object.entries(tagsGiven(tags))
    .filter(([key, text]) => !isTag(key, typeof text === "string" && isKnown(text) ? text : ""))
    .map(
      ([key, text]) =>
        `${shownName(["tags", key])} is ${shown(text)}: keys have 1 to 128 characters and are not "${MARKER_TAG}", the owner's mark; neither keys nor values begin with "aliyun" or "acs:" or hold http:// or https://.`,
    );

/** What is wrong with what a program says on Alibaba Cloud. */
export const complaints = complaintsBy("alicloud", {
  vpcId: textLike(/^vpc-[\w-]+$/, 'the id of a VPC, such as "vpc-bp1aevy8sofi8mh1qc5cm"'),
  region: textLike(/^[a-z]{2,}(-[a-z0-9]+)+$/, 'a region id, such as "cn-hangzhou"'),
  account: digitsLike(
    /^\d{6,20}$/,
    "an account's UID in digits, as a string: quote it (a long number loses digits)",
  ),
  connectionId: textLike(/^(?!vpc-)[\w-]+$/, 'the id of a connection, such as "pcc-lnk0m24khwvtkm"'),
  table: textLike(/^vtb-[\w-]+$/, 'the id of a route table, such as "vtb-bp145q7glnuzdvzu2jl8g"'),
  own: {
    name: textLike(
      new RegExp(`^[${LETTER}][${LETTER}0-9_-]{1,127}$`, "u"),
      "2 to 128 letters, digits, underscores or hyphens, and begin with a letter",
    ),
    description: textLike(
      new RegExp(`^(?!https?://)[${LETTER}][^]{1,255}$`, "u"),
      "2 to 256 characters, begin with a letter, and not with http:// or https:// (it can be changed, but not cleared)",
    ),
    bandwidth: wholeNumber(1, "Mbit/s"),
    linkType: oneOf("Gold", "Platinum", "Silver"),
    resourceGroupId: textLike(/^rg-[a-z0-9]+$/, 'the id of a resource group, such as "rg-acfmxazb4ph6aiy"'),
    tags: recordOf(textLike(/^[^]{0,128}$/, "text of at most 128 characters"), "an object of texts"),
    forceDelete: truth,
  },
  rules: [twoVpcs, fitForRegions("alicloud"), fewerTagsThan(TAGS), goodTags],
  labelRules: [atMostTags(TAGS), goodTags],
});

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  const fitting = resourceName.replace(new RegExp(`[^${LETTER}0-9_-]`, "gu"), "-");
  const begun = new RegExp(`^[${LETTER}].`, "u").test(fitting) ? fitting : `peering-${fitting}`;
  return Array.from(begun).slice(0, 128).join("");
}
