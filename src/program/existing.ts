import type * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import { shown } from "../model/shown";
import type { AnyCloudProvider, VpcPeeringArgs } from "./clouds/registry";
import { changed, given } from "./given";
import { refusal } from "./refusal";

/** A connection that exists, and from where to look at it. */
export interface ExistingPeering {
  /** The cloud of both VPCs. */
  cloud: CloudName;
  /** The connection's id in the cloud. One that the keys cannot see in this region is an error. */
  connectionId: pulumi.Input<string>;
  /** The region of the side that looks. Default: the region of the provider instance or stack. */
  region?: pulumi.Input<string> | undefined;
  /** The provider instance with the keys of either side. Default: the component's own `provider`, else the stack's config. */
  provider?: AnyCloudProvider | undefined;
}

/** What there is to say of an existing connection. */
const EXISTING = ["cloud", "connectionId", "region", "provider"];

/** Both ends are read where a connection is declared, for their instances and regions. */
const ENDS = { requester: { need: "now" }, accepter: { need: "now" } } as const;

/** What a program says of a connection: one to declare, or one that exists. Refuses what is neither. */
export function saidOf(
  name: string,
  args: VpcPeeringArgs | ExistingPeering,
): VpcPeeringArgs | ExistingPeering {
  const whose = `VpcPeering ${shown(name)}`;
  const isRead = typeof args === "object" && (args as object | null) !== null && isExisting(args);
  if (!isRead) return given(whose, args, { objects: ENDS });
  const said = given(whose, args, { names: EXISTING });
  // Without an id the engine would take it for a connection to make.
  const there = (id: unknown): unknown => {
    if (typeof id === "string" && id !== "") return id;
    const is = [undefined, null, ""].includes(id as string | null) ? "missing" : shown(id);
    throw refusal(`${whose}: connectionId is ${is}: it must be the id of a connection.`);
  };
  const connectionId = changed((said as Partial<ExistingPeering>).connectionId, there);
  return { ...said, connectionId } as ExistingPeering;
}

/** Whether a connection exists already. */
export function isExisting(args: VpcPeeringArgs | ExistingPeering): args is ExistingPeering {
  return "connectionId" in args;
}
