import { connection } from "../../provider/lifecycle/connection";
import type { Row } from "../../provider/clouds/cloud";
import { PeeringError } from "../../model/errors";
import { nameOfPair } from "../../model/peering";
import type { Found } from "../kit/search";

/** How a connection is deleted, and where that is told. */
interface Way {
  /** Together with the routes that point at it. */
  force: boolean;
  row: Row;
}

/** Deletes a connection, after one more look at it, and waits until it is gone. */
export async function remove({ cloud, peering, session, own }: Found, { force, row }: Way): Promise<void> {
  const { id, requester, accepter } = peering;
  const caller = { session, row, owner: undefined, timeouts: {} };
  const work = await session.begin({ cloud, operation: "read", region: own.region }, caller);
  const now = await work.cloud.get({ id, region: own.region }, work.context);
  if (now === undefined) return;
  if (now.owner?.marker !== peering.owner?.marker) {
    throw new PeeringError(
      `Connection ${id} (${nameOfPair(now)}) has another owner by now. It was left alone.`,
      {
        kind: "notOurs",
      },
    );
  }
  const other = own.vpcId === requester.vpcId ? accepter : requester;
  const sides = {
    requester: { vpcId: own.vpcId, region: own.region },
    accepter: { vpcId: other.vpcId, region: other.region },
  };
  const props = { cloud, ...sides, forceDelete: force, marker: peering.owner?.marker ?? id };
  await connection.delete(id, props, caller);
}
