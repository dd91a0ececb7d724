/** @typedef {import("./emulator.mjs").Emulator} Emulator */

const newDescription = "Renamed";

/** @type {import("./clouds.mjs").Cloud} */
export const huaweicloud = {
  title: "Huawei Cloud",
  project: "examples/huaweicloud",
  program: "examples/huaweicloud",
  config(emulator) {
    const { hub, spoke, hubVpc, spokeVpc } = sides(emulator);
    return {
      plain: {
        endpoint: emulator.url,
        region: hubVpc.region,
        hubVpc: hubVpc.vpcId,
        hubProject: hub.projectId,
        hubAccessKey: hub.accessKey,
        spokeVpc: spokeVpc.vpcId,
        spokeProject: spoke.projectId,
        spokeAccessKey: spoke.accessKey,
      },
      secret: { hubSecretKey: hub.secretKey, spokeSecretKey: spoke.secretKey },
    };
  },
  accountNames(emulator) {
    const { hub, spoke } = sides(emulator);
    return { [hub.projectId]: "hub", [spoke.projectId]: "spoke" };
  },
  change: {
    key: "description",
    value: newDescription,
    why: "The description is changed in place: the connection stays.",
    // Behind the description stands the owner's mark.
    isDone: ({ description }) => description.startsWith(newDescription),
  },
  whatNext: [
    "The same program runs on Huawei Cloud itself. From examples/huaweicloud, with keys of your two accounts:",
    "",
    '  export PATH="$PWD/../../.engine/bin:$PATH"  # or a pulumi of your own',
    "  pulumi login --local                        # or the backend you use",
    "  pulumi stack init dev",
    "  pulumi config set region cn-north-4         # both VPCs have to be there",
    "  pulumi config set hubVpc 3127e30b-...",
    "  pulumi config set hubAccessKey ...",
    "  pulumi config set --secret hubSecretKey     # asks for it",
    "  pulumi config set spokeVpc 4d9c1a02-...",
    "  pulumi config set spokeAccessKey ...",
    "  pulumi config set --secret spokeSecretKey",
    "  pulumi up",
    "",
    "Without `endpoint` in its config, the program talks to Huawei Cloud, where connections are free of",
    "charge. examples/huaweicloud/README.md has the details, docs/huaweicloud.md every argument.",
  ],
};

/**
 * Two projects of the emulator's world, with a VPC each in one region.
 *
 * @param {Emulator} emulator
 */
function sides({ world }) {
  /**
   * @type {{
   *   projects: { projectId: string, accessKey: string, secretKey: string }[],
   *   vpcs: { vpcId: string, projectId: string, region: string }[],
   * }}
   */
  const { projects, vpcs } = world.huaweicloud;
  const [hub, spoke] = projects;
  const hubVpc = vpcs.find(({ projectId }) => projectId === hub?.projectId);
  const spokeVpc = vpcs.find(
    ({ projectId, region }) => projectId === spoke?.projectId && region === hubVpc?.region,
  );
  if (!hub || !spoke || !hubVpc || !spokeVpc) throw new Error("The emulator's world lacks two projects.");
  return { hub, spoke, hubVpc, spokeVpc };
}
