// What the scripts of this folder share: a line of JSON for each check, and the accounts of the built-in world.

export const accountA = "100000000001";
export const accountB = "100000000002";
export const keyA = { secretId: "AKIDfakeA", secretKey: "fakesecretA" };
export const keyB = { secretId: "AKIDfakeB", secretKey: "fakesecretB" };

/** A request from account A to account B. */
export const wanted = {
  SourceVpcId: "vpc-hub00001",
  PeeringConnectionName: "hub to partner, é",
  DestinationVpcId: "vpc-par00001",
  DestinationUin: accountB,
  DestinationRegion: "ap-guangzhou",
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
