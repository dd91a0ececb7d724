// Two VPCs of two accounts that reach each other.
package main

import (
	"pulumi-vpc-peering/sdk/go/vpcpeering"
	"pulumi-vpc-peering/sdk/go/vpcpeering/clouds"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		hub, err := account(ctx, cfg, "hub")
		if err != nil {
			return err
		}
		partner, err := account(ctx, cfg, "partner")
		if err != nil {
			return err
		}

		peering, err := vpcpeering.NewVpcPeering(ctx, "hub-partner", &vpcpeering.VpcPeeringArgs{
			Cloud: vpcpeering.CloudAlicloud,
			Requester: vpcpeering.RequesterArgs{
				VpcId:    pulumi.String(cfg.Require("hubVpc")),
				Provider: hub,
			},
			Accepter: vpcpeering.AccepterArgs{
				VpcId:    pulumi.String(cfg.Require("partnerVpc")),
				Provider: partner,
				// All of the hub's addresses, in the partner's main route table only.
				Routes: vpcpeering.RoutingArgs{Tables: pulumi.String("main")},
			},
			// All of the other VPC's addresses, in all route tables.
			Routes: pulumi.Bool(true),
		})
		if err != nil {
			return err
		}

		ctx.Export("connectionId", peering.ConnectionId)
		ctx.Export("status", peering.Status)
		// By end: the route table, where the route leads to, and whether it is there.
		ctx.Export("routes", peering.Routes)
		return nil
	})
}

// account has the keys of one account, for its own VPC's side.
func account(ctx *pulumi.Context, cfg *config.Config, name string) (*vpcpeering.Provider, error) {
	keys := clouds.AlicloudArgs{
		Region:    pulumi.String(cfg.Require(name + "Region")),
		AccessKey: pulumi.String(cfg.Require(name + "AccessKey")),
		SecretKey: cfg.RequireSecret(name + "SecretKey"),
	}
	// Left out, the calls go to Alibaba Cloud itself.
	if endpoint := cfg.Get("endpoint"); endpoint != "" {
		keys.Endpoint = pulumi.String(endpoint)
	}
	return vpcpeering.NewProvider(ctx, name, &vpcpeering.ProviderArgs{Alicloud: keys})
}
