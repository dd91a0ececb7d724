import { clouds as facts } from "../clouds/index.cjs";
import { alicloud } from "./alicloud.mjs";
import { Failure } from "./failure.mjs";
import { huaweicloud } from "./huaweicloud.mjs";
import { tencentcloud } from "./tencentcloud.mjs";

/** @typedef {import("../clouds/index.cjs").CloudFacts} CloudFacts */
/** @typedef {import("./emulator.mjs").CloudPeering} CloudPeering */

/**
 * @typedef {object} Example what the quickstart shows of a cloud
 * @property {string} project the folder of the example's Pulumi.yaml
 * @property {string} program the program's folder, for people
 * @property {(facts: CloudFacts) => Record<string, string | undefined>} config the config, beside `endpoint`, with which
 *   the example runs on the emulator: its hub is account A's, its spoke account B's
 * @property {{ key: string, value: string, why: string, isDone: (peering: CloudPeering) => boolean }} change a change
 *   of the config that the cloud makes in place
 * @property {string[]} whatNext
 */

/** @typedef {Example & { facts: CloudFacts }} Cloud */

/** The clouds that have an example. @type {Readonly<Partial<Record<import("../clouds/index.cjs").CloudName, Example>>>} */
const examples = { alicloud, huaweicloud, tencentcloud };

/** The clouds there are, for people. */
export const cloudNames = Object.keys(examples).join(", ");

/** @param {string} name @returns {Cloud} */
export function cloudNamed(name) {
  const found = Object.values(facts).find(({ cloud }) => cloud === name);
  const example = found && examples[found.cloud];
  if (example) return { ...example, facts: found };
  throw new Failure("choosing the cloud", {
    reason: `There is no cloud "${name}". The quickstart shows: ${cloudNames}.`,
    remedy: "npm run quickstart -- --cloud alicloud",
  });
}
