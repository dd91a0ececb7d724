import { twoVpcs } from "../kit/crossFieldRules";
import type { RawInputs } from "../kit/inputs";
import { complaintsOf, connectionInputs, objectOf, recordOf, textLike } from "../kit/inputs";

const SIDE = objectOf(
  {
    vpcId: textLike(/^nv-[a-z0-9]+$/, 'the id of a VPC, such as "nv-hub"'),
    region: textLike(/^[a-z]+$/, 'a region, such as "north"'),
    accountId: textLike(/^\d+$/, "an account's id in digits").optional(),
  },
  "an object with vpcId and region",
);

const INPUTS = connectionInputs<"novacloud">({
  requester: SIDE,
  accepter: SIDE,
  name: textLike(/^[A-Za-z0-9-]{1,32}$/, "1 to 32 letters, digits or hyphens").optional(),
  tags: recordOf(textLike(/^/, "a text"), "an object of texts").optional(),
});

/** What is wrong with the inputs of a Connection on Nova Cloud, all at once. */
export function complaints(inputs: RawInputs): string[] {
  return complaintsOf(INPUTS, [twoVpcs], inputs);
}

/** A name made from a resource's name, within the rules. */
export function defaultName(resourceName: string): string {
  return resourceName.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 32);
}
