import { type Bench as BenchOf, benchOf, slow } from "../bench";
import { type AlicloudClient, keyA, keyB, type Result, v3Client } from "./clients";

/** A third account, which is a party to nothing. */
export const keyC = { accessKeyId: "LTAIfakeC", accessKeySecret: "fakesecretC" };
export const accountC = "253460731706911258";

/** The two built-in accounts and the third. */
export const threeAccounts = [
  { accountId: "1000000000000001", ...keyA },
  { accountId: "1000000000000002", ...keyB },
  { accountId: accountC, ...keyC },
];

/** An emulator with clients of the three accounts. */
export type Bench = BenchOf<AlicloudClient>;

/** Starts an emulator for one test. */
export const openBench = benchOf({
  world: ({ timings, alicloud }) => ({
    timings: { ...slow, ...timings },
    alicloud: { accounts: threeAccounts, ...alicloud },
  }),
  clients: (url) => ({ a: v3Client(url, keyA), b: v3Client(url, keyB), c: v3Client(url, keyC) }),
});

/** A create between two VPCs of account A in one region. */
export const sameAccount = {
  RegionId: "cn-hangzhou",
  VpcId: "vpc-bp1hub01",
  AcceptingAliUid: "1000000000000001",
  AcceptingRegionId: "cn-hangzhou",
  AcceptingVpcId: "vpc-bp1app01",
};

/** A create from account A to account B in one region. */
export const crossAccount = {
  ...sameAccount,
  AcceptingAliUid: "1000000000000002",
  AcceptingVpcId: "vpc-bp1partner01",
};

/** A create between two regions of account A. */
export const crossRegion = {
  ...sameAccount,
  AcceptingRegionId: "cn-beijing",
  AcceptingVpcId: "vpc-2zedata01",
};

/** Creates a connection and returns its id. */
export async function create(client: AlicloudClient, params: Record<string, unknown>): Promise<string> {
  const { body, code } = await client("CreateVpcPeerConnection", params);
  expect(code).toBeUndefined();
  return String(body["InstanceId"]);
}

/** Creates a connection and waits until nothing happens to it by itself. */
export async function createSettled(bench: Bench, params: Record<string, unknown>): Promise<string> {
  const id = await create(bench.a, params);
  await bench.advance(600_000);
  return id;
}

/** The status that an account reads, or the code of its refusal. */
export async function statusOf(client: AlicloudClient, InstanceId: string): Promise<unknown> {
  const { body, code } = await client("GetVpcPeerConnectionAttribute", { InstanceId });
  return code ?? body["Status"];
}

/** The code of a result, or "ok". */
export function codeOf({ code }: Result): string {
  return code ?? "ok";
}
