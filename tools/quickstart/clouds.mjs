import { Failure } from "./failure.mjs";
import { huaweicloud } from "./huaweicloud.mjs";
import { tencentcloud } from "./tencentcloud.mjs";

/** @typedef {import("./emulator.mjs").Emulator} Emulator */
/** @typedef {import("./emulator.mjs").CloudPeering} CloudPeering */

/**
 * @typedef {object} Cloud what the quickstart has to know of a cloud
 * @property {string} title
 * @property {string} project the folder of the example's Pulumi.yaml
 * @property {string} program the program's folder, for people
 * @property {(emulator: Emulator) => { plain: Record<string, string>, secret: Record<string, string> }} config the
 *   config that makes the example run on the emulator
 * @property {(emulator: Emulator) => Record<string, string>} accountNames what the example calls each account
 * @property {{ key: string, value: string, why: string, isDone: (peering: CloudPeering) => boolean }} change a change
 *   of the config that the cloud makes in place
 * @property {string[]} whatNext
 */

/** @type {Readonly<Record<string, Cloud>>} */
const clouds = {
  alicloud: {
    title: "Alibaba Cloud",
    project: ".",
    program: "examples/quickstart",
    config(emulator) {
      const { hub, spoke, hubVpc, spokeVpc } = alicloudSides(emulator);
      return {
        plain: {
          endpoint: emulator.url,
          hubRegion: hubVpc.region,
          hubVpc: hubVpc.vpcId,
          hubAccessKey: hub.accessKeyId,
          spokeRegion: spokeVpc.region,
          spokeVpc: spokeVpc.vpcId,
          spokeAccessKey: spoke.accessKeyId,
          bandwidth: "200",
        },
        secret: { hubSecretKey: hub.accessKeySecret, spokeSecretKey: spoke.accessKeySecret },
      };
    },
    accountNames(emulator) {
      const { hub, spoke } = alicloudSides(emulator);
      return { [hub.accountId]: "hub", [spoke.accountId]: "spoke" };
    },
    change: {
      key: "bandwidth",
      value: "500",
      why: "The bandwidth is changed in place: the connection stays.",
      isDone: ({ bandwidth }) => bandwidth === 500,
    },
    whatNext: [
      "The same program runs on Alibaba Cloud itself. From this folder, with keys of your two accounts:",
      "",
      '  export PATH="$PWD/.engine/bin:$PATH"        # or a pulumi of your own',
      "  pulumi login --local                        # or the backend you use",
      "  pulumi stack init dev",
      "  pulumi config set hubRegion cn-hangzhou",
      "  pulumi config set hubVpc vpc-...",
      "  pulumi config set hubAccessKey LTAI...",
      "  pulumi config set --secret hubSecretKey     # asks for it",
      "  pulumi config set spokeRegion cn-beijing",
      "  pulumi config set spokeVpc vpc-...",
      "  pulumi config set spokeAccessKey LTAI...",
      "  pulumi config set --secret spokeSecretKey",
      "  pulumi config set bandwidth 200             # Mbit/s; only between two regions",
      "  pulumi up",
      "",
      "Without `endpoint` in its config, the program talks to Alibaba Cloud, and traffic between regions",
      "is billed there. examples/quickstart/README.md has the details, README.md every argument.",
    ],
  },
  huaweicloud,
  tencentcloud,
};

/** The clouds there are, for people. */
export const cloudNames = Object.keys(clouds).join(", ");

/** @param {string} name */
export function cloudNamed(name) {
  const cloud = clouds[name];
  if (cloud) return cloud;
  throw new Failure("choosing the cloud", {
    reason: `There is no cloud "${name}". The quickstart shows: ${cloudNames}.`,
    remedy: "npm run quickstart -- --cloud alicloud",
  });
}

/**
 * Two accounts of the emulator's world, with a VPC each in different regions.
 *
 * @param {Emulator} emulator
 */
function alicloudSides({ world }) {
  /**
   * @type {{
   *   accounts: { accountId: string, accessKeyId: string, accessKeySecret: string }[],
   *   vpcs: { vpcId: string, accountId: string, region: string }[],
   * }}
   */
  const { accounts, vpcs } = world.alicloud;
  const [hub, spoke] = accounts;
  const hubVpc = vpcs.find(({ accountId }) => accountId === hub?.accountId);
  const spokeVpc = vpcs.find(
    ({ accountId, region }) => accountId === spoke?.accountId && region !== hubVpc?.region,
  );
  if (!hub || !spoke || !hubVpc || !spokeVpc) throw new Error("The emulator's world lacks two accounts.");
  return { hub, spoke, hubVpc, spokeVpc };
}
