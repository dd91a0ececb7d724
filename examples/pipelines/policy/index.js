const { PolicyPack } = require("@pulumi/policy");
const { strangerIn } = require("./rule");

new PolicyPack("vpc-peering", {
  policies: [
    {
      name: "known-accounts",
      description: "VPC peerings lead only to accounts of a list.",
      enforcementLevel: "mandatory",
      configSchema: {
        properties: { accounts: { type: "array", items: { type: "string" } } },
        required: ["accounts"],
      },
      validateResource: (resource, report) => {
        const { accounts } = resource.getConfig();
        const reason = strangerIn(resource.type, resource.props, accounts);
        if (reason !== undefined) report(reason);
      },
    },
  ],
});
