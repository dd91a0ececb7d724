import { defined } from "../../src/model/defined";
import type { ResourceKind } from "../../src/model/resourceKinds";
import type { CloudUnderTest } from "../contract/clouds";
import type { Bench } from "../contract/support";

type Props = Record<string, unknown>;

/** What makes sense for one kind of resource. */
export interface Sense {
  kind: ResourceKind;
  id: string;
  inputs: Props;
  /** What a state would hold of it. */
  outputs: Props;
}

/** Inputs and states of every kind on one cloud, with all that can be said there. */
export function senseOn(
  { cloud, accountKey, accounts, vpcs, changes, accepterSays }: CloudUnderTest,
  bench: Bench,
): Sense[] {
  const id = "22b76469-08e3-4937-8c1d-7aad34892be1";
  const connection = bench.crossAccount({ ...changes, waitFor: "pending", adopt: false });
  const known = {
    stateVersion: 1,
    status: "pending",
    marker: "0123456789abcdef01234567",
    account: accounts.a,
  };
  const labels = defined({ tags: accepterSays?.["tags"] });
  const { requester, accepter, ...within } = bench.acceptanceOf(id);
  const decided = {
    connectionId: id,
    requester,
    accepter,
    expect: { ...vpcs.hub, [accountKey]: accounts.a },
    decision: "accept",
    onDelete: "keep",
    pendingTimeout: "2s",
    ...labels,
  };
  const peer = { ...vpcs.hub, account: accounts.a };
  const where = vpcs.hub.region;
  const routes = bench.routesOf(id, {
    tables: "main",
    exclude: ["10.9.0.0/16"],
    ipv6: true,
    __blocks: ["10.8.0.0/16", "10.9.0.0/16"],
    __own: ["10.7.0.0/16"],
  });
  return [
    { kind: "Connection", id, inputs: connection, outputs: { ...connection, ...known } },
    {
      kind: "Acceptance",
      id,
      inputs: { ...within, ...decided },
      outputs: { cloud, region: where, stateVersion: 1, status: "active", standalone: decided, peer },
    },
    {
      kind: "Identity",
      id: accounts.b,
      inputs: { cloud, where, __provider: "the line" },
      outputs: { cloud, where, stateVersion: 1, [accountKey]: accounts.b, region: where },
    },
    {
      kind: "Routes",
      id: `${id}/${vpcs.hub.vpcId}`,
      inputs: routes,
      outputs: { ...routes, destinations: routes["__blocks"], stateVersion: 1, routes: [], __named: true },
    },
  ];
}
