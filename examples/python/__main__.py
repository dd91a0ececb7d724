"""Two VPCs of two accounts that reach each other."""

import pulumi
import pulumi_vpc_peering as vpc

config = pulumi.Config()


def account(name: str) -> vpc.Provider:
    """The keys of one account, for its own VPC's side."""
    return vpc.Provider(
        name,
        alicloud=vpc.clouds.AlicloudArgs(
            region=config.require(f"{name}Region"),
            access_key=config.require(f"{name}AccessKey"),
            secret_key=config.require_secret(f"{name}SecretKey"),
            # Left out, the calls go to Alibaba Cloud itself.
            endpoint=config.get("endpoint"),
        ),
    )


hub = account("hub")
partner = account("partner")

peering = vpc.VpcPeering(
    "hub-partner",
    cloud=vpc.Cloud.ALICLOUD,
    requester=vpc.RequesterArgs(vpc_id=config.require("hubVpc"), provider=hub),
    accepter=vpc.AccepterArgs(
        vpc_id=config.require("partnerVpc"),
        provider=partner,
        # All of the hub's addresses, in the partner's main route table only.
        routes=vpc.RoutingArgs(tables="main"),
    ),
    # All of the other VPC's addresses, in all route tables.
    routes=True,
)

pulumi.export("connectionId", peering.connection_id)
pulumi.export("status", peering.status)
# By end: the route table, where the route leads to, and whether it is there.
pulumi.export("routes", peering.routes)
