import type { CloudName } from "../../../../src/model/clouds";
import type { Material } from "../../../../src/cli/import/compose";
import { compose } from "../../../../src/cli/import/compose";
import type { Existing } from "../../../../src/cli/import/declared";
import type { Program } from "../../../../src/cli/import/program";
import { Instance, Setting } from "../../../../src/cli/import/program";
import type { Peering } from "../../../../src/model/peering";
import { cloudModule } from "../../../../src/provider/clouds/registry";
import { clouds } from "../../../clouds/index.cjs";

/** A connection of a cloud between its first two VPCs of account A, if nothing else is said. */
export function peeringOn(cloud: CloudName, more: Partial<Peering> = {}): Peering {
  const { vpcs, accounts } = clouds[cloud];
  return {
    id: "pcc-1",
    status: "active",
    cloudStatus: "Activated",
    name: "hub-app",
    requester: { ...vpcs.hub, account: accounts.a },
    accepter: { ...vpcs.app, account: accounts.a },
    ...more,
  };
}

/** The same as it was read with the keys of account A, without routes. */
export function existingOn(cloud: CloudName, more: Partial<Peering> = {}): Existing {
  const peering = peeringOn(cloud, more);
  const own = peering.requester.account === clouds[cloud].accounts.a ? "requester" : "accepter";
  return { peering, own, routes: {} };
}

/** What a stack has that has nothing. */
export const NOTHING = { names: new Map<string, string>(), marks: new Set<string>() };

/** The program that declares these connections, for a stack that has and says nothing, if nothing else is said. */
export async function programOf(
  cloud: CloudName,
  connections: readonly Existing[],
  more: Partial<Material> = {},
): Promise<ReturnType<typeof compose>> {
  const { complaints } = await cloudModule(cloud);
  const nothing = { held: NOTHING, configured: [], hasBlock: false, unread: [] };
  return compose({ cloud, complaints, connections, ...nothing, ...more });
}

/** What a program declares, each value as an engine would get it. */
export function declaredIn({ cloud, instances, declarations }: Program): unknown {
  const plain = (value: unknown): unknown => {
    if (value instanceof Instance) return `instance ${value.name}`;
    if (value instanceof Setting) return `setting ${value.name}`;
    if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  };
  return {
    instances: instances.map(({ name, args }) => ({ kind: cloud, name, args: plain(args) })),
    declarations: declarations.map(({ kind, name, args }) => ({ kind, name, args: plain(args) })),
  };
}
