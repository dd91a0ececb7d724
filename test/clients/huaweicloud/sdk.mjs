// The official SDK for Node.js, as a script of its own: it prints whole requests, so what it prints is not shown.
// Usage: node sdk.mjs FOLDER URL, with the folder that has the SDK, and the emulator. A line of JSON for each check.

import { deepEqual, equal, match } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

import { clouds } from "../../../tools/clouds/index.cjs";
import { root } from "../../../tools/root.mjs";

const [, , folder = "", url = ""] = process.argv;
const require = createRequire(join(folder, "index.js"));
const { BasicCredentials, Region } = require("@huaweicloud/huaweicloud-sdk-core");
const { AKSKSigner } = require("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner");
const vpc = require("@huaweicloud/huaweicloud-sdk-vpc/v2/public-api");

/** @typedef {Record<string, any>} Fields */

const { a: projectA } = clouds.huaweicloud.accounts;
const projectB = "bbbb0000000000000000000000000002";
const hub = "a0000000-0000-4000-8000-000000000001";
const partner = "b0000000-0000-4000-8000-000000000001";
// Errors of the peering calls lose their words in this SDK, unless every status passes.
const options = {
  customUserAgent: "test/1",
  axiosRequestConfig: { timeout: 10_000, validateStatus: () => true },
};

/** @param {string} ak @param {string} sk @param {string} [projectId] */
function credential(ak, sk, projectId) {
  const keys = new BasicCredentials().withAk(ak).withSk(sk);
  return projectId === undefined ? keys.withIamEndpoint(url) : keys.withProjectId(projectId);
}

/** @param {any} keys */
const open = (keys) =>
  vpc.VpcClient.newBuilder().withCredential(keys).withEndpoint(url).withOptions(options).build();

