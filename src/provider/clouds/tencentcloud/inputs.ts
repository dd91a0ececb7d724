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
  wholeNumber,
} from "../kit/inputs";

const LONGEST_NAME = 60;
const LONGEST_KEY = 127;
const LONGEST_VALUE = 255;
const MOST_TAGS = 49;

const SIDE = objectOf(
  {
    vpcId: textLike(/^vpc-[\w-]+$/, 'the id of a VPC, such as "vpc-8o4xrkj2"'),
    region: textLike(/^[a-z]{2}(-[a-z0-9]+)+$/, 'the long name of a region, such as "ap-guangzhou"'),
    accountId: textLike(
      /^\d{6,20}$/,
      "the UIN of an account in digits, as a string (a number would lose digits)",
    ).optional(),
  },
  "an object with vpcId and region",
);

const INPUTS = connectionInputs({
  requester: SIDE,
  accepter: SIDE,
  name: textLike(new RegExp(`^[^]{1,${LONGEST_NAME}}$`, "u"), `1 to ${LONGEST_NAME} characters`).optional(),
  bandwidth: wholeNumber(1, "Mbit/s").optional(),
  chargeType: oneOf("POSTPAID_BY_DAY_MAX", "POSTPAID_BY_MONTH_95").optional(),
  qosLevel: oneOf("PT", "AU", "AG").optional(),
  tags: recordOf(
    textLike(new RegExp(`^[^]{0,${LONGEST_VALUE}}$`), `text of at most ${LONGEST_VALUE} characters`),
    "an object of texts",
  ).optional(),
});

type SideInputs = { vpcId?: string; region?: string } | undefined;

/** Rules that look at more than one input. Each answers a complaint, or nothing. */
const CROSS_FIELD_RULES: readonly ((inputs: RawInputs) => string | undefined)[] = [
  ({ requester, accepter }) =>
    same((requester as SideInputs)?.vpcId, (accepter as SideInputs)?.vpcId)
      ? `requester.vpcId and accepter.vpcId are both ${JSON.stringify((accepter as SideInputs)?.vpcId)}: a VPC cannot be connected with itself.`
      : undefined,
  bandwidthBetweenRegions,
  (inputs) => interRegionOnly(inputs, "bandwidth"),
  (inputs) => interRegionOnly(inputs, "chargeType"),
  (inputs) => interRegionOnly(inputs, "qosLevel"),
  ({ tags }) => {
    const count = typeof tags === "object" && tags !== null ? Object.keys(tags).length : 0;
    return count > MOST_TAGS
      ? `tags has ${count} entries: at most ${MOST_TAGS} are allowed, since one of the cloud's 50 marks the owner.`
      : undefined;
  },
  ({ tags }) => {
    if (typeof tags !== "object" || tags === null) return undefined;
    const bad = Object.keys(tags).find((key) => !isTagKey(key));
    return bad === undefined
      ? undefined
      : `tags has the key ${JSON.stringify(bad)}: keys have 1 to ${LONGEST_KEY} characters and are not "project", do not begin with "qcs:", and are not "${MARKER_TAG}", the owner's mark.`;
  },
];

function isTagKey(key: string): boolean {
  const isFree = key !== MARKER_TAG && !/^(qcs:|project$)/i.test(key);
  return isFree && key.length >= 1 && key.length <= LONGEST_KEY;
}

/** What is wrong with the inputs of a Connection on Tencent Cloud, all at once. */
export function complaints(inputs: RawInputs): string[] {
  const crossComplaints = CROSS_FIELD_RULES.map((rule) => rule(inputs)).filter((text) => text !== undefined);
  return [...complaintsOf(INPUTS, inputs), ...crossComplaints];
}

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  return Array.from(resourceName).slice(0, LONGEST_NAME).join("");
}

function regionsOf({ requester, accepter }: RawInputs): [unknown, unknown] {
  return [(requester as SideInputs)?.region, (accepter as SideInputs)?.region];
}

function same(a: unknown, b: unknown): boolean {
  return a !== undefined && isKnown(a) && a === b;
}

function bandwidthBetweenRegions(inputs: RawInputs): string | undefined {
  const [from, to] = regionsOf(inputs);
  const areKnown = typeof from === "string" && typeof to === "string" && isKnown([from, to]);
  if (!areKnown || from === to || inputs["bandwidth"] !== undefined) return undefined;
  return `bandwidth is missing: a connection between two regions (${from} and ${to}) needs one, in Mbit/s. It is billed to the requester.`;
}

function interRegionOnly(inputs: RawInputs, property: string): string | undefined {
  const [from, to] = regionsOf(inputs);
  if (inputs[property] === undefined || !same(from, to)) return undefined;
  return `${property} is ${JSON.stringify(inputs[property])}: it is for connections between regions, and both VPCs are in ${String(from)}. Remove it.`;
}
