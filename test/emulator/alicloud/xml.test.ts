import { createHmac, randomUUID } from "node:crypto";
import { canonicalQuery, percentEncode } from "../../../emulator/core/http/percentEncode";
import { keyA } from "./clients";
import { openRoutes, RegionId } from "./routesSupport";
import { createSettled, openBench, sameAccount } from "./support";

/** Calls as the older clients do that want XML. */
async function askForXml(url: string, Version: string, params: Readonly<Record<string, string>>) {
  const { accessKeyId, accessKeySecret } = keyA;
  const query = canonicalQuery(
    Object.entries({
      Version,
      Format: "XML",
      AccessKeyId: accessKeyId,
      SignatureMethod: "HMAC-SHA1",
      SignatureVersion: "1.0",
      SignatureNonce: randomUUID(),
      Timestamp: new Date().toISOString().replace(/\.\d+/, ""),
      ...params,
    }),
  );
  const toSign = `GET&${percentEncode("/")}&${percentEncode(query)}`;
  const signature = createHmac("sha1", `${accessKeySecret}&`).update(toSign).digest("base64");
  const answer = await fetch(`${url}/?${query}&Signature=${percentEncode(signature)}`);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}

test("an answer in XML has the action's name, and lists as elements that come again", async () => {
  const bench = await openBench();
  const Description = "a<b> & c";
  const id = await createSettled(bench, { ...sameAccount, Description });
  const { status, type, text } = await askForXml(bench.url, "2022-01-01", {
    Action: "ListVpcPeerConnections",
  });
  expect([status, type]).toEqual([200, "text/xml;charset=utf-8"]);
  expect(text).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?><ListVpcPeerConnectionsResponse><RequestId>.*<\/ListVpcPeerConnectionsResponse>$/,
  );
  expect(text).toContain(`<VpcPeerConnects><InstanceId>${id}</InstanceId>`);
  expect(text).toContain("<Description>a&lt;b&gt; &amp; c</Description><OwnerId>1000000000000001</OwnerId>");
  expect(text).toContain("<Ipv4Cidrs>10.1.0.0/16</Ipv4Cidrs><Ipv4Cidrs>10.101.0.0/16</Ipv4Cidrs>");
  // What is null or an empty list is not there.
  expect(text).not.toMatch(/GmtExpired|Tags/);
});

test("lists that have a name of their own keep it", async () => {
  const { url } = await openRoutes();
  const params = { Action: "DescribeVpcAttribute", RegionId, VpcId: "vpc-a" };
  expect((await askForXml(url, "2016-04-28", params)).text).toContain(
    "<VSwitchIds><VSwitchId>vsw-a01</VSwitchId><VSwitchId>vsw-a02</VSwitchId></VSwitchIds>",
  );
});

test("a refusal in XML is an Error, whether the cloud's own or a fault's", async () => {
  const { url, admin } = await openBench();
  const ask = () =>
    askForXml(url, "2022-01-01", { Action: "GetVpcPeerConnectionAttribute", InstanceId: "pcc-none" });
  const refused = await ask();
  expect([refused.status, refused.type]).toEqual([400, "text/xml;charset=utf-8"]);
  expect(refused.text).toMatch(/<Error><RequestId>.*<Code>ResourceNotFound.InstanceId<\/Code><Message>/);
  const fault = { type: "error", code: "ServiceUnavailable" };
  await admin("POST", "/faults", { cloud: "alicloud", action: "*", fault });
  expect((await ask()).text).toMatch(/<Error>.*<Code>ServiceUnavailable<\/Code>/);
});
