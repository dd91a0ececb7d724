// What the scripts of this folder share: a line of JSON for each check, and the accounts of the built-in world.

import { clouds } from "../../../tools/clouds/index.cjs";

const { accounts, settings, vpcs } = clouds.tencentcloud;

export const { a: accountA, b: accountB } = accounts;

const keyOf = (/** @type {Record<string, string>} */ { secretId = "", secretKey = "" }) => ({
  secretId,
  secretKey,
});

export const keyA = keyOf(settings.a);
export const keyB = keyOf(settings.b);

/** A request from account A to account B. */
export const wanted = {
  SourceVpcId: vpcs.hub.vpcId,
  PeeringConnectionName: "hub to partner, é",
  DestinationVpcId: vpcs.partner.vpcId,
  DestinationUin: accountB,
  DestinationRegion: vpcs.partner.region,
  Tags: [{ Key: "team", Value: "net work/1" }],
};

/**
 * @param {string} name
 * @param {() => unknown} act
 */
export async function check(name, act) {
  let error = null;
  try {
    await act();
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  process.stdout.write(`\n${JSON.stringify({ name, error })}\n`);
}
