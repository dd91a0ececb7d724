import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorldInput } from "../../../emulator";
import { replay, type WireRequest } from "../wire";
import { accountA, accountB, openBench } from "./support";

interface RecordedCall extends WireRequest {
  readonly action: string;
  readonly receivedAt: string;
}

const calls = readFileSync(join(__dirname, "../../wire/tencentcloud.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as RecordedCall | { meta: unknown })
  .filter((line) => "action" in line);

/** The connection that a recorded call is about, in the state where the call goes through. */
function worldFor(call: RecordedCall): WorldInput {
  const [id] = /pcx-[a-z0-9]+/.exec(call.rawBody) ?? [];
  const isAccept = call.action === "AcceptVpcPeeringConnection";
  const side = (vpcId: string, account: string) => ({ vpcId, account, region: "ap-guangzhou" });
  return {
    tencentcloud: { strictIds: false, vpcs: [] },
    peerings:
      id === undefined
        ? []
        : [
            {
              cloud: "tencentcloud",
              id,
              status: isAccept ? "pending" : "active",
              requester: side("vpc-hub", accountA),
              accepter: side("vpc-spoke-0", isAccept ? accountB : accountA),
            },
          ],
  };
}

test("there are recorded calls", () => {
  expect(calls).toHaveLength(8);
});

describe.each(calls.map((call, index) => [index + 1, call.action, call] as const))(
  "line %d, %s",
  (_, __, call) => {
    test("verifies and is answered with success", async () => {
      const { url } = await openBench(worldFor(call), call.receivedAt);
      const answer = await replay(url, call);
      expect(answer).toMatchObject({ status: 200, code: undefined });
      expect(JSON.parse(answer.body)).toHaveProperty("Response.RequestId");
    });

    test("also on a clock that was moved to its time", async () => {
      const { url, admin } = await openBench(worldFor(call));
      await admin("POST", "/clock", { now: call.receivedAt });
      expect(await replay(url, call)).toMatchObject({ status: 200, code: undefined });
    });

    test("is refused with any one byte of the body changed", async () => {
      const { url } = await openBench(worldFor(call), call.receivedAt);
      for (let at = 0; at < call.rawBody.length; at += 5) {
        const changed = { ...call, rawBody: flip(call.rawBody, at) };
        expect((await replay(url, changed)).code).toBe("AuthFailure.SignatureFailure");
      }
    });

    test.each(["host", "content-type", "x-tc-timestamp"])(
      "is refused with one byte of %s changed",
      async (name) => {
        const { url } = await openBench(worldFor(call), call.receivedAt);
        const rawHeaders = [...call.rawHeaders];
        const at =
          rawHeaders.findIndex((header, index) => index % 2 === 0 && header.toLowerCase() === name) + 1;
        const value = rawHeaders[at] ?? "";
        rawHeaders[at] = name === "x-tc-timestamp" ? String(Number(value) + 1) : flip(value, 3);
        expect((await replay(url, { ...call, rawHeaders })).code).toBe("AuthFailure.SignatureFailure");
      },
    );
  },
);

/** Another character at one place. */
function flip(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === "x" ? "y" : "x") + text.slice(at + 1);
}
