import type * as pulumi from "@pulumi/pulumi";
import { accountKeyOf } from "../model/account";
import type { CloudName } from "../model/clouds";
import { defined } from "../model/defined";
import type { EndName } from "../model/ends";
import { otherEnd } from "../model/ends";
import type { OwnerInputs } from "../model/owner";
import type { CloudInstance } from "./clouds/cloudInstance";
import type { EndBlocks } from "./resources/connection";
import { Routes } from "./resources/routes";
import type { RoutesArgs } from "./routes";
import { routesInputs } from "./routes";

/** An end of a connection, as routes need to know it. */
export interface RoutedEnd {
  /** Which routes are wanted in its own tables, if any. */
  wanted: RoutesArgs | undefined;
  vpcId: pulumi.Input<string> | undefined;
  region: pulumi.Input<string>;
  /** The account (project) that a program names. */
  account: pulumi.Input<string> | undefined;
  /** Whose keys write the routes; none means the stack's own config. */
  instance: CloudInstance | undefined;
  /** The resource that sees the blocks of this end's VPC; nothing if none in this program is sure to. */
  seenBy: { readonly __ends: pulumi.Output<EndBlocks | undefined> } | undefined;
}

/** The two ends of a connection, and what their routes have in common. */
export interface RoutedConnection {
  name: string;
  cloud: CloudName;
  connectionId: pulumi.Input<string>;
  ends: Record<EndName, RoutedEnd>;
  /** Whose keys see what the connection tells of both VPCs, on clouds where it does. */
  told: { readonly __ends: pulumi.Output<EndBlocks | undefined> };
  /** Whether this program accepts it. */
  isAccepted: boolean;
  inputs: {
    preflight: unknown;
    timeouts: pulumi.CustomTimeouts | undefined;
    __owner: pulumi.Input<OwnerInputs>;
  };
  optionsFor: (instance: CloudInstance | undefined) => pulumi.CustomResourceOptions;
}

/** Declares the routes of both ends, as far as they are wanted. */
export function declareRoutes(connection: RoutedConnection): Partial<Record<EndName, Routes>> {
  const { requester, accepter } = connection.ends;
  return defined({
    requester: routesOf("requester", { own: requester, other: accepter }, connection),
    accepter: routesOf("accepter", { own: accepter, other: requester }, connection),
  });
}

function routesOf(
  end: EndName,
  { own, other }: Record<"own" | "other", RoutedEnd>,
  { name, cloud, connectionId, isAccepted, inputs, told, optionsFor }: RoutedConnection,
): Routes | undefined {
  if (own.wanted === undefined) return undefined;
  const accountKey = accountKeyOf(cloud);
  return new Routes(
    name,
    {
      ...inputs,
      cloud,
      connectionId,
      end,
      ...defined({ vpcId: own.vpcId, region: own.region, [accountKey]: own.account }),
      peer: defined({ vpcId: other.vpcId, [accountKey]: other.account }),
      ...routesInputs(own.wanted),
      __blocks: (other.seenBy ?? told).__ends.apply((blocks) => blocks?.[otherEnd(end)]),
      __own: (own.seenBy ?? told).__ends.apply((blocks) => blocks?.[end]),
      __accepted: isAccepted ? true : undefined,
      __unseen: other.seenBy === undefined ? true : undefined,
    },
    // Even where a new connection is made before the old one goes: a destination leads to one of them.
    { ...optionsFor(own.instance), deleteBeforeReplace: true },
  );
}
