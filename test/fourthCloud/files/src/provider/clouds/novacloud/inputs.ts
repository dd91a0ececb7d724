import { twoVpcs } from "../kit/crossFieldRules";
import { complaintsBy } from "../kit/inputs";
import { digitsLike, recordOf, text, textLike } from "../kit/schema";

/** What is wrong with what a program says on Nova Cloud. */
export const complaints = complaintsBy("novacloud", {
  vpcId: textLike(/^nv-[a-z0-9]+$/, 'the id of a VPC, such as "nv-hub"'),
  region: textLike(/^[a-z]+$/, 'a region, such as "north"'),
  account: digitsLike(/^\d+$/, "an account's id in digits: quote it"),
  connectionId: textLike(/^[\w-]+$/, "the id of a connection"),
  own: {
    name: textLike(/^[A-Za-z0-9-]{1,32}$/, "1 to 32 letters, digits or hyphens"),
    tags: recordOf(text, "an object of texts"),
  },
  rules: [twoVpcs],
});

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  return resourceName.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 32);
}
