import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import type { ActionName, Params } from "../../../../../src/provider/clouds/alicloud/actions";
import type { Keys } from "../../../../../src/provider/clouds/alicloud/sign";
import type { Seen } from "./wireSupport";
import { ask, keys, wire } from "./wireSupport";

async function asked(action: ActionName, params: Params = {}, with_: Keys = keys): Promise<Seen> {
  await ask(action, params, with_);
  const last = wire.seen.at(-1);
  if (last === undefined) throw new Error("no request came");
  return last;
}

/** RFC 3986: every byte but letters, digits and `-_.~`. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The signature of a request, computed from the published rules and from nothing of this package. */
function signatureOf({ method, path, query, headers, body }: Seen, secret: string): string {
  const canonicalQuery = query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join("="))
    .join("&");
  const signed = Object.keys(headers)
    .filter((name) => name === "host" || name === "content-type" || name.startsWith("x-acs-"))
    .sort();
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const request = [method, path, canonicalQuery, lines, signed.join(";"), sha256(body)].join("\n");
  const signature = createHmac("sha256", secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(request)}`)
    .digest("hex");
  return `SignedHeaders=${signed.join(";")},Signature=${signature}`;
}

const nasty = fc.string({
  unit: fc.constantFrom(...Array.from("aZ09 !'()*~-_.+&=%/?#@:;,\"\\<>üé漢字🙂\n\t")),
  minLength: 1,
  maxLength: 12,
});

describe("a request", () => {
  test("is a POST to the root, with action and version in its headers, as the official clients send it", async () => {
    const request = await asked("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-1" });
    expect(request).toMatchObject({ method: "POST", path: "/", query: [], form: [["InstanceId", "pcc-1"]] });
    expect(request.headers).toMatchObject({
      host: new URL(wire.endpoint).host,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "x-acs-action": "GetVpcPeerConnectionAttribute",
      "x-acs-version": "2022-01-01",
      "x-acs-content-sha256": sha256("InstanceId=pcc-1"),
    });
    expect(request.headers["x-acs-date"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("to the identity service names that service's version", async () => {
    expect((await asked("GetCallerIdentity")).headers["x-acs-version"]).toBe("2015-04-01");
  });

  test("has each parameter where the official clients have it", async () => {
    const request = await asked("CreateVpcPeerConnection", {
      RegionId: "cn-hangzhou",
      VpcId: "vpc-a",
      Bandwidth: 200,
      LinkType: "Gold",
      Tag: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "" },
      ],
      ClientToken: "t",
    });
    expect(Object.fromEntries(request.query)).toEqual({
      LinkType: "Gold",
      "Tag.1.Key": "a",
      "Tag.1.Value": "1",
      "Tag.2.Key": "b",
      "Tag.2.Value": "",
    });
    expect(Object.fromEntries(request.form)).toEqual({
      RegionId: "cn-hangzhou",
      VpcId: "vpc-a",
      Bandwidth: "200",
      ClientToken: "t",
    });
  });

  test("counts lists from one, and writes true as true", async () => {
    const lists = await asked("UnTagResources", { ResourceId: ["pcc-1"], TagKey: ["x", "y"], All: true });
    expect(Object.fromEntries(lists.query)).toEqual({
      "ResourceId.1": "pcc-1",
      "TagKey.1": "x",
      "TagKey.2": "y",
      All: "true",
    });
    const flags = await asked("DeleteVpcPeerConnection", { InstanceId: "pcc-1", Force: true });
    expect(Object.fromEntries(flags.form)).toEqual({ InstanceId: "pcc-1", Force: "true" });
  });

  test("leaves out what is undefined, and sends what is empty", async () => {
    const request = await asked("ModifyVpcPeerConnection", {
      InstanceId: "pcc-1",
      Name: undefined,
      LinkType: undefined,
      Description: "",
    });
    expect(request.query).toEqual([]);
    expect(Object.fromEntries(request.form)).toEqual({ InstanceId: "pcc-1", Description: "" });
  });

  test("is signed anew each time: no two have the same nonce", async () => {
    const both = [await asked("GetCallerIdentity"), await asked("GetCallerIdentity")];
    const nonces = both.map(({ headers }) => headers["x-acs-signature-nonce"]);
    expect(new Set(nonces).size).toBe(2);
  });

  test("with temporary keys says so, and signs it", async () => {
    const request = await asked("GetCallerIdentity", {}, { ...keys, securityToken: "CAISxx/+=" });
    expect(request.headers).toMatchObject({
      "x-acs-accesskey-id": keys.accessKeyId,
      "x-acs-security-token": "CAISxx/+=",
    });
    expect(request.headers.authorization).toContain("x-acs-security-token");
    expect(request.headers.authorization).toContain(signatureOf(request, keys.accessKeySecret));
  });

  test("without temporary keys has no header of theirs", async () => {
    const { rawNames } = await asked("GetCallerIdentity");
    expect(rawNames.filter((name) => /token|accesskey/i.test(name))).toEqual([]);
  });

  test("never carries the secret itself", async () => {
    const { headers, body, query } = await asked("CreateVpcPeerConnection", { Name: "x", LinkType: "Gold" });
    expect(JSON.stringify([headers, body, query])).not.toContain(keys.accessKeySecret);
  });

  test("gets every letter across and bears the right signature, whatever is asked", async () => {
    const params = fc.record(
      { Name: nasty, Description: nasty, LinkType: nasty, VpcId: nasty },
      { requiredKeys: [], noNullPrototype: true },
    );
    const tagList = fc.array(fc.record({ Key: nasty, Value: nasty }, { noNullPrototype: true }), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(params, tagList, nasty, async (given, Tag, accessKeySecret) => {
        const request = await asked(
          "CreateVpcPeerConnection",
          { ...given, Tag },
          { ...keys, accessKeySecret },
        );
        const flat = Tag.flatMap(({ Key, Value }, index) => [
          [`Tag.${index + 1}.Key`, Key],
          [`Tag.${index + 1}.Value`, Value],
        ]);
        const all = Object.fromEntries([...request.query, ...request.form]);
        expect(all).toEqual({ ...given, ...Object.fromEntries(flat) });
        expect(request.headers.authorization).toBe(
          `ACS3-HMAC-SHA256 Credential=${keys.accessKeyId},${signatureOf(request, accessKeySecret)}`,
        );
      }),
      { numRuns: 150 },
    );
  });
});
