import type { FaultInput, FaultRow, RequestRow } from "../../emulator";
import { accountA, accountB, type AlicloudClient, type Bench, keyA, v1Client, v3Client } from "./example";
import { codeOf, create, createSettled, crossAccount, openBench, sameAccount, statusOf } from "./example";
import { record, replay } from "./wire";

async function fault(bench: Bench, rule: Omit<FaultInput, "cloud">): Promise<string> {
  const { status, body } = await bench.admin("POST", "/faults", { cloud: "alicloud", ...rule });
  expect({ status, body }).toEqual({ status: 200, body: { id: expect.any(String) as string, hits: 0 } });
  return (body as FaultRow).id;
}

/** A recorded create of account A, to be sent raw. */
async function recordedCreate() {
  const [sent] = await record(
    (url) => v3Client(url, keyA),
    (client) => client("CreateVpcPeerConnection", sameAccount),
  );
  if (!sent) throw new Error("nothing recorded");
  return sent;
}

const lastRow = async (bench: Bench): Promise<RequestRow | undefined> => (await bench.requests()).at(-1);
const broken = (call: Promise<unknown>) =>
  call.then(() => "answered").catch((error: unknown) => codeOfError(error));
const codeOfError = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "error";

describe("error", () => {
  test("answers in the cloud's envelope, without doing the work", async () => {
    const bench = await openBench();
    const id = await fault(bench, {
      action: "CreateVpcPeerConnection",
      fault: { type: "error", code: "Throttling.User" },
    });
    const refused = await bench.a("CreateVpcPeerConnection", sameAccount);
    expect(refused).toMatchObject({ status: 400, code: "Throttling.User" });
    expect(refused.body).toMatchObject({
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
      HostId: expect.any(String) as string,
      Message: "Request was denied due to user flow control.",
    });
    expect(await bench.peerings()).toEqual([]);
    expect(await lastRow(bench)).toMatchObject({ httpStatus: 400, code: "Throttling.User", fault: id });
    expect(codeOf(await bench.a("CreateVpcPeerConnection", sameAccount))).toBe("ok");
    expect(await lastRow(bench)).toMatchObject({ httpStatus: 200, code: null, fault: null });
  });

  test("after the work leaves it done", async () => {
    const bench = await openBench();
    await fault(bench, {
      action: "*",
      fault: { type: "error", when: "after", status: 503, code: "ServiceUnavailable", message: "Later." },
    });
    const answer = await v1Client(bench.url, keyA)("CreateVpcPeerConnection", sameAccount);
    expect(answer).toMatchObject({ status: 503, code: "ServiceUnavailable", message: "Later." });
    expect(await bench.peerings()).toHaveLength(1);
  });

  test("has the usual status of its code where none is given", async () => {
    const bench = await openBench();
    for (const [code, status] of [
      ["InternalError", 500],
      ["InvalidAccessKeyId.NotFound", 404],
      ["Never.Heard", 400],
    ] as const) {
      await fault(bench, { action: "ListVpcPeerConnections", fault: { type: "error", code } });
      expect(await bench.a("ListVpcPeerConnections")).toMatchObject({ status, code });
    }
  });
});

describe("drop", () => {
  test.each(["before", "after"] as const)("%s the work ends the connection", async (when) => {
    const bench = await openBench();
    const id = await fault(bench, { action: "CreateVpcPeerConnection", fault: { type: "drop", when } });
    expect(await broken(replay(bench.url, await recordedCreate()))).toBe("ECONNRESET");
    expect(await bench.peerings()).toHaveLength(when === "after" ? 1 : 0);
    expect(await lastRow(bench)).toMatchObject({ httpStatus: null, code: null, fault: id });
  });
});

