import { checked } from "../core/checked";
import type { Vpc } from "../core/store/vpcStore";
import { UserError } from "../core/userError";
import type { Emulation } from "../world/emulation";
import { vpcPatchSchema } from "./bodies";
import type { AdminContext } from "./context";

/** All VPCs, as they are now. */
export function listVpcs({ emulation }: AdminContext): unknown {
  return emulation.vpcs.all().map((vpc) => vpcRow(emulation, vpc));
}

/** Changes a VPC behind every client's back, at once. */
export function changeVpc(context: AdminContext): unknown {
  const { emulation, id } = context;
  const vpc = emulation.vpcs.all().find(({ vpcId }) => vpcId === id);
  if (!vpc) throw new UserError(`There is no VPC ${id}.`, 404);
  const patch = checked(vpcPatchSchema, context.body());
  // First what may be refused.
  emulation.routes.reshape(vpc, patch);
  vpc.secondaryCidrBlocks = patch.secondaryCidrBlocks ?? vpc.secondaryCidrBlocks;
  vpc.ipv6CidrBlocks = patch.ipv6CidrBlocks ?? vpc.ipv6CidrBlocks;
  if (patch.routes !== undefined) emulation.routes.setPeeringRoutes(vpc, patch.routes);
  return vpcRow(emulation, vpc);
}

/** A VPC with its tables and subnets; its routes are those of its main table. */
function vpcRow({ routes }: Emulation, vpc: Vpc): unknown {
  const tables = routes.tables(vpc);
  const held = tables.slice(0, 1).flatMap((main) => routes.routes(main));
  return {
    ...vpc,
    tables: tables.map(({ id, main, gateway }) => ({ id, main, ...(gateway ? { gateway } : {}) })),
    subnets: routes
      .subnets(vpc)
      .map(({ id, cidr, ipv6Cidr, table }) => ({ id, cidr, ipv6Cidr, table: table.id })),
    routes: held.map(({ destination, hop }) => ({ destinationCidr: destination, nextHopId: hop.id })),
  };
}
