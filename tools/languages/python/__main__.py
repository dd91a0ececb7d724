"""A connection between the VPCs of two accounts, on the cloud that the stack's config names."""

from typing import Any

import pulumi
import pulumi_vpc_peering as vpc

config = pulumi.Config()
cloud = vpc.Cloud(config.require("cloud"))


def account(name: str) -> vpc.Provider:
    settings: dict[str, Any] = {
        "region": config.require("region"),
        "secret_key": config.require_secret(f"{name}Secret"),
        "endpoint": config.require("endpoint"),
    }
    key = config.require(f"{name}Key")
    if cloud == vpc.Cloud.ALICLOUD:
        return vpc.Provider(name, alicloud=vpc.clouds.AlicloudArgs(access_key=key, **settings))
    if cloud == vpc.Cloud.TENCENTCLOUD:
        return vpc.Provider(name, tencentcloud=vpc.clouds.TencentcloudArgs(secret_id=key, **settings))
    return vpc.Provider(name, huaweicloud=vpc.clouds.HuaweicloudArgs(access_key=key, **settings))


peering = vpc.VpcPeering(
    "net",
    cloud=cloud,
    name=config.require("name"),
    requester=vpc.RequesterArgs(vpc_id=config.require("hubVpc")),
    accepter=vpc.AccepterArgs(vpc_id=config.require("spokeVpc"), provider=account("spoke")),
    routes=True,
    opts=pulumi.ResourceOptions(provider=account("hub")),
)

pulumi.export("connectionId", peering.connection_id)
pulumi.export("status", peering.status)
pulumi.export("routes", peering.routes)
