import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator, type Emulator, type WorldInput } from "../../../emulator";
import { replay, type WireRequest } from "../wire";

interface RecordedCall extends WireRequest {
  readonly action: string;
  readonly receivedAt: string;
}

const calls = readFileSync(join(__dirname, "../../wire/huaweicloud.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as RecordedCall | { meta: unknown })
  .filter((line) => "action" in line);

const [projectA, projectB] = ["aaaa0000000000000000000000000001", "bbbb0000000000000000000000000002"];

const emulators: Emulator[] = [];

afterEach(async () => {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
});

async function open(call: RecordedCall, now?: string): Promise<string> {
  const emulator = await startEmulator({ world: worldFor(call), now });
  emulators.push(emulator);
  return emulator.url;
}

/** The connection that a recorded call is about, in the status where the call goes through. */
function worldFor(call: RecordedCall): WorldInput {
  const id = /peerings\/([0-9a-f-]+)/.exec(call.url)?.[1];
  const isAccept = call.url.endsWith("/accept");
  const side = (vpcId: string, account: string) => ({ vpcId, account, region: "cn-north-4" });
  const peering = {
    cloud: "huaweicloud" as const,
    ...(id === undefined ? {} : { id }),
    status: isAccept ? ("pending" as const) : ("active" as const),
    requester: side("vpc-hub", projectA),
    accepter: side("vpc-spoke-0", isAccept ? projectB : projectA),
  };
  return { huaweicloud: { strictIds: false, vpcs: [] }, peerings: id === undefined ? [] : [peering] };
}

/** What each call is answered with. */
const statuses: Record<string, number> = { POST: 201, GET: 200, PUT: 200, DELETE: 204 };

test("there are recorded calls", () => {
  expect(calls.length).toBe(8);
});

describe.each(calls.map((call, index) => [index + 1, call.action, call] as const))(
  "line %d, %s",
  (_, __, call) => {
    test("verifies and is answered with success", async () => {
      const url = await open(call, call.receivedAt);
      expect(await replay(url, call)).toMatchObject({ status: statuses[call.method] });
    });

    test("also on a clock that was moved to its time", async () => {
      const url = await open(call);
      await fetch(`${url}/_emulator/clock`, {
        method: "POST",
        body: JSON.stringify({ now: call.receivedAt }),
      });
      expect(await replay(url, call)).toMatchObject({ status: statuses[call.method] });
    });

    test("is refused with any one byte of the body changed", async () => {
      const url = await open(call, call.receivedAt);
      for (let at = 0; at < call.rawBody.length; at++) {
        const changed = { ...call, rawBody: flip(call.rawBody, at) };
        expect(await replay(url, changed)).toMatchObject({ status: 401 });
      }
    });

    test("is refused with one byte of the path changed", async () => {
      const url = await open(call, call.receivedAt);
      for (let at = 1; at < call.url.length; at += 3) {
        const { status } = await replay(url, { ...call, url: flip(call.url, at) });
        expect([401, 404]).toContain(status);
      }
    });

    test("is refused with one byte of a signed header, or of the signature, changed", async () => {
      const url = await open(call, call.receivedAt);
      const authorization = call.rawHeaders[call.rawHeaders.indexOf("Authorization") + 1] ?? "";
      const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(";") ?? [];
      for (let index = 0; index < call.rawHeaders.length; index += 2) {
        const [name = "", value = ""] = call.rawHeaders.slice(index, index + 2);
        if (name !== "Authorization" && !signed.includes(name.toLowerCase())) continue;
        const changed = value.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
        const rawHeaders = call.rawHeaders.with(index + 1, changed);
        expect(await replay(url, { ...call, rawHeaders })).toMatchObject({ status: 401 });
      }
    });
  },
);

/** Another character at one place. */
function flip(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1);
}
