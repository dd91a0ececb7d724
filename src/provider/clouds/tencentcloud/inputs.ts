import { shown } from "../../../model/shown";
import { fewerTagsThan, fitForRegions, tagsGiven, twoVpcs } from "../kit/crossFieldRules";
import type { CrossFieldRule } from "../kit/crossFieldRules";
import { complaintsBy } from "../kit/inputs";
import { MARKER_TAG } from "../kit/markerTag";
import { digitsLike, oneOf, recordOf, textLike, wholeNumber } from "../kit/schema";
import { LONGEST_NAME } from "./rows";

const LONGEST_KEY = 127;
const LONGEST_VALUE = 255;
/** The most tags that the cloud allows on a connection. */
const TAGS = 50;

const goodTagKeys: CrossFieldRule = ({ tags }) => {
  const bad = Object.keys(tagsGiven(tags)).find((key) => !isTagKey(key));
  if (bad === undefined) return undefined;
  return `tags has the key ${shown(bad)}: keys have 1 to ${LONGEST_KEY} characters and are not "project", do not begin with "qcs:", and are not "${MARKER_TAG}", the owner's mark.`;
};

function isTagKey(key: string): boolean {
  const isFree = key !== MARKER_TAG && !/^(qcs:|project$)/i.test(key);
  return isFree && key.length >= 1 && key.length <= LONGEST_KEY;
}

/** What is wrong with what a program says on Tencent Cloud. */
export const complaints = complaintsBy("tencentcloud", {
  vpcId: textLike(/^vpc-[\w-]+$/, 'the id of a VPC, such as "vpc-8o4xrkj2"'),
  region: textLike(/^[a-z]{2}(-[a-z0-9]+)+$/, 'the long name of a region, such as "ap-guangzhou"'),
  account: digitsLike(
    /^\d{6,20}$/,
    "the UIN of an account in digits, as a string: quote it (a long number loses digits)",
  ),
  connectionId: textLike(/^(?!vpc-)[\w-]+$/, 'the id of a connection, such as "pcx-6gw5wnjq"'),
  table: textLike(/^rtb-[\w-]+$/, 'the id of a route table, such as "rtb-n0yejvje"'),
  own: {
    name: textLike(new RegExp(`^[^]{1,${LONGEST_NAME}}$`, "u"), `1 to ${LONGEST_NAME} characters`),
    bandwidth: wholeNumber(1, "Mbit/s"),
    chargeType: oneOf("POSTPAID_BY_DAY_MAX", "POSTPAID_BY_MONTH_95"),
    qosLevel: oneOf("PT", "AU", "AG"),
    tags: recordOf(
      textLike(new RegExp(`^[^]{0,${LONGEST_VALUE}}$`), `text of at most ${LONGEST_VALUE} characters`),
      "an object of texts",
    ),
  },
  rules: [twoVpcs, fitForRegions("tencentcloud"), fewerTagsThan(TAGS), goodTagKeys],
});

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  return Array.from(resourceName).slice(0, LONGEST_NAME).join("");
}
