import { codeOf, createSettled, crossAccount, crossRegion, openBench, sameAccount } from "./support";

const region = { RegionId: "cn-hangzhou", ResourceType: "PeerConnection" };
const on = (...ids: string[]) => ({ ...region, ResourceId: ids });
const tag = (Key: string, Value = "") => ({ Key, Value });

test("tags are written, overwritten, listed and removed", async () => {
  const bench = await openBench();
  const { a } = bench;
  const id = await createSettled(bench, { ...sameAccount, Tag: [tag("team", "network")] });
  expect((await a("TagResources", { ...on(id), Tag: [tag("team", "core"), tag("env")] })).body).toMatchObject(
    {
      Success: true,
    },
  );
  const row = (TagKey: string, TagValue: string) => ({
    RegionNo: "cn-hangzhou",
    ResourceId: id,
    ResourceType: "PeerConnection",
    TagKey,
    TagValue,
  });
  expect((await a("ListTagResources", on(id))).body).toMatchObject({
    MaxResults: 50,
    TagResources: [row("env", ""), row("team", "core")],
  });
  expect(codeOf(await a("UnTagResources", { ...on(id), TagKey: ["team", "unheard"] }))).toBe("ok");
  expect((await a("ListTagResources", on(id))).body).toMatchObject({ TagResources: [row("env", "")] });
  expect(codeOf(await a("UnTagResources", { ...on(id), All: true }))).toBe("ok");
  expect((await a("GetVpcPeerConnectionAttribute", { InstanceId: id })).body).toMatchObject({ Tags: [] });
});

test("tagged connections are found by their tags, page by page", async () => {
  const bench = await openBench();
  const { a } = bench;
  const shared = [tag("team", "network"), tag("env", "prod")];
  const first = await createSettled(bench, { ...sameAccount, Tag: shared });
  const second = await createSettled(bench, { ...crossRegion, Tag: [tag("team", "network")] });
  const list = async (params: object) => {
    const { body } = await a("ListTagResources", { ...region, ...params });
    return {
      rows: (body["TagResources"] as { ResourceId: string; TagKey: string }[]).map(
        ({ ResourceId, TagKey }) => `${ResourceId} ${TagKey}`,
      ),
      next: body["NextToken"],
    };
  };
  expect((await list({ Tag: [tag("team", "network"), tag("env", "prod")] })).rows).toEqual([
    `${first} env`,
    `${first} team`,
  ]);
  const page = await list({ Tag: [tag("team")], MaxResults: 2 });
  expect(page.rows).toEqual([`${first} env`, `${first} team`]);
  const rest = await list({ Tag: [tag("team")], MaxResults: 2, NextToken: page.next });
  expect(rest).toEqual({ rows: [`${second} team`], next: undefined });
  expect((await list({ Tag: [tag("team")], Category: "System" })).rows).toEqual([]);
  const named = (await a("ListVpcPeerConnections", { Tags: [tag("env", "prod")] })).body;
  expect(named).toMatchObject({ TotalCount: 1, VpcPeerConnects: [{ InstanceId: first }] });
});

