// A connection between the VPCs of two accounts, on the cloud that the stack's config names.
package main

import (
	"pulumi-vpc-peering/sdk/go/vpcpeering"
	"pulumi-vpc-peering/sdk/go/vpcpeering/clouds"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		hub, err := account(ctx, settings, "hub")
		if err != nil {
			return err
		}
		spoke, err := account(ctx, settings, "spoke")
		if err != nil {
			return err
		}
		peering, err := vpcpeering.NewVpcPeering(ctx, "net", &vpcpeering.VpcPeeringArgs{
			Cloud:     vpcpeering.Cloud(settings.Require("cloud")),
			Name:      pulumi.String(settings.Require("name")),
			Requester: vpcpeering.RequesterArgs{VpcId: pulumi.String(settings.Require("hubVpc"))},
			Accepter:  vpcpeering.AccepterArgs{VpcId: pulumi.String(settings.Require("spokeVpc")), Provider: spoke},
			Routes:    pulumi.Bool(true),
		}, pulumi.Provider(hub))
		if err != nil {
			return err
		}
		ctx.Export("connectionId", peering.ConnectionId)
		ctx.Export("status", peering.Status)
		ctx.Export("routes", peering.Routes)
		return nil
	})
}

func account(ctx *pulumi.Context, settings *config.Config, name string) (*vpcpeering.Provider, error) {
	region := pulumi.String(settings.Require("region"))
	endpoint := pulumi.String(settings.Require("endpoint"))
	key := pulumi.String(settings.Require(name + "Key"))
	secret := settings.RequireSecret(name + "Secret")
	args := &vpcpeering.ProviderArgs{}
	switch vpcpeering.Cloud(settings.Require("cloud")) {
	case vpcpeering.CloudAlicloud:
		args.Alicloud = clouds.AlicloudArgs{
			Region: region, AccessKey: key, SecretKey: secret, Endpoint: endpoint,
		}
	case vpcpeering.CloudTencentcloud:
		args.Tencentcloud = clouds.TencentcloudArgs{
			Region: region, SecretId: key, SecretKey: secret, Endpoint: endpoint,
		}
	case vpcpeering.CloudHuaweicloud:
		args.Huaweicloud = clouds.HuaweicloudArgs{
			Region: region, AccessKey: key, SecretKey: secret, Endpoint: endpoint,
		}
	}
	return vpcpeering.NewProvider(ctx, name, args)
}
