import http from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { PeeringError } from "../../../../../src/model/errors";
import type { ActionName } from "../../../../../src/provider/clouds/alicloud/actions";
import { ask, attemptAt, keys, wire } from "./wireSupport";

async function refusal(status: number, body: string, action: ActionName = "DeleteVpcPeerConnection") {
  wire.answer = { status, body };
  const error: unknown = await ask(action).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(PeeringError);
  return error as PeeringError;
}

describe("an answer", () => {
  test("comes with all its fields", async () => {
    wire.answer = {
      status: 200,
      body: '{"RequestId":"1","Vpc":{"VpcId":"vpc-a"},"Tags":[],"GmtExpired":null}',
    };
    expect(await ask("GetVpcPeerConnectionAttribute")).toEqual({
      RequestId: "1",
      Vpc: { VpcId: "vpc-a" },
      Tags: [],
      GmtExpired: null,
    });
  });

  test("keeps every digit of an account, however many it has", async () => {
    wire.answer = {
      status: 200,
      body: '{"OwnerId":253460731706911258,"AcceptingOwnerUid":1000000000000002}',
    };
    const { OwnerId, AcceptingOwnerUid } = await ask("GetVpcPeerConnectionAttribute");
    expect([OwnerId, AcceptingOwnerUid].map(String)).toEqual(["253460731706911258", "1000000000000002"]);
  });

  test("keeps every digit of any number of up to 20 digits", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 20n }), async (number) => {
        wire.answer = { status: 200, body: `{"OwnerId":${number},"List":[{"Uid":${number}}]}` };
        const read = (await ask("ListVpcPeerConnections")) as { OwnerId: unknown; List: { Uid: unknown }[] };
        expect([read.OwnerId, read.List[0]?.Uid].map(String)).toEqual([`${number}`, `${number}`]);
      }),
      { numRuns: 50 },
    );
  });

  test("reads other numbers as numbers", async () => {
    wire.answer = { status: 200, body: '{"Bandwidth":200,"Unlimited":-1,"Share":0.5}' };
    expect(await ask("GetVpcPeerConnectionAttribute")).toEqual({ Bandwidth: 200, Unlimited: -1, Share: 0.5 });
  });

  test("with an error has its code, its words and its request", async () => {
    const { facts, sentence } = await refusal(
      400,
      '{"RequestId":"473469C7","HostId":"h","Code":"Conflict.Operation","Message":"There are other operations"}',
    );
    expect(sentence).toBe("There are other operations.");
    expect(facts).toMatchObject({
      kind: "busy",
      action: "DeleteVpcPeerConnection",
      code: "Conflict.Operation",
      requestId: "473469C7",
      executed: "yes",
      cloud: "alicloud",
    });
  });

  test("with an error needs no more than a code", async () => {
    const { facts, message } = await refusal(400, '{"Code":"ResourceNotFound.InstanceId"}');
    expect(facts.kind).toBe("gone");
    expect(message).toContain("ResourceNotFound.InstanceId");
  });

  test.each([
    [500, "InternalError", "unknown"],
    [503, "ServiceUnavailable", "unknown"],
    [400, "Throttling.User", "no"],
    [503, "Throttling.User", "no"],
    [400, "IllegalParam.VpcId", "yes"],
  ])("of HTTP %d with %s was executed: %s", async (status, code, executed) => {
    expect((await refusal(status, JSON.stringify({ Code: code }))).facts.executed).toBe(executed);
  });

  test.each([
    ["a page of a gateway", 502, "<html>Bad Gateway</html>"],
    ["a page with good news", 200, "<html>Welcome to the airport's Wi-Fi</html>"],
    ["nothing", 500, ""],
    ["nothing, with good news", 200, ""],
    ["half an answer", 200, '{"InstanceId":"pcc-'],
    ["a list", 200, "[]"],
    ["a word", 200, '"ok"'],
    ["a number", 200, "5"],
    ["null", 200, "null"],
    ["an error without a code", 400, '{"RequestId":"1"}'],
    ["an error whose code is no word", 400, '{"Code":17}'],
    ["an answer in XML", 400, "<Error><Code>X</Code></Error>"],
    ["another page", 302, "<a href='/login'>"],
  ])("that is %s makes no sense: it is passing, and nobody knows what was done", async (_, status, body) => {
    const { facts, message } = await refusal(status, body);
    expect(facts).toMatchObject({
      kind: "transient",
      executed: "unknown",
      action: "DeleteVpcPeerConnection",
    });
    expect(message).toContain(`HTTP ${status}`);
  });
});

describe("no answer", () => {
  test("for its own reason tells the host, and what is known of the effect", async () => {
    const nowhere = async (timeoutMs: number, at: string): Promise<PeeringError> =>
      (await attemptAt(at, timeoutMs, { action: "DeleteVpcPeerConnection", request: {}, keys }).catch(
        (error: unknown) => error,
      )) as PeeringError;
    const silent = http.createServer(() => undefined);
    await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const late = await nowhere(100, url);
    expect(late.facts).toMatchObject({ kind: "transient", executed: "unknown" });
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
    const refused = await nowhere(5_000, url);
    expect(refused.facts).toMatchObject({ kind: "transient", executed: "no" });
    for (const error of [late, refused]) {
      expect(error.message).toContain(new URL(url).host);
      expect(error.message).toMatch(/endpoint/);
    }
  });
});
