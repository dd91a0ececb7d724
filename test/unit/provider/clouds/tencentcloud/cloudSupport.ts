import type { ConnectionSpec } from "../../../../../src/model/peering";
import type { Cloud } from "../../../../../src/provider/clouds/cloud";
import { tencentcloud } from "../../../../../src/provider/clouds/tencentcloud/index";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";
import type { Stub } from "./support";
import { startStub } from "./support";

/** The cloud of a test, which answers what it is told to. */
export let stub: Stub;

beforeEach(async () => {
  stub = await startStub();
});

afterEach(() => {
  stub.close();
});

/** The cloud as a provider opens it, with a minute for a call. */
export function open(more: Record<string, unknown> = {}) {
  const context = contextOn(new FakeClock(), 60_000);
  const settings: Record<string, unknown> = {
    "tencentcloud:secretId": "AKID",
    "tencentcloud:secretKey": "secret",
    "tencentcloud:region": "ap-shanghai",
    "tencentcloud:endpoint": stub.url,
    ...more,
  };
  return { cloud: tencentcloud.open((key) => settings[key]) as Required<Cloud>, context };
}

export const seed = { marker: "m", attempt: 0 };
export const ref = { id: "pcx-1", region: "ap-guangzhou" };
export const spec: ConnectionSpec = {
  requester: { vpcId: "vpc-a", region: "ap-guangzhou", account: "1" },
  accepter: { vpcId: "vpc-b", region: "ap-shanghai", account: "2" },
  name: "hub",
  bandwidth: 10,
  tags: { b: "2", a: "1" },
  owner: { marker: "0123", stack: "o/p/s" },
};
export const row = (PeeringConnectionId: string, more: object = {}) => ({
  PeeringConnectionId,
  State: "ACTIVE",
  SourceVpcId: "vpc-a",
  SourceRegion: "gz",
  SourceUin: 1,
  DestinationVpcId: "vpc-b",
  DestinationRegion: "sh",
  DestinationUin: 2,
  ...more,
});

/** What the cloud was asked. */
export const actions = () => stub.seen.map(({ headers }) => headers["x-tc-action"]);
export const bodies = () => stub.seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
