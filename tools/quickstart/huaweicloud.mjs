const newDescription = "Renamed";

/** @type {import("./clouds.mjs").Example} */
export const huaweicloud = {
  project: "examples/huaweicloud",
  program: "examples/huaweicloud",
  config: ({ settings, vpcs, accounts }) => ({
    region: vpcs.hub.region,
    hubVpc: vpcs.hub.vpcId,
    hubProject: accounts.a,
    hubAccessKey: settings.a["accessKey"],
    hubSecretKey: settings.a["secretKey"],
    spokeVpc: vpcs.partner.vpcId,
    spokeProject: accounts.b,
    spokeAccessKey: settings.b["accessKey"],
    spokeSecretKey: settings.b["secretKey"],
  }),
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
