/** @typedef {import("./index.cjs").CloudFacts} CloudFacts */
/** @typedef {import("./index.cjs").WorldInput} WorldInput */

/** The work of a cloud takes no time. */
const AT_ONCE = { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 };

/** The id of a numbered VPC of an account; 0 is the hub. @param {CloudFacts} facts @param {number} n @param {import("./index.cjs").Who} [who] */
function vpcIdOf({ vpcIds, digits }, n, who = "a") {
  return vpcIds[who] + String(n).padStart(digits, "0");
}

/**
 * A world with a hub, and so many other VPCs of each account, with no address in common. Everything is done at once,
 * and nothing is refused for its rate or its number.
 *
 * @param {CloudFacts} facts
 * @param {{own: number, partners: number, partnerRegion?: string | undefined}} size
 * @returns {WorldInput}
 */
function worldOf(facts, { own, partners, partnerRegion = facts.vpcs.partner.region }) {
  const vpcs = (
    /** @type {import("./index.cjs").Who} */ who,
    /** @type {number} */ first,
    /** @type {number} */ last,
  ) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const n = first + index;
      return {
        vpcId: vpcIdOf(facts, n, who),
        region: who === "a" ? facts.vpcs.hub.region : partnerRegion,
        cidrBlocks: [`10.${(who === "a" ? 0 : 128) + (n >> 8)}.${n & 255}.0/24`],
        [facts.ownerKey]: facts.accounts[who],
      };
    });
  return {
    timings: AT_ONCE,
    limits: facts.noLimits,
    quotas: facts.noQuotas,
    [facts.cloud]: { vpcs: [...vpcs("a", 0, own), ...vpcs("b", 1, partners)] },
  };
}

module.exports = { AT_ONCE, vpcIdOf, worldOf };
