/** @typedef {import("./emulator.mjs").Emulator} Emulator */

/** @type {import("./clouds.mjs").Cloud} */
export const tencentcloud = {
  title: "Tencent Cloud",
  project: "examples/tencentcloud",
  program: "examples/tencentcloud",
  config(emulator) {
    const { hub, spoke, hubVpc, spokeVpc } = sides(emulator);
    return {
      plain: {
        endpoint: emulator.url,
        hubRegion: hubVpc.region,
        hubVpc: hubVpc.vpcId,
        spokeRegion: spokeVpc.region,
        spokeVpc: spokeVpc.vpcId,
        bandwidth: "10",
      },
      secret: {
        hubSecretId: hub.secretId,
        hubSecretKey: hub.secretKey,
        spokeSecretId: spoke.secretId,
        spokeSecretKey: spoke.secretKey,
      },
    };
  },
  accountNames(emulator) {
    const { hub, spoke } = sides(emulator);
    return { [hub.uin]: "hub", [spoke.uin]: "spoke" };
  },
  change: {
    key: "bandwidth",
    value: "20",
    why: "The bandwidth is changed in place: the connection stays.",
    isDone: ({ bandwidth }) => bandwidth === 20,
  },
  whatNext: [
    "The same program runs on Tencent Cloud itself. From examples/tencentcloud, with keys of your two accounts:",
    "",
    '  export PATH="$PWD/../../.engine/bin:$PATH"  # or a pulumi of your own',
    "  pulumi login --local                        # or the backend you use",
    "  pulumi stack init dev",
    "  pulumi config set hubRegion ap-guangzhou",
    "  pulumi config set hubVpc vpc-...",
    "  pulumi config set --secret hubSecretId      # asks for it",
    "  pulumi config set --secret hubSecretKey",
    "  pulumi config set spokeRegion ap-shanghai",
    "  pulumi config set spokeVpc vpc-...",
    "  pulumi config set --secret spokeSecretId",
    "  pulumi config set --secret spokeSecretKey",
    "  pulumi config set bandwidth 10              # Mbit/s; only between two regions",
    "  pulumi up",
    "",
    "Without `endpoint` in its config, the program talks to Tencent Cloud, and traffic between regions",
    "is billed there. examples/tencentcloud/README.md has the details, docs/tencentcloud.md every argument.",
  ],
};

/**
 * Two accounts of the emulator's world, with a VPC each in different regions.
 *
 * @param {Emulator} emulator
 */
function sides({ world }) {
  /**
   * @type {{
   *   accounts: { uin: string, secretId: string, secretKey: string }[],
   *   vpcs: { vpcId: string, uin: string, region: string }[],
   * }}
   */
  const { accounts, vpcs } = world.tencentcloud;
  const [hub, spoke] = accounts;
  const hubVpc = vpcs.find(({ uin }) => uin === hub?.uin);
  const spokeVpc = vpcs.find(({ uin, region }) => uin === spoke?.uin && region !== hubVpc?.region);
  if (!hub || !spoke || !hubVpc || !spokeVpc) throw new Error("The emulator's world lacks two accounts.");
  return { hub, spoke, hubVpc, spokeVpc };
}
