import type { HttpRequest } from "../../../../src/io/http";
import type { CloudName } from "../../../../src/model/clouds";
import { CLOUDS, factsOf } from "../../../../src/model/clouds";
import type { ConnectionSpec } from "../../../../src/model/peering";
import { isChangedInPlace, PROPERTY_NAMES } from "../../../../src/model/properties";
import { FIELDS as ALICLOUD } from "../../../../src/provider/clouds/alicloud/rows";
import { FIELDS as HUAWEICLOUD } from "../../../../src/provider/clouds/huaweicloud/rows";
import { fieldsOf, propertiesIn } from "../../../../src/provider/clouds/kit/fields";
import { cloudModule } from "../../../../src/provider/clouds/registry";
import { FIELDS as TENCENTCLOUD } from "../../../../src/provider/clouds/tencentcloud/rows";
import { contextOn } from "../../../support/context";
import { FakeClock } from "../../support/fakeClock";

const FIELDS = { alicloud: ALICLOUD, tencentcloud: TENCENTCLOUD, huaweicloud: HUAWEICLOUD };

let sent: HttpRequest[] = [];

// Every call gets an answer that each cloud takes for a success.
const mockSend = jest.fn((request: HttpRequest) => {
  sent.push(request);
  const row = {
    id: "22b76469-08e3-4937-8c1d-7aad34892be1",
    status: "ACTIVE",
    request_vpc_info: { vpc_id: "a" },
    accept_vpc_info: { vpc_id: "b" },
  };
  const answer = { InstanceId: "pcc-1", Response: { PeeringConnectionId: "pcx-1" }, peering: row };
  return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(answer) });
});
jest.mock("../../../../src/io/http", () => ({
  ...jest.requireActual<object>("../../../../src/io/http"),
  send: (request: HttpRequest) => mockSend(request),
}));

beforeEach(() => {
  sent = [];
});

/** A value for each kind of property, which nothing else in a request has. */
const VALUES = { text: "Looked-for", number: 424_242, tags: { "looked-for": "Looked-for" } } as const;
const MARKS = { text: "Looked-for", number: "424242", tags: "Looked-for" } as const;

const context = contextOn(new FakeClock(), 60_000);
const seed = { marker: "0123456789abcdef01234567", attempt: 0 };

async function open(name: CloudName) {
  const given: Record<string, string> = {
    accessKey: "id",
    secretId: "id",
    secretKey: "secret",
    region: "cn-north-4",
    projectId: "aaaa0000000000000000000000000001",
    endpoint: "http://127.0.0.1:1",
  };
  return (await cloudModule(name)).open((key) => given[key.replace(`${name}:`, "")]);
}

/** Every property of every cloud: one that is new is tested by itself. */
const all = CLOUDS.flatMap((cloud) =>
  PROPERTY_NAMES.flatMap((property) => {
    const row = factsOf(cloud).properties[property];
    return row === undefined ? [] : [{ cloud, property, holds: row.holds }];
  }),
);
const inPlace = all.filter(({ cloud, property }) => isChangedInPlace(property, cloud));
const plain = all.filter(({ holds }) => holds !== "tags");

const whatWasSent = () => sent.map(({ url, body }) => decodeURIComponent(`${url.search} ${body}`)).join("\n");

test.each(all)("on $cloud, a create carries a declared $property", async ({ cloud, property, holds }) => {
  const end = { vpcId: "vpc-1", region: "r", account: "1" };
  const spec = { requester: end, accepter: end, owner: seed, [property]: VALUES[holds] } as ConnectionSpec;
  await (await open(cloud)).create({ spec, seed }, context);
  expect(whatWasSent()).toContain(MARKS[holds]);
});

test.each(inPlace)("on $cloud, an update carries a changed $property", async ({ cloud, property, holds }) => {
  const none = { set: {}, setTags: {}, dropTags: [] };
  const difference =
    holds === "tags" ? { ...none, setTags: VALUES.tags } : { ...none, set: { [property]: VALUES[holds] } };
  const ref = { id: "22b76469-08e3-4937-8c1d-7aad34892be1", region: "r" };
  const { update } = await open(cloud);
  await update?.({ ...ref, difference, seed }, context);
  expect(whatWasSent()).toContain(MARKS[holds]);
});

test.each(plain)("on $cloud, $property is read where it is written", ({ cloud, property, holds }) => {
  const values = { [property]: VALUES[holds] };
  const asked = fieldsOf(FIELDS[cloud], values, cloud);
  expect(propertiesIn(FIELDS[cloud], asked, { cloud, action: "Get" })).toEqual(values);
});

test.each(CLOUDS)("what %s does not have is refused, not passed over", (cloud) => {
  expect(() => fieldsOf(FIELDS[cloud], { mtu: 9_000, name: "x" }, cloud)).toThrow(
    `${factsOf(cloud).title}'s connections have no mtu. Remove it.`,
  );
});

test("a field of another type than the property's makes no sense", () => {
  const origin = { cloud: "alicloud", action: "Get" } as const;
  expect(() => propertiesIn(ALICLOUD, { Bandwidth: "200" }, origin)).toThrow("makes no sense (no Bandwidth)");
  expect(propertiesIn(ALICLOUD, { Bandwidth: null, Name: "" }, origin)).toEqual({});
});
