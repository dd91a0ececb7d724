import { isPeeringError } from "../../../model/errors";
import type { Context } from "../context";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { Caller } from "../kit/pipeline";
import { unlessGone } from "../kit/unlessGone";
import type { RouteVerbs, VpcRef } from "../routing";
import type { ActionName, Request } from "./actions";
import { inPath } from "./inPath";
import { rowsOf } from "./list";

/** A VPC; its secondary blocks are told by version 3 alone. An empty text is no block. */
interface Vpc {
  id: string;
  cidr?: string;
  extend_cidrs?: string[] | null;
}

interface Subnet {
  id: string;
  /** Not there where the subnet has no IPv6. */
  cidr_v6?: string | null;
}

/** Reads the blocks of VPCs. Those of IPv6 belong to their subnets. */
export function vpcBlocksBy(call: Caller<ActionName, Request>): Pick<RouteVerbs, "blocks" | "blocksOfAll"> {
  async function vpcOf({ region, vpcId }: VpcRef, context: Context): Promise<Vpc> {
    const request = { region, id: inPath(vpcId, "VPC") };
    try {
      return (await call("ShowVpc", request, context))["vpc"] as Vpc;
    } catch (error) {
      // With this code the gateway says that this region does not have the call.
      if (!isPeeringError(error) || error.facts.code !== "APIGW.0101") throw error;
      return (await call("ShowVpcV1", request, context))["vpc"] as Vpc;
    }
  }

  return {
    async blocks({ region, vpcId, ipv6 }, context) {
      const vpc = await unlessGone(vpcOf({ region, vpcId }, context));
      if (vpc === undefined) return undefined;
      const list = { action: "ListSubnets", rows: "subnets", region, query: { vpc_id: vpcId } } as const;
      const subnets = ipv6 ? await rowsOf<Subnet>(call, list, context) : [];
      return canonicalBlocks(
        vpc.cidr,
        vpc.extend_cidrs,
        subnets.map(({ cidr_v6 }) => cidr_v6),
      );
    },

    async blocksOfAll({ region }, context) {
      const vpcs = await rowsOf<Vpc>(call, { action: "ListVpcs", rows: "vpcs", region }, context);
      return new Map(vpcs.map(({ id, cidr, extend_cidrs }) => [id, canonicalBlocks(cidr, extend_cidrs)]));
    },
  };
}
