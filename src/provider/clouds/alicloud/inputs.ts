import { isKnown } from "../../../model/unknown";
import { betweenRegionsOnly, fewerTagsThan, tagsGiven, twoVpcs } from "../kit/crossFieldRules";
import type { CrossFieldRule, RawInputs } from "../kit/inputs";
import {
  complaintsOf,
  connectionInputs,
  objectOf,
  oneOf,
  recordOf,
  textLike,
  truth,
  wholeNumber,
} from "../kit/inputs";
import { MARKER_TAG } from "../kit/markerTag";

/** Letters of any case, or Chinese: how names and descriptions have to begin. */
const LETTER = "A-Za-z\\p{Script=Han}";
/** The most tags that the cloud allows on a connection. */
const TAGS = 20;

const ACCOUNT = textLike(
  /^\d{6,20}$/,
  "an account's UID in digits, as a string (a number would lose digits)",
);

const SIDE = objectOf(
  {
    vpcId: textLike(/^vpc-[\w-]+$/, 'the id of a VPC, such as "vpc-bp1aevy8sofi8mh1qc5cm"'),
    region: textLike(/^[a-z]{2,}(-[a-z0-9]+)+$/, 'a region id, such as "cn-hangzhou"'),
    accountId: ACCOUNT.optional(),
  },
  "an object with vpcId and region",
);

const INPUTS = connectionInputs<"alicloud">({
  requester: SIDE,
  accepter: SIDE,
  name: textLike(
    new RegExp(`^[${LETTER}][${LETTER}0-9_-]{1,127}$`, "u"),
    "2 to 128 letters, digits, underscores or hyphens, and begin with a letter",
  ).optional(),
  description: textLike(
    new RegExp(`^(?!https?://)[${LETTER}][^]{1,255}$`, "u"),
    "2 to 256 characters, begin with a letter, and not with http:// or https:// (it can be changed, but not cleared)",
  ).optional(),
  bandwidth: wholeNumber(1, "Mbit/s").optional(),
  linkType: oneOf("Gold", "Platinum", "Silver").optional(),
  resourceGroupId: textLike(
    /^rg-[a-z0-9]+$/,
    'the id of a resource group, such as "rg-acfmxazb4ph6aiy"',
  ).optional(),
  tags: recordOf(textLike(/^[^]{0,128}$/, "text of at most 128 characters"), "an object of texts").optional(),
  forceDelete: truth.optional(),
});

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
    .filter(([key, text]) => !isTag(key, isKnown(text) ? String(text) : ""))
    .map(
      ([key, text]) =>
        `tags.${key} is ${JSON.stringify(text)}: keys have 1 to 128 characters and are not "${MARKER_TAG}", the owner's mark; neither keys nor values begin with "aliyun" or "acs:" or hold http:// or https://.`,
    );

const CROSS_FIELD_RULES = [
  twoVpcs,
  betweenRegionsOnly("bandwidth"),
  betweenRegionsOnly("linkType"),
  fewerTagsThan(TAGS),
  goodTags,
];

/** What is wrong with the inputs of a Connection on Alibaba Cloud, all at once. */
export function complaints(inputs: RawInputs): string[] {
  return complaintsOf(INPUTS, CROSS_FIELD_RULES, inputs);
}

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  const fitting = resourceName.replace(new RegExp(`[^${LETTER}0-9_-]`, "gu"), "-");
  const begun = new RegExp(`^[${LETTER}].`, "u").test(fitting) ? fitting : `peering-${fitting}`;
  return Array.from(begun).slice(0, 128).join("");
}