test("what the tag calls refuse", async () => {
  const bench = await openBench();
  const id = await createSettled(bench, sameAccount);
  const many = Array.from({ length: 21 }, (_, index) => tag(`k${index}`));
  const refusal = async (action: string, params: object) => codeOf(await bench.a(action, { ...params }));
  const one = { Tag: [tag("k")] };
  expect(await refusal("TagResources", { ...on(id) })).toBe("MissingTag");
  expect(await refusal("TagResources", { ...region, ...one })).toBe("MissingResourceId");
  expect(await refusal("TagResources", { ...on(id), ...one, ResourceType: "VPC" })).toBe(
    "InvalidInstanceType.NotFound",
  );
  expect(await refusal("TagResources", { ...on(id, "pcc-other"), ...one })).toBe(
    "InvalidInstanceIds.NotFound",
  );
  expect(await refusal("TagResources", { ...on(id), ...one, RegionId: "cn-beijing" })).toBe(
    "InvalidInstanceIds.NotFound",
  );
  expect(await refusal("TagResources", { ...on(id), Tag: many })).toBe("NumberExceed.Tags");
  expect(
    await refusal("TagResources", {
      ...on(...many.map(({ Key }) => Key), ...many.map(() => id), ...many.map(() => id)),
      ...one,
    }),
  ).toBe("NumberExceed.ResourceIds");
  expect(await refusal("TagResources", { ...on(id), Tag: many.slice(0, 20) })).toBe("ok");
  expect(await refusal("TagResources", { ...on(id), Tag: [tag("k0", "new"), tag("one-more")] })).toBe(
    "NumberExceed.Tags",
  );
  expect(await refusal("UnTagResources", on(id))).toBe("MissingTagKey");
  expect(await refusal("ListTagResources", region)).toBe("BothEmpty.TagsAndResources");
  expect(await refusal("ListTagResources", { ...region, Tag: [{ Value: "v" }] })).toBe("InvalidTagKey");
  expect(await refusal("ListTagResources", { ...on(id), MaxResults: 51 })).toBe("IllegalParam.MaxResults");
  expect(await refusal("ListTagResources", { ...on(id), NextToken: "nonsense" })).toBe(
    "IllegalParam.NextToken",
  );
});

test("each account has tags and a resource group of its own; name and description are shared", async () => {
  const bench = await openBench();
  const { a, b, peerings } = bench;
  const InstanceId = await createSettled(bench, { ...crossAccount, Name: "shared", Tag: [tag("of", "a")] });
  await b("AcceptVpcPeerConnection", {
    InstanceId,
    ResourceGroupId: "rg-b",
    Tag: [tag("of", "b"), tag("only", "b")],
  });
  const read = async (client: typeof a) =>
    (await client("GetVpcPeerConnectionAttribute", { InstanceId })).body;
  expect(await read(a)).toMatchObject({ Name: "shared", Tags: [tag("of", "a")] });
  expect(await read(b)).toMatchObject({
    Name: "shared",
    Tags: [tag("of", "b"), tag("only", "b")],
    ResourceGroupId: "rg-b",
  });
  expect((await read(a))["ResourceGroupId"]).not.toBe("rg-b");
  expect(await peerings()).toMatchObject([{ tags: { of: "a", only: "b" } }]);
});

test("settings share the tags, or give each account a name of its own", async () => {
  const guesses = { tagsPerAccount: false, resourceGroupPerAccount: false, textPerAccount: true };
  const bench = await openBench({ alicloud: { guesses } });
  const { a, b } = bench;
  const InstanceId = await createSettled(bench, { ...crossAccount, Name: "of-a", Tag: [tag("k", "a")] });
  await b("ModifyVpcPeerConnection", { InstanceId, Name: "of-b" });
  await b("TagResources", { ...on(InstanceId), Tag: [tag("k", "b")] });
  const read = async (client: typeof a) =>
    (await client("GetVpcPeerConnectionAttribute", { InstanceId })).body;
  expect(await read(a)).toMatchObject({ Name: "of-a", Tags: [tag("k", "b")] });
  expect(await read(b)).toMatchObject({ Name: "of-b", Tags: [tag("k", "b")] });
});

test("a connection moves to another resource group", async () => {
  const bench = await openBench();
  const { a } = bench;
  const id = await createSettled(bench, { ...sameAccount, ResourceGroupId: "rg-1" });
  const move = (params: object) => a("MoveResourceGroup", { ...region, ResourceId: id, ...params });
  expect(codeOf(await move({}))).toBe("MissingNewResourceGroupId");
  expect((await move({ NewResourceGroupId: "rg-2" })).body).toMatchObject({ Success: true });
  expect((await a("GetVpcPeerConnectionAttribute", { InstanceId: id })).body).toMatchObject({
    ResourceGroupId: "rg-2",
  });
  expect(codeOf(await move({ NewResourceGroupId: "rg-2", ResourceId: "pcc-other" }))).toBe(
    "ResourceNotFound.VpcPeer",
  );
});
