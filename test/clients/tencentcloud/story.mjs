import { deepEqual, equal, match } from "node:assert/strict";

import { accountA, accountB, check, wanted } from "./check.mjs";

/**
 * @typedef {Record<string, any>} Fields
 * @typedef {(action: string, params?: Fields) => Promise<Fields>} Client answers the inside of the envelope, errors
 *   included: `{ Error: { Code } }`
 */

/**
 * Every action, as account A and account B call it.
 *
 * @param {Client} a
 * @param {Client} b
 * @param {Client} stranger with a wrong secret
 */
export async function story(a, b, stranger) {
  let id = "";
  /** @param {Client} client */
  const stateBy = async (client) => {
    const { PeerConnectionSet: rows } = await client("DescribeVpcPeeringConnections", {
      PeeringConnectionIds: [id],
    });
    return rows[0]?.State;
  };
  /** @param {Client} client @param {string} verb @param {Fields} [more] */
  const act = async (client, verb, more) => {
    const { Error: error } = await client(`${verb}VpcPeeringConnection`, {
      PeeringConnectionId: id,
      ...more,
    });
    return error?.Code;
  };

  await check("create, and a second time it is refused", async () => {
    const { PeeringConnectionId } = await a("CreateVpcPeeringConnection", wanted);
    id = PeeringConnectionId;
    match(id, /^pcx-[a-z0-9]{8}$/);
    const { Error: error } = await a("CreateVpcPeeringConnection", wanted);
    equal(error?.Code, "UnsupportedOperation.VpcPeerAlreadyExist");
  });

  await check("describe, from both sides, with all 19 fields", async () => {
    for (const client of [a, b]) {
      const { TotalCount, PeerConnectionSet: rows } = await client("DescribeVpcPeeringConnections", {
        Filters: [{ Name: "vpc-id", Values: ["vpc-hub00001"] }],
        Offset: 0,
        Limit: 5,
        OrderField: "CreatedTime",
        OrderDirection: "ASC",
      });
      equal(TotalCount, 1);
      equal(Object.keys(rows[0]).length, 19);
      deepEqual(rows[0].TagSet, wanted.Tags);
      deepEqual([rows[0].SourceRegion, rows[0].State], ["gz", "PENDING"]);
      deepEqual([String(rows[0].SourceUin), String(rows[0].DestinationUin)], [accountA, accountB]);
    }
  });

  await check("accept, by the accepter, once", async () => {
    equal(await act(a, "Accept"), "UnsupportedOperation.VpcPeerPurviewError");
    equal(await act(b, "Accept"), undefined);
    equal(await act(b, "Accept"), "UnsupportedOperation.VpcPeerInvalidStateChange");
    equal(await stateBy(a), "ACTIVE");
  });

  await check("modify the name", async () => {
    equal(await act(a, "Modify", { PeeringConnectionName: "renamed" }), undefined);
    const { PeerConnectionSet: rows } = await b("DescribeVpcPeeringConnections", {
      PeeringConnectionIds: [id],
    });
    equal(rows[0].PeeringConnectionName, "renamed");
  });

  await check("delete, and it is not there", async () => {
    equal(await act(b, "Delete"), undefined);
    equal(await stateBy(a), undefined);
    equal(await act(a, "Delete"), "ResourceNotFound");
  });

  await check("reject another request", async () => {
    id = (await a("CreateVpcPeeringConnection", wanted)).PeeringConnectionId;
    equal(await act(b, "Reject"), undefined);
    equal(await stateBy(a), "REJECTED");
    equal(await act(a, "Delete"), undefined);
  });

  await check("VPCs and limits", async () => {
    equal((await a("DescribeVpcs", { VpcIds: ["vpc-hub00001"], Offset: "0", Limit: "5" })).TotalCount, 1);
    const { VpcLimitSet } = await a("DescribeVpcLimits", { LimitTypes: ["vpc-max-vpcpeers"] });
    deepEqual(VpcLimitSet, [{ LimitType: "vpc-max-vpcpeers", LimitValue: 10 }]);
  });

  await check("whose keys these are, and the keys of a role", async () => {
    equal((await b("GetCallerIdentity")).AccountId, accountB);
    const RoleArn = `qcs::cam::uin/${accountB}:roleName/peering`;
    const { Credentials } = await a("AssumeRole", { RoleArn, RoleSessionName: "test" });
    deepEqual(Object.keys(Credentials).sort(), ["TmpSecretId", "TmpSecretKey", "Token"]);
  });

  await check("a wrong secret is refused", async () => {
    equal((await stranger("DescribeVpcPeeringConnections")).Error?.Code, "AuthFailure.SignatureFailure");
  });
}