describe("hold", () => {
  const held = async (bench: Bench) => {
    for (;;) {
      const row = await lastRow(bench);
      if (row) return row;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  test.each(["before", "after"] as const)("%s the work waits until the fault is removed", async (when) => {
    const bench = await openBench();
    const id = await fault(bench, { action: "CreateVpcPeerConnection", fault: { type: "hold", when } });
    const call = create(bench.a, sameAccount);
    expect(await held(bench)).toMatchObject({
      action: "CreateVpcPeerConnection",
      httpStatus: null,
      fault: id,
    });
    expect(await bench.peerings()).toHaveLength(when === "after" ? 1 : 0);
    expect((await bench.admin("DELETE", `/faults/${id}`)).body).toEqual({ removed: 1 });
    const made = await call;
    expect(await bench.peerings()).toMatchObject([{ id: made }]);
    expect(await lastRow(bench)).toMatchObject({ httpStatus: 200, code: null, fault: id });
  });

  test("lets everybody else through, and all held calls go together", async () => {
    const bench = await openBench();
    await fault(bench, { action: "*", account: accountA, times: 0, fault: { type: "hold" } });
    const calls = [bench.a("GetCallerIdentity"), bench.a("ListVpcPeerConnections")];
    await held(bench);
    expect(codeOf(await bench.b("GetCallerIdentity"))).toBe("ok");
    await bench.admin("DELETE", "/faults");
    expect((await Promise.all(calls)).map(codeOf)).toEqual(["ok", "ok"]);
  });

  test("ends without an answer when the emulator is reset or closed", async () => {
    const bench = await openBench();
    for (const end of [() => bench.admin("POST", "/reset"), bench.close]) {
      await fault(bench, { action: "*", fault: { type: "hold" } });
      const call = broken(replay(bench.url, await recordedCreate()));
      await held(bench);
      await end();
      expect(await call).toBe("ECONNRESET");
    }
  });
});

test("delay answers after a while", async () => {
  const bench = await openBench();
  await fault(bench, { action: "*", fault: { type: "delay", ms: 20 } });
  const call = bench.a("GetCallerIdentity");
  expect(codeOf(await call)).toBe("ok");
  await fault(bench, { action: "*", fault: { type: "delay", when: "after", ms: 20 } });
  expect(await create(bench.a, sameAccount)).toMatch(/^pcc-/);
});

describe("body", () => {
  test.each([
    { when: "before", status: 502, body: "<html>Bad Gateway</html>", type: "text/html", made: 0 },
    { when: "after", status: 200, body: "", type: "application/json", made: 1 },
    { when: "after", status: 200, body: '{"RequestId":"ab', type: "application/json", made: 1 },
  ] as const)("$when the work answers $status $body", async ({ when, status, body, type, made }) => {
    const bench = await openBench();
    await fault(bench, { action: "CreateVpcPeerConnection", fault: { type: "body", when, status, body } });
    const answer = await replay(bench.url, await recordedCreate());
    expect([answer.status, answer.body, answer.headers["content-type"]]).toEqual([status, body, type]);
    expect(await bench.peerings()).toHaveLength(made);
    expect(await lastRow(bench)).toMatchObject({ httpStatus: status });
  });
});

describe("truncate", () => {
  test.each([
    ["before", 0, 0],
    ["before", 20, 0],
    ["after", 0, 1],
    ["after", 20, 1],
  ] as const)("%s the work breaks off after %d bytes", async (when, bytes, made) => {
    const bench = await openBench();
    await fault(bench, { action: "CreateVpcPeerConnection", fault: { type: "truncate", when, bytes } });
    expect(await broken(replay(bench.url, await recordedCreate()))).toBe("ECONNRESET");
    expect(await bench.peerings()).toHaveLength(made);
  });
});

describe("selectors", () => {
  const refuse = { type: "error", code: "Injected" } as const;
  const whoIs = async (client: AlicloudClient) => codeOf(await client("GetCallerIdentity"));

  test("after and times count the calls that match", async () => {
    const bench = await openBench();
    const id = await fault(bench, { action: "GetCallerIdentity", after: 2, times: 2, fault: refuse });
    const codes: string[] = [];
    for (let call = 0; call < 6; call += 1) codes.push(await whoIs(bench.a));
    expect(codes).toEqual(["ok", "ok", "Injected", "Injected", "ok", "ok"]);
    expect((await bench.admin("GET", "/faults")).body).toMatchObject([{ id, hits: 2, after: 2, times: 2 }]);
  });

  test("times of zero lasts until it is removed, forMs until its time is over", async () => {
    const bench = await openBench();
    const endless = await fault(bench, { action: "*", times: 0, fault: refuse });
    expect([await whoIs(bench.a), await whoIs(bench.b), await whoIs(bench.a)]).toEqual(
      Array(3).fill("Injected"),
    );
    await bench.admin("DELETE", `/faults/${endless}`);
    expect(await whoIs(bench.a)).toBe("ok");
    await fault(bench, { action: "*", times: 0, forMs: 600_000, fault: refuse });
    expect(await whoIs(bench.a)).toBe("Injected");
    await bench.advance(600_000);
    expect(await whoIs(bench.a)).toBe("ok");
  });

  test("account picks the caller", async () => {
    const bench = await openBench();
    await fault(bench, { action: "*", account: accountB, times: 0, fault: refuse });
    expect([await whoIs(bench.a), await whoIs(bench.b)]).toEqual(["ok", "Injected"]);
  });

  test("vpcId and peeringId pick what the call is about", async () => {
    const bench = await openBench();
    const app = await createSettled(bench, sameAccount);
    const partner = await createSettled(bench, crossAccount);
    const byVpc = await fault(bench, { action: "*", vpcId: "vpc-bp1app01", times: 0, fault: refuse });
    expect([await statusOf(bench.a, app), await statusOf(bench.a, partner)]).toEqual([
      "Injected",
      "Accepting",
    ]);
    expect(codeOf(await bench.a("ListVpcPeerConnections", { VpcId: "x,vpc-bp1app01" }))).toBe("Injected");
    await bench.admin("DELETE", `/faults/${byVpc}`);
    await fault(bench, {
      action: "GetVpcPeerConnectionAttribute",
      peeringId: partner,
      times: 0,
      fault: refuse,
    });
    expect([await statusOf(bench.a, app), await statusOf(bench.a, partner)]).toEqual([
      "Activated",
      "Injected",
    ]);
  });

  test("the oldest of several goes first, and every one counts the call", async () => {
    const bench = await openBench();
    const first = await fault(bench, { action: "*", fault: { type: "error", code: "First" } });
    const second = await fault(bench, { action: "*", after: 1, fault: { type: "error", code: "Second" } });
    expect([await whoIs(bench.a), await whoIs(bench.a), await whoIs(bench.a)]).toEqual([
      "First",
      "Second",
      "ok",
    ]);
    expect((await bench.requests()).map((row) => row.fault)).toEqual([first, second, null]);
  });

  test("a fault of another cloud does nothing here", async () => {
    const bench = await openBench();
    await bench.admin("POST", "/faults", { cloud: "huaweicloud", action: "*", fault: refuse });
    expect(await whoIs(bench.a)).toBe("ok");
  });
});