/** @param {string} name @param {() => unknown} act */
async function check(name, act) {
  let error = null;
  try {
    await act();
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  process.stdout.write(`\n${JSON.stringify({ name, error })}\n`);
}

const a = open(credential("HWFAKEAKA", "fakesecretA", projectA));
const b = open(credential("HWFAKEAKB", "fakesecretB", projectB));
const name = "a b!*'()~é";
let id = "";

/** @param {Fields} answer @param {number} status @param {string} [type] */
function refused(answer, status, type) {
  deepEqual([answer.httpStatusCode, answer.NeutronError?.type ?? answer.error_code], [status, type]);
}

async function make() {
  const option = new vpc.CreateVpcPeeringOption(
    name,
    new vpc.VpcInfo(hub),
    new vpc.VpcInfo(partner).withTenantId(projectB),
  ).withDescription("Hub to partner");
  const body = new vpc.CreateVpcPeeringRequestBody(option);
  return await a.createVpcPeering(new vpc.CreateVpcPeeringRequest().withBody(body));
}

/** @param {any} client */
const show = async (client) => await client.showVpcPeering(new vpc.ShowVpcPeeringRequest(id));

await check("our signature is the SDK's own, header by header", async () => {
  const { authorization } = require(
    join(root, "dist", "src", "provider", "clouds", "huaweicloud", "sign.js"),
  );
  for (const [method, path, query, data] of /** @type {const} */ ([
    ["POST", "/v2.0/vpc/peerings", {}, { peering: { name: "tëst <&> \u{1F600}" } }],
    ["GET", "/v2.0/vpc/peerings", { name, limit: "3", marker: "" }, undefined],
    ["PUT", `/prefix/v2.0/vpc/peerings/${hub}/accept`, {}, undefined],
  ])) {
    const headers = {
      "content-type": "application/json",
      "X-Sdk-Date": "20260131T123456Z",
      "X-Project-Id": "p",
    };
    const request = { endpoint: `${url}${path}`, method, headers, queryParams: query, data };
    const theirs = AKSKSigner.sign(request, credential("AK", "SK", "p")).Authorization;
    const body = data === undefined ? "" : JSON.stringify(data);
    const ours = { method, path, query, headers: { ...headers, host: new URL(url).host }, body };
    equal(authorization(ours, { accessKey: "AK", secretKey: "SK" }), theirs);
  }
});

await check("create answers 201 and every field", async () => {
  const { httpStatusCode, peering } = await make();
  equal(httpStatusCode, 201);
  const { id: made, created_at, updated_at, ...rest } = peering;
  id = made;
  match(created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  equal(updated_at, created_at);
  deepEqual(rest, {
    name,
    status: "PENDING_ACCEPTANCE",
    description: "Hub to partner",
    request_vpc_info: { vpc_id: hub, tenant_id: projectA },
    accept_vpc_info: { vpc_id: partner, tenant_id: projectB },
  });
  refused(await make(), 409, "VpcPeeringExist");
});

await check("show and list find it, from both sides, by a name that needs encoding", async () => {
  for (const client of [a, b]) {
    equal((await show(client)).peering.name, name);
    const request = new vpc.ListVpcPeeringsRequest()
      .withName(name)
      .withVpcId(hub)
      .withLimit(3)
      .withTenantId(projectB);
    const { peerings } = await client.listVpcPeerings(request);
    deepEqual(
      peerings.map((/** @type {Fields} */ row) => row.id),
      [id],
    );
  }
});

await check("accept answers the connection without an envelope, and only once, to the accepter", async () => {
  const accept = new vpc.AcceptVpcPeeringRequest(id);
  refused(await a.acceptVpcPeering(accept), 403, "PolicyNotAuthorized");
  const { httpStatusCode, id: accepted, status } = await b.acceptVpcPeering(accept);
  deepEqual([httpStatusCode, accepted, status], [200, id, "ACTIVE"]);
  refused(await b.rejectVpcPeering(new vpc.RejectVpcPeeringRequest(id)), 409, "VpcPeeringActionNotPermitted");
});

await check("update changes the name, and clears the description", async () => {
  const option = new vpc.UpdateVpcPeeringOption().withName("renamed").withDescription("");
  const body = new vpc.UpdateVpcPeeringRequestBody(option);
  const { peering } = await a.updateVpcPeering(new vpc.UpdateVpcPeeringRequest(id).withBody(body));
  deepEqual([peering.name, peering.description], ["renamed", ""]);
});

await check("delete answers 204; after that it is not there", async () => {
  const { httpStatusCode } = await b.deleteVpcPeering(new vpc.DeleteVpcPeeringRequest(id));
  equal(httpStatusCode, 204);
  refused(await show(a), 404, "ResourceNotFound");
});

await check("reject ends another request", async () => {
  id = (await make()).peering.id;
  equal((await b.rejectVpcPeering(new vpc.RejectVpcPeeringRequest(id))).status, "REJECTED");
  equal((await a.deleteVpcPeering(new vpc.DeleteVpcPeeringRequest(id))).httpStatusCode, 204);
});

await check("VPCs and quotas of version 1 are read by project", async () => {
  equal((await a.showVpc(new vpc.ShowVpcRequest(hub))).vpc.id, hub);
  const { quotas } = await a.showQuota(new vpc.ShowQuotaRequest().withType("vpcPeer"));
  deepEqual(quotas.resources, [{ type: "vpcPeer", used: 0, quota: 50, min: 0 }]);
});

await check("wrong keys are refused by the gateway", async () => {
  refused(await show(open(credential("HWFAKEAKA", "wrong", projectA))), 401, "APIGW.0301");
  refused(await show(open(credential("HWNOBODY", "fakesecretA", projectA))), 401, "APIGW.0301");
});

await check("without a project it asks IAM by the region's name, and has no reason to make one", async () => {
  const region = new Region("cn-north-4", [url]);
  const keys = credential("HWFAKEAKA", "fakesecretA");
  const client = vpc.VpcClient.newBuilder()
    .withCredential(keys)
    .withRegion(region)
    .withOptions(options)
    .build();
  deepEqual((await client.listVpcPeerings(new vpc.ListVpcPeeringsRequest())).peerings, []);
  const requests = /** @type {{ action: string }[]} */ (
    await (await fetch(`${url}/_emulator/requests`)).json()
  );
  equal(requests.filter(({ action }) => action === "KeystoneListProjects").length, 1);
  equal(requests.filter(({ action }) => action === "KeystoneCreateProject").length, 0);
});
