import { deepEqual, equal, match, ok } from "node:assert/strict";

import { changeMs } from "../emulator.mjs";
import { accountA, accountB, keyA, keyB } from "./accounts.mjs";

/**
 * @typedef {import("./node.mjs").Key} Key
 * @typedef {import("./node.mjs").Fields} Fields
 * @typedef {import("./node.mjs").Client} Client
 */

const groups = { own: "rg-acfm00000001", other: "rg-network", accepters: "rg-acfm00000002" };

/**
 * All eleven actions, as two accounts use them on one connection.
 *
 * @param {import("../emulator.mjs").Emulator} emulator
 * @param {(url: string, key: Key) => Client} open
 * @param {import("../../support/report.mjs").Check} check
 */
export async function story({ url, admin }, open, check) {
  const [a, b] = [open(url, keyA), open(url, keyB)];
  const wrongKey = open(url, { ...keyA, accessKeySecret: "wrong" });
  const strangeKey = open(url, { ...keyA, accessKeyId: "LTAInobody" });
  const ask = {
    RegionId: "cn-hangzhou",
    VpcId: "vpc-bp1hub01",
    AcceptingAliUid: accountB,
    AcceptingRegionId: "cn-beijing",
    AcceptingVpcId: "vpc-2zepartner02",
    Name: "总部-hub_1",
    Description: 'Hub to partner: 50% of A&B + "C" = ~(x*y)!\'',
    Bandwidth: 200,
    LinkType: "Gold",
    ClientToken: "clients-1",
    Tag: [
      { Key: "team", Value: "network" },
      { Key: "ключ", Value: "a b+c/d" },
    ],
  };
  const ids = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection" };
  let InstanceId = "";

  /**
   * Lets the time pass that a change takes, and expects a status, or the code of a refusal.
   *
   * @param {Client} client
   * @param {string} id
   * @param {string} word
   */
  async function settled(client, id, word) {
    await admin("POST", "/clock", { advanceMs: changeMs });
    const seen = await client("GetVpcPeerConnectionAttribute", { InstanceId: id });
    equal(seen.Code ?? seen.Status, word);
    return seen;
  }

  await check("create answers an id, and the same id for the same token", async () => {
    const first = await a("CreateVpcPeerConnection", ask);
    match(first.InstanceId, /^pcc-[a-z0-9]{16,18}$/, JSON.stringify(first));
    match(first.RequestId, /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    InstanceId = first.InstanceId;
    equal((await a("CreateVpcPeerConnection", ask)).InstanceId, InstanceId);
    refused(await a("CreateVpcPeerConnection", { ...ask, Name: "other" }), "IdempotentParameterMismatch");
    refused(await a("CreateVpcPeerConnection", { ...ask, ClientToken: "2" }), "ResourceAlreadyExist.VpcPeer");
  });

  await check("get shows every field, to both accounts", async () => {
    const seen = await settled(a, InstanceId, "Accepting");
    const { RequestId, GmtCreate, GmtModified, GmtExpired, ...rest } = seen;
    ok(RequestId);
    for (const time of [GmtCreate, GmtModified, GmtExpired]) match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    equal(Date.parse(GmtExpired) - Date.parse(GmtCreate), 7 * 86_400_000);
    deepEqual(plain(rest), {
      InstanceId,
      Name: ask.Name,
      Description: ask.Description,
      OwnerId: accountA,
      AcceptingOwnerUid: accountB,
      RegionId: "cn-hangzhou",
      AcceptingRegionId: "cn-beijing",
      Vpc: { VpcId: "vpc-bp1hub01", Ipv4Cidrs: ["10.0.0.0/16"], Ipv6Cidrs: [] },
      AcceptingVpc: { VpcId: "vpc-2zepartner02", Ipv4Cidrs: ["10.9.0.0/16"], Ipv6Cidrs: [] },
      Bandwidth: 200,
      LinkType: "Gold",
      Status: "Accepting",
      BizStatus: "Normal",
      ResourceGroupId: groups.own,
      Tags: ask.Tag,
    });
    const { Tags, ResourceGroupId, ...atAccepter } = await b("GetVpcPeerConnectionAttribute", { InstanceId });
    deepEqual([Tags, ResourceGroupId, atAccepter.Name], [[], groups.accepters, ask.Name]);
  });

  await check("accept makes it active", async () => {
    done(await b("AcceptVpcPeerConnection", { InstanceId, ClientToken: "clients-3" }));
    equal((await b("GetVpcPeerConnectionAttribute", { InstanceId })).Status, "Updating");
    equal((await settled(a, InstanceId, "Activated")).GmtExpired, null);
    refused(await b("AcceptVpcPeerConnection", { InstanceId }), "IncorrectStatus.VpcPeer");
  });

  await check("modify changes all four properties", async () => {
    const change = { Name: "hub_2", Description: "Second", Bandwidth: 500, LinkType: "Platinum" };
    done(await a("ModifyVpcPeerConnection", { InstanceId, ...change }));
    refused(await a("ModifyVpcPeerConnection", { InstanceId, Name: "hub_3" }), "IncorrectStatus.VpcPeer");
    const { Name, Description, Bandwidth, LinkType } = await settled(a, InstanceId, "Activated");
    deepEqual({ Name, Description, Bandwidth, LinkType }, change);
  });

  await check("list finds it by its VPCs, id, name and tags, for both accounts", async () => {
    for (const filter of [
      { RegionId: "cn-hangzhou" },
      { RegionId: "cn-hangzhou", VpcId: "vpc-bp1hub01,vpc-2zepartner02" },
      { RegionId: "cn-hangzhou", VpcId: ["vpc-2zepartner02"] },
      { InstanceId, MaxResults: 100 },
      { Name: "hub_2" },
      { Tags: [{ Key: "team", Value: "network" }] },
    ]) {
      const { VpcPeerConnects, TotalCount, NextToken } = await a("ListVpcPeerConnections", filter);
      deepEqual(
        [TotalCount, NextToken, VpcPeerConnects.map((/** @type {Fields} */ row) => row.InstanceId)],
        [1, undefined, [InstanceId]],
        JSON.stringify(filter),
      );
    }
    const { RequestId, ...seen } = await a("GetVpcPeerConnectionAttribute", { InstanceId });
    ok(RequestId);
    deepEqual((await a("ListVpcPeerConnections", {})).VpcPeerConnects.map(plain), [plain(seen)]);
    equal((await b("ListVpcPeerConnections", { RegionId: "cn-beijing" })).TotalCount, 1);
    equal((await a("ListVpcPeerConnections", { Name: "hub_2_fake" })).TotalCount, 0);
  });

  await check("tags are written, listed, and removed", async () => {
    const tagged = { ...ids, ResourceId: [InstanceId] };
    const Tag = [
      { Key: "stage", Value: "test" },
      { Key: "team", Value: "core" },
    ];
    equal((await a("TagResources", { ...tagged, Tag, ClientToken: "clients-4" })).Success, true);
    const row = (/** @type {string} */ TagKey, /** @type {string} */ TagValue) => ({
      RegionNo: "cn-hangzhou",
      ResourceId: InstanceId,
      ResourceType: "PeerConnection",
      TagKey,
      TagValue,
    });
    const all = await a("ListTagResources", { ...tagged, MaxResults: 50 });
    deepEqual(all.TagResources.map(plain), [
      row("stage", "test"),
      row("team", "core"),
      row("ключ", "a b+c/d"),
    ]);
    equal(all.MaxResults, 50);
    equal((await a("UnTagResources", { ...tagged, TagKey: ["stage", "ключ"] })).Success, true);
    const left = await a("ListTagResources", { ...ids, Tag: [{ Key: "team" }] });
    deepEqual(left.TagResources.map(plain), [row("team", "core")]);
    refused(await a("ListTagResources", ids), "BothEmpty.TagsAndResources");
    refused(
      await a("TagResources", { ...tagged, ResourceId: ["pcc-none"], Tag }),
      "InvalidInstanceIds.NotFound",
    );
  });

  await check("it moves to another resource group", async () => {
    const move = { ...ids, ResourceId: InstanceId, NewResourceGroupId: groups.other };
    equal((await a("MoveResourceGroup", move)).Success, true);
    equal((await a("GetVpcPeerConnectionAttribute", { InstanceId })).ResourceGroupId, groups.other);
    equal((await a("ListVpcPeerConnections", { ResourceGroupId: groups.other })).TotalCount, 1);
    refused(await a("MoveResourceGroup", { ...move, ResourceId: "pcc-none" }), "ResourceNotFound.VpcPeer");
  });

  await check("a dry run of a delete changes nothing", async () => {
    refused(await a("DeleteVpcPeerConnection", { InstanceId, DryRun: true }), "DryRunOperation");
    equal((await a("GetVpcPeerConnectionAttribute", { InstanceId })).Status, "Activated");
  });

  await check("delete ends it", async () => {
    done(await a("DeleteVpcPeerConnection", { InstanceId, Force: false, ClientToken: "clients-5" }));
    equal((await a("GetVpcPeerConnectionAttribute", { InstanceId })).Status, "Deleting");
    await settled(a, InstanceId, "ResourceNotFound.InstanceId");
    refused(await a("DeleteVpcPeerConnection", { InstanceId }), "ResourceNotFound.InstanceId");
    equal((await a("ListVpcPeerConnections", {})).TotalCount, 0);
  });

  await check("reject ends another request for good", async () => {
    const second = await a("CreateVpcPeerConnection", { ...ask, ClientToken: "clients-6" });
    await settled(a, second.InstanceId, "Accepting");
    done(await b("RejectVpcPeerConnection", { InstanceId: second.InstanceId }));
    await settled(a, second.InstanceId, "Rejected");
    refused(await b("AcceptVpcPeerConnection", { InstanceId: second.InstanceId }), "IncorrectStatus.VpcPeer");
    done(await a("DeleteVpcPeerConnection", { InstanceId: second.InstanceId }));
  });

  await check("mistakes are told by their codes", async () => {
    const get = { InstanceId: "pcc-none" };
    refused(await a("GetVpcPeerConnectionAttribute", get), "ResourceNotFound.InstanceId");
    refused(await a("GetVpcPeerConnectionAttribute", {}), "MissingInstanceId");
    refused(await a("DropVpcPeerConnection", get), "InvalidAction.NotFound");
    refused(await wrongKey("GetVpcPeerConnectionAttribute", get), "SignatureDoesNotMatch");
    refused(await strangeKey("GetVpcPeerConnectionAttribute", get), "InvalidAccessKeyId.NotFound");
    refused(
      await a("CreateVpcPeerConnection", { ...ask, ClientToken: "7", AcceptingVpcId: ask.VpcId }),
      "IllegalParam.AcceptingVpcId",
    );
  });
}

/** @param {Fields} answer */
function done(answer) {
  equal(answer.Code, undefined, JSON.stringify(answer));
  ok(answer.RequestId);
}

/**
 * @param {Fields} answer
 * @param {string} code
 */
function refused(answer, code) {
  equal(answer.Code, code, JSON.stringify(answer));
  ok(answer.Message && answer.RequestId);
}

/**
 * The two clients have each their own kind of objects, and of account ids: here they are plain, and texts.
 *
 * @param {Fields} fields
 */
function plain(fields) {
  const texts = Object.entries(fields).filter(([name]) => /Owner(Id|Uid)$/.test(name));
  const ids = Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
  return JSON.parse(JSON.stringify({ ...fields, ...ids }));
}
