import type { Emulator, PeeringRow, RequestRow, WorldInput } from "../../../../../emulator";
import { startEmulator } from "../../../../../emulator";
import type { Context, Cloud } from "../../../../../src/provider/clouds/cloud";
import { huaweicloud } from "../../../../../src/provider/clouds/huaweicloud";
import type { ConnectionSpec } from "../../../../../src/model/peering";
import type { Admin } from "../../../../../tools/stack/admin.cjs";
import { adminOf } from "../../../../../tools/stack/admin.cjs";
import { passTime, virtualClock } from "../../../../support/virtualTime";
import { contextOn } from "../../../../support/context";

export const projectA = "aaaa0000000000000000000000000001";
export const projectB = "bbbb0000000000000000000000000002";
export const region = "cn-north-4";
export const seed = { marker: "0123456789abcdef01234567", attempt: 0 };
const end = (vpcId: string, account: string) => ({ vpcId, region, account });
export const hub = end("a0000000-0000-4000-8000-000000000001", projectA);
export const app = end("a0000000-0000-4000-8000-000000000002", projectA);
export const partner = end("b0000000-0000-4000-8000-000000000001", projectB);
export const spec = (accepter = app): ConnectionSpec => ({
  requester: hub,
  accepter,
  name: "one",
  owner: seed,
});

passTime();

const emulators: Emulator[] = [];

afterEach(async () => {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
});

interface Bench {
  a: Required<Cloud>;
  b: Required<Cloud>;
  open: (more: Record<string, unknown>) => Required<Cloud>;
  context: Context;
  admin: Admin;
  fail: (action: string, fault: object, times?: number) => Promise<unknown>;
  requests: () => Promise<RequestRow[]>;
  rows: () => Promise<PeeringRow[]>;
}

/** The cloud with the keys of two projects, on an emulator with this world. */
export async function openBench(world: WorldInput = {}, limitMs = 20_000): Promise<Bench> {
  const emulator = await startEmulator({ world });
  emulators.push(emulator);
  const open: Bench["open"] = (more) => {
    const given: Record<string, unknown> = {
      "huaweicloud:endpoint": emulator.url,
      "huaweicloud:region": region,
      "huaweicloud:accessKey": "HWFAKEAKA",
      "huaweicloud:secretKey": "fakesecretA",
      ...more,
    };
    return huaweicloud.open((key) => given[key]) as Required<Cloud>;
  };
  const admin = adminOf(emulator.url);
  return {
    a: open({}),
    b: open({ "huaweicloud:accessKey": "HWFAKEAKB", "huaweicloud:secretKey": "fakesecretB" }),
    open,
    context: contextOn(virtualClock, limitMs),
    admin,
    fail: (action, fault, times = 1) =>
      admin("POST", "/faults", { cloud: "huaweicloud", action, times, fault }),
    requests: async () => (await admin("GET", "/requests")) as RequestRow[],
    rows: async () => (await admin("GET", "/peerings")) as PeeringRow[],
  };
}

/** What was asked, by name. */
export const actions = (requests: RequestRow[]) => requests.map(({ action }) => action);
