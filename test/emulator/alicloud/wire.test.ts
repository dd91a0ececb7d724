import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorldInput } from "../../../emulator";
import { openBench } from "./support";
import { replay, type WireRequest } from "../wire";

interface RecordedCall extends WireRequest {
  readonly action: string;
  readonly receivedAt: string;
}

const calls = readFileSync(join(__dirname, "../../wire/alicloud.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as RecordedCall | { meta: unknown })
  .filter((line) => "action" in line);

const [accountA, accountB] = ["1000000000000001", "1000000000000002"];

/** The connection that a recorded call is about, in the status where the call goes through. */
function worldFor(call: RecordedCall): WorldInput {
  const id = new URLSearchParams(call.rawBody).get("InstanceId");
  const byAccepter = call.url.includes("LTAIfakeB");
  const side = (vpcId: string, account: string) => ({ vpcId, account, region: "cn-hangzhou" });
  return {
    alicloud: {
      strictIds: false,
      accounts: [
        { accountId: accountA, accessKeyId: "LTAIfakeA", accessKeySecret: "fakesecretA" },
        { accountId: accountB, accessKeyId: "LTAIfakeB", accessKeySecret: "fakesecretB" },
      ],
      vpcs: [],
    },
    peerings:
      id === null
        ? []
        : [
            {
              cloud: "alicloud",
              id,
              status: call.action === "AcceptVpcPeerConnection" ? "pending" : "active",
              requester: side("vpc-hub", accountA),
              accepter: side("vpc-spoke-0", byAccepter ? accountB : accountA),
            },
          ],
  };
}

test("there are recorded calls", () => {
  expect(calls.length).toBeGreaterThan(0);
});

describe.each(calls.map((call, index) => [index + 1, call.action, call] as const))(
  "line %d, %s",
  (_, __, call) => {
    test("verifies and is answered with success", async () => {
      const { url } = await openBench(worldFor(call), call.receivedAt);
      expect(await replay(url, call)).toMatchObject({ status: 200, code: undefined });
    });

    test("also on a clock that was moved to its time", async () => {
      const { url, admin } = await openBench(worldFor(call));
      await admin("POST", "/clock", { now: call.receivedAt });
      expect(await replay(url, call)).toMatchObject({ status: 200, code: undefined });
    });

    test("is refused with any one byte of the body changed", async () => {
      const { url } = await openBench(worldFor(call), call.receivedAt);
      for (let at = 0; at < call.rawBody.length; at += 7) {
        const changed = { ...call, rawBody: flip(call.rawBody, at) };
        expect((await replay(url, changed)).code).toBe("SignatureDoesNotMatch");
      }
    });

    test("is refused with one byte of the query changed", async () => {
      const { url } = await openBench(worldFor(call), call.receivedAt);
      const at = call.url.indexOf("SignatureNonce=") + "SignatureNonce=".length;
      expect((await replay(url, { ...call, url: flip(call.url, at) })).code).toBe("SignatureDoesNotMatch");
      const signature = call.url.indexOf("Signature=") + "Signature=".length;
      expect((await replay(url, { ...call, url: flip(call.url, signature) })).code).toBe(
        "SignatureDoesNotMatch",
      );
    });
  },
);

/** Another character at one place, which still is a character of the same kind. */
function flip(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1);
}
