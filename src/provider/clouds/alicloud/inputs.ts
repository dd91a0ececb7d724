import { isKnown } from "../../../model/unknown";
import { MARKER_TAG } from "../kit/markerTag";
import type { RawInputs } from "../kit/inputs";
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

/** Letters of any case, or Chinese: how names and descriptions have to begin. */
const LETTER = "A-Za-z\\p{Script=Han}";
const MOST_TAGS = 19;

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

const INPUTS = connectionInputs({
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

type SideInputs = { vpcId?: string; region?: string } | undefined;

/** Whether the cloud would take this as a tag. */
function isTag(key: string, text: string): boolean {
  const isFree =
    key !== MARKER_TAG &&
    ![key, text].some((part) => /^(aliyun|acs:)/i.test(part)) &&
    !/https?:\/\//i.test(`${key} ${text}`);
  return isFree && key.length >= 1 && key.length <= 128;
}

/** Rules that look at more than one input. Each answers its complaints. */
const CROSS_FIELD_RULES: readonly ((inputs: RawInputs) => string[])[] = [
  ({ requester, accepter }) => {
    const vpcId = (accepter as SideInputs)?.vpcId;
    return same((requester as SideInputs)?.vpcId, vpcId)
      ? [
          `requester.vpcId and accepter.vpcId are both ${JSON.stringify(vpcId)}: a VPC cannot be connected with itself.`,
        ]
      : [];
  },
  (inputs) => interRegionOnly(inputs, "bandwidth"),
  (inputs) => interRegionOnly(inputs, "linkType"),
  ({ tags }) => {
    const count = Object.keys(tagsIn(tags)).length;
    return count > MOST_TAGS
      ? [
          `tags has ${count} entries: at most ${MOST_TAGS} are allowed, since one of the cloud's 20 marks the owner.`,
        ]
      : [];
  },
  ({ tags }) =>
    Object.entries(tagsIn(tags))
      .filter(([key, text]) => !isTag(key, isKnown(text) ? String(text) : ""))
      .map(
        ([key, text]) =>
          `tags.${key} is ${JSON.stringify(text)}: keys have 1 to 128 characters and are not "${MARKER_TAG}", the owner's mark; neither keys nor values begin with "aliyun" or "acs:" or hold http:// or https://.`,
      ),
];

/** What is wrong with the inputs of a Connection on Alibaba Cloud, all at once. */
export function complaints(inputs: RawInputs): string[] {
  return [...complaintsOf(INPUTS, inputs), ...CROSS_FIELD_RULES.flatMap((rule) => rule(inputs))];
}

function tagsIn(tags: unknown): Record<string, unknown> {
  return typeof tags === "object" && tags !== null ? (tags as Record<string, unknown>) : {};
}

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  const fitting = resourceName.replace(new RegExp(`[^${LETTER}0-9_-]`, "gu"), "-");
  const begun = new RegExp(`^[${LETTER}].`, "u").test(fitting) ? fitting : `peering-${fitting}`;
  return Array.from(begun).slice(0, 128).join("");
}

function same(a: unknown, b: unknown): boolean {
  return a !== undefined && isKnown(a) && a === b;
}

function interRegionOnly({ requester, accepter, ...rest }: RawInputs, property: string): string[] {
  const value = rest[property];
  const region = (requester as SideInputs)?.region;
  if (value === undefined || !isKnown(value) || !same(region, (accepter as SideInputs)?.region)) return [];
  return [
    `${property} is ${JSON.stringify(value)}: it is for connections between regions, and both VPCs are in ${String(region)}. Remove it.`,
  ];
}
