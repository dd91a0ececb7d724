import { accountKeyOf } from "../../../model/account";
import type { CloudName } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import { shown } from "../../../model/shown";
import type { Settings } from "../cloud";
import { complaintsOf, objectOf, value } from "./schema";

/** A member of a role may be a number, such as that of its seconds. */
const SCALAR = value((given) => ["string", "number"].includes(typeof given), "text or a number");

/** What is wrong with the settings of a provider instance. Those of a stack's config are texts, and read as such. */
export function complaintsAboutSettings(cloud: CloudName, settings: Settings): string[] {
  const { settings: known, role = [] } = factsOf(cloud);
  const members = Object.fromEntries(role.map((name) => [name, SCALAR.optional()]));
  const assumeRole = objectOf({ assumeRole: objectOf(members, "an object") }, "an object");
  return Object.entries(known).flatMap(([name, privacy]) => {
    const given = settings(`${cloud}:${name}`);
    if (given === undefined || given === null || typeof given === "string") return [];
    if (name === "assumeRole") return complaintsOf(assumeRole, { assumeRole: given });
    const isAccount = name === accountKeyOf(cloud);
    if (isAccount && Number.isSafeInteger(given)) return [];
    const remedy = typeof given === "number" ? "Quote it." : "It must be text.";
    return [`${cloud}:${name} is ${privacy === "open" ? shown(given) : "no text"}. ${remedy}`];
  });
}
