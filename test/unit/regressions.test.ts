/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment, @typescript-eslint/consistent-type-imports */
/** What was wrong once, each shown by what a user would have seen. */
import { shared } from "../../src/provider/clouds/sharing/sharedCloud";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { alicloud } from "../../src/provider/clouds/alicloud";
import { keySource } from "../../src/provider/clouds/alicloud/keys";
import { errorOf, meaningOf } from "../../src/provider/clouds/alicloud/errors";
import { complaints, defaultName } from "../../src/provider/clouds/alicloud/inputs";
import type { Cloud, Context } from "../../src/provider/clouds/cloud";
import { progressOn } from "../../src/provider/engine/progress";
import { Deadline, systemClock } from "../../src/io/clock";
import { complaintAboutEndpoint } from "../../src/model/endpoint";
import { send } from "../../src/io/http";
import { KeyedLock } from "../../src/io/lock";
import { retrying } from "../../src/io/retry";
import { keepSecret, redacted } from "../../src/io/secrets";
import { diffConnection } from "../../src/provider/lifecycle/connection/diff";
import { ensureConnection } from "../../src/provider/lifecycle/connection/ensure";
import { judge } from "../../src/provider/lifecycle/connection/judge";
import { connectionAt } from "../../src/provider/lifecycle/connection/subject";
import { untilSettled } from "../../src/provider/lifecycle/steps/wait";
import { complaintsAboutTimeouts } from "../../src/provider/lifecycle/timeouts";
import type { Work } from "../../src/provider/lifecycle/work";
import { inputsOf, outputsOf } from "../../src/provider/lifecycle/connection/state";
import { PeeringError } from "../../src/model/errors";
import type { Peering } from "../../src/model/peering";
import { difference } from "../../src/model/difference";
import { UNKNOWN } from "../../src/model/unknown";
import { FakeClock } from "./support/fakeClock";
import { inputs, outputs, peering, spec, without } from "./support/samples";
import { run } from "./support/program";

const quiet = { report: () => undefined, warn: () => undefined };
const keys: Record<string, unknown> = { "alicloud:accessKey": "LTAI", "alicloud:secretKey": "secret-key" };
const settings =
  (more: Record<string, unknown>) =>
  (key: string): unknown =>
    ({ ...keys, ...more })[key];
const callWithin = (ms: number): Context => ({
  clock: systemClock,
  deadline: new Deadline(systemClock, ms),
  ...quiet,
});
const errorFrom = async (work: Promise<unknown>): Promise<Error> =>
  await work.then(
    (v) => new Error(`no error, but ${JSON.stringify(v)}`),
    (e: unknown) => e as Error,
  );

async function serve(
  answer: (action: string, outgoing: http.ServerResponse) => void,
): Promise<[string, () => void]> {
  const server = http.createServer((incoming, outgoing) => {
    incoming.resume().on("end", () => {
      answer(String(incoming.headers["x-acs-action"]), outgoing);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return [
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    () => {
      server.closeAllConnections();
      server.close();
    },
  ];
}
const row = {
  InstanceId: "pcc-1",
  Status: "Creating",
  OwnerId: 1,
  AcceptingOwnerUid: 2,
  RegionId: "r",
  AcceptingRegionId: "r",
  Vpc: { VpcId: "a" },
  AcceptingVpc: { VpcId: "b" },
};

describe("endpoints", () => {
  test.each(["http://127.evil.com", "http://127.0.0.1.evil.com"])("%s is not this machine", (e) => {
    expect(complaintAboutEndpoint(e)).toBeDefined();
  });
  test.each(["http://nowhere.invalid", "127.0.0.1:4566", "nonsense"])(
    "stack config alicloud:endpoint=%s is refused in words before any request",
    async (endpoint) => {
      const act = async () =>
        alicloud.open(settings({ "alicloud:endpoint": endpoint })).whoAmI({}, callWithin(300));
      const error = await errorFrom(act());
      expect(error).toBeInstanceOf(PeeringError);
      expect(error.message).toMatch(/https:\/\//);
    },
  );
});

describe("user's own tags `project`, `qcs:...`", () => {
  test("a declared tag `project` that is there needs no change (otherwise sync never ends)", () => {
    expect(difference({ tags: { project: "x" } }, { tags: { project: "x" } })).toBeUndefined();
  });
  test("an edit of it is seen", () => {
    const o = { ...outputs, tags: { project: "x" } };
    expect(diffConnection(o, { ...inputs, tags: { project: "y" } })).toEqual({
      replaces: [],
      deleteBeforeReplace: true,
    });
  });
  test.each(["constructor", "toString"])("a tag %s that nobody declares is dropped", (key) => {
    expect(difference({ tags: {} }, { tags: { [key]: "x" } })?.dropTags).toEqual([key]);
  });
});

test("3 at the deadline the error is the history, not a transport failure of a look that got 1 ms", async () => {
  const [url, close] = await serve((_, out) => setTimeout(() => out.end(JSON.stringify(row)), 400));
  const context = callWithin(4_000);
  const cloud = shared(alicloud.open(settings({ "alicloud:endpoint": url })));
  const work = { cloud, context, ended: new Set() } as unknown as Work;
  const connection = connectionAt({ id: "pcc-1", region: "r" }, work);
  const error = (await errorFrom(untilSettled(connection, work))) as PeeringError;
  close();
  expect(error.message).toMatch(/saw creating × \d+/);
  expect(error.kind).toBe("timeout");
});

describe("answers without the field that is needed", () => {
  test("create", async () => {
    const [url, close] = await serve((_, out) => out.end('{"RequestId":"1"}'));
    const id = await alicloud
      .open(settings({ "alicloud:endpoint": url }))
      .create({ spec, seed: { marker: "m", attempt: 0 } }, callWithin(800))
      .catch((e: unknown) => e);
    close();
    expect(id).toBeInstanceOf(PeeringError);
  });
  test("whoAmI", async () => {
    const [url, close] = await serve((_, out) => out.end('{"RequestId":"1"}'));
    const id = await alicloud
      .open(settings({ "alicloud:endpoint": url, "alicloud:region": "r" }))
      .whoAmI({}, callWithin(800))
      .catch((e: unknown) => e);
    close();
    expect(id).toBeInstanceOf(PeeringError);
  });
  test("get", async () => {
    const [url, close] = await serve((_, out) => out.end('{"RequestId":"1"}'));
    const id = await alicloud
      .open(settings({ "alicloud:endpoint": url }))
      .get({ id: "pcc-1", region: "r" }, callWithin(800))
      .catch((e: unknown) => e);
    close();
    expect(id).toBeInstanceOf(PeeringError);
  });
});

describe("verdict", () => {
  const free: Peering = { ...peering, id: "free" };
  const back: Peering = {
    ...peering,
    id: "back",
    requester: peering.accepter,
    accepter: peering.requester,
    owner: { marker: "theirs" },
  };
  test("adopt: true takes the one that may be taken, whatever the order of the list", () => {
    const w = { spec, markers: ["ours"], adopt: true };
    expect(judge([free, back], w)).toEqual({ take: free });
    expect(judge([back, free], w)).toEqual({ take: free });
  });
  test("adopt: '<id>' takes it though another is found first", () => {
    const w = { spec, markers: ["ours"], adopt: "free" };
    expect(judge([back, free], w)).toEqual({ take: free });
  });
  test("somebody else's dead one is skipped (DESIGN 4.2)", () => {
    expect(
      judge([{ ...free, status: "expired" }], { spec, markers: ["ours"], adopt: undefined }),
    ).toBeUndefined();
    expect(judge([{ ...free, status: "expired" }], { spec, markers: ["ours"], adopt: true })).toBeUndefined();
  });
});

describe("codes", () => {
  test.each(["Api.Throttling", "RequestThrottling.User"])("%s contains Throttling (4.3)", (c) => {
    expect(meaningOf(c).kind).toBe("throttled");
  });
  test.each([
    [500, "VPC.ERROR"],
    [502, "BadGateway"],
    [503, "Brand.New"],
    [504, "GatewayTimeout"],
  ])("HTTP %d %s is passing and ambiguous (4.3, DESIGN 3)", (status, code) => {
    expect(errorOf("CreateVpcPeerConnection", { status, code, message: "m" }).facts).toMatchObject({
      kind: "transient",
      executed: "unknown",
    });
  });
  test.each(["IncorrectStatus", "IncorrectVpcStatus"])("%s is retried by TF and KYMA (4.3)", (c) => {
    expect(["busy", "wrongState"]).toContain(meaningOf(c).kind);
  });
  test.each([
    "NumberExceed.Tags",
    "NumberExceed.ResourceIds",
    "Forbidden.TagKeys",
    "Forbidden.TagKey.Duplicated",
    "BothEmpty.TagsAndResources",
    "SignatureNonceUsed",
  ])("%s is in the facts and so in a row", (c) => {
    expect(meaningOf(c).kind).not.toBe("unknown");
  });
});

describe("inputs", () => {
  const near = { ...inputs, accepter: { ...inputs.accepter, region: "cn-hangzhou" } };
  test.each(["bandwidth", "linkType"])(
    "%s that is not known (and may be nothing) passes within a region",
    (key) => {
      expect(complaints({ ...without(near, "bandwidth", "linkType"), [key]: UNKNOWN })).toEqual([]);
    },
  );
  test("every bad tag is told at once", () => {
    expect(complaints({ ...inputs, tags: { "acs:a": "1", "acs:b": "2" } })).toHaveLength(2);
  });
  test("a bad tag is told in the preview even if another tag's value is not known", () => {
    expect(complaints({ ...inputs, tags: { "acs:a": "1", b: UNKNOWN } })).toHaveLength(1);
  });
  test("defaultName never cuts a letter in two", () => {
    expect(complaints({ ...inputs, name: defaultName(`a${"𠀀".repeat(80)}`) })).toEqual([]);
  });
  test.each(["1.5h", "500ms"])("customTimeouts %s, which the engine takes", (create) => {
    expect(complaintsAboutTimeouts({ create })).toEqual([]);
  });
});

test.each(["name", "description", "resourceGroupId"] as const)(
  "8 a declared %s that is empty in the cloud is drift and shows",
  (key) => {
    const seen = without(peering, key) as Peering;
    const w = outputsOf(inputs, seen, "m");
    expect(w[key]).not.toBe(inputs[key]);
    expect(inputsOf(w, seen)[key]).not.toBe(inputs[key]);
  },
);

test("8b drifted tags do not show the cloud's own", () => {
  const seen: Peering = { ...peering, tags: { team: "x", "acs:rm:rgId": "1" } };
  expect(outputsOf(inputs, seen, "m").tags).toEqual({ team: "x" });
});

test("9 progress that alternates between two states does not chatter", () => {
  let t = 0;
  const lines: string[] = [];
  const p = progressOn(
    "u",
    (_u, text) => lines.push(text),
    () => t,
  );
  for (t = 3_000; t < 33_000; t += 500)
    p.report(t % 1_000 ? "Throttled; trying again in 0.5s" : "pending for 3s");
  expect(lines.length).toBeLessThanOrEqual(8);
});
test("9b a wait of three minutes in one state says it about every 15 s", () => {
  let t = 0;
  const lines: string[] = [];
  const clock = { t: 0 };
  const p = progressOn(
    "u",
    (_u, text) => lines.push(text),
    () => t,
  );
  const { duration } = jest.requireActual<typeof import("../../src/io/clock")>("../../src/io/clock");
  for (t = 0; t <= 180_000; t += 1_000) p.report(`pending for ${duration(t)}, ${duration(600_000 - t)} left`);
  expect(clock.t).toBe(0);
  expect(lines.length).toBeLessThanOrEqual(13);
});

test("10 a secret that begins with another one is blotted out whole", () => {
  keepSecret("abcdef");
  keepSecret("abcdefghijkl");
  expect(redacted("x abcdefghijkl y")).not.toContain("ghijkl");
});

test.each(["alicloud:accessKey", "alicloud:securityToken"])(
  "11 a %s with a line break at its end is a user's mistake, not a bug of ours",
  async (key) => {
    const [url, close] = await serve((_, out) => out.end("{}"));
    const error = await errorFrom(
      alicloud
        .open(settings({ "alicloud:endpoint": url, [key]: "LTAI5t\n" }))
        .get({ id: "x", region: "r" }, callWithin(500)),
    );
    close();
    expect(error).toBeInstanceOf(PeeringError);
  },
);

describe("roles", () => {
  test("many calls at once take on a role once", async () => {
    let times = 0;
    const source = keySource(settings({ "alicloud:assumeRole": { roleArn: "r" } }), async () => {
      times++;
      await new Promise((d) => setTimeout(d, 20));
      return {
        accessKeyId: "a",
        accessKeySecret: "bbbbb",
        securityToken: "ccccc",
        endsAt: Date.now() + 3_600_000,
      };
    });
    await Promise.all(Array.from({ length: 20 }, () => source()));
    expect(times).toBe(1);
  });
  test("a broken ~/.aliyun/config.json is no matter for a caller whose keys and regions are elsewhere", async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), "h-"));
    const file = path.join(home, "f.json");
    fs.writeFileSync(file, "{");
    process.env["ALICLOUD_SHARED_CREDENTIALS_FILE"] = file;
    const [url, close] = await serve((_, out) => out.end('{"AccountId":"1"}'));
    const me = await alicloud
      .open(settings({ "alicloud:endpoint": url }))
      .whoAmI({}, callWithin(800))
      .catch((e: unknown) => e);
    close();
    delete process.env["ALICLOUD_SHARED_CREDENTIALS_FILE"];
    expect(me).toMatchObject({ account: "1" });
  });
});

test("13 a program's own tests with setMocks of three arguments go on working", async () => {
  const pulumi = await import("@pulumi/pulumi");
  await pulumi.runtime.setMocks(
    { newResource: (a) => ({ id: a.name, state: a.inputs as object }), call: () => ({}) },
    "p",
    "s",
  );
  const lib = await import("../../src/program/index.js");
  expect(
    () =>
      new lib.VpcPeering("x", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-a", region: "r" },
        accepter: { vpcId: "vpc-b", accountId: "1" },
      }),
  ).not.toThrow();
});

test("14 a lock is not lost when the telling of the queue fails", async () => {
  const lock = new KeyedLock();
  const release = await lock.acquire(["a"]);
  await errorFrom(
    lock.acquire(["a"], () => {
      throw new Error("row is gone");
    }),
  );
  release();
  const got = await Promise.race([
    lock.acquire(["a"]).then(() => "got"),
    new Promise((r) =>
      setTimeout(() => {
        r("hangs");
      }, 200),
    ),
  ]);
  expect(got).toBe("got");
});

test("14b letting go twice does no harm", async () => {
  const lock = new KeyedLock();
  const release = await lock.acquire(["a"]);
  const second = lock.acquire(["a"]);
  release();
  release();
  await second;
  const places: number[] = [];
  void lock.acquire(["a"], (n) => places.push(n));
  await new Promise((r) => setImmediate(r));
  expect(places).toEqual([1]);
});

describe("http", () => {
  test.each([
    "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
  ])("%j does not hang it", async (words) => {
    const server = net.createServer((s) => {
      s.on("error", () => undefined);
      s.once("data", () => s.write(words));
    });
    await new Promise<void>((r) => server.listen(0, "127.0.0.1", r));
    const outcome = await Promise.race([
      send({
        method: "POST",
        url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
        headers: {},
        body: "x",
        timeoutMs: 300,
      }).catch((e: unknown) => e),
      new Promise((r) =>
        setTimeout(() => {
          r("hangs");
        }, 1_500),
      ),
    ]);
    server.close();
    expect(outcome).not.toBe("hangs");
  });
});

test("17 a call that must not be done twice is not repeated when nothing is said of its effect", async () => {
  const clock = new FakeClock();
  let calls = 0;
  await retrying(
    () => {
      if (++calls === 1) throw new PeeringError("x", { kind: "transient" });
      return Promise.resolve(1);
    },
    { clock, deadline: new Deadline(clock, 60_000), repeatable: false, report: () => undefined },
  ).catch(() => undefined);
  expect(calls).toBe(1);
});

test("18 the telling of a pause reads as a sentence", async () => {
  const clock = new FakeClock();
  const said: string[] = [];
  let n = 0;
  await retrying(
    () => {
      if (++n === 1) throw new PeeringError("There are other operations.", { kind: "busy" });
      return Promise.resolve(1);
    },
    { clock, deadline: new Deadline(clock, 60_000), repeatable: true, report: (m) => said.push(m) },
  );
  expect(said[0]).not.toContain(".;");
});

test("19 a duplicate that the list shows only a second later is gone on with", async () => {
  const clock = new FakeClock(() => 0.5, 0);
  const ours: Peering = { ...peering, owner: spec.owner };
  const cloud = {
    name: "alicloud",
    createIsRepeatable: true,
    create: async () => {
      await clock.after(50);
      throw new PeeringError("exists", { kind: "duplicate", executed: "yes" });
    },
    find: () => Promise.resolve(clock.now() > 1_000 ? [ours] : []),
    get: () => Promise.resolve(ours),
  } as unknown as Cloud;
  const context: Context = { clock, deadline: new Deadline(clock, 600_000), ...quiet };
  const work = { cloud, context, exclusively: (_: unknown, t: () => unknown) => t() } as unknown as Work;
  const got = await ensureConnection(
    { spec, markers: ["ours"], adopt: undefined },
    () => undefined,
    work,
  ).catch((e: unknown) => e);
  expect(got).toEqual(ours);
});

test("20 an unknown 5xx on create is looked up", async () => {
  const ours: Peering = { ...peering, owner: spec.owner };
  const clock = new FakeClock();
  const cloud = {
    name: "alicloud",
    createIsRepeatable: true,
    create: () =>
      Promise.reject(errorOf("CreateVpcPeerConnection", { status: 502, code: "BadGateway", message: "m" })),
    find: () => Promise.resolve([ours]),
    get: () => Promise.resolve(ours),
  } as unknown as Cloud;
  const context: Context = { clock, deadline: new Deadline(clock, 600_000), ...quiet };
  const work = { cloud, context, exclusively: (_: unknown, t: () => unknown) => t() } as unknown as Work;
  expect(
    await ensureConnection({ spec, markers: ["ours"], adopt: undefined }, () => undefined, work).catch(
      (e: unknown) => e,
    ),
  ).toEqual(ours);
});

test("21 an Output endpoint of an instance cannot be checked by the program, so nothing but the provider can", async () => {
  const { registered } = await run(
    ({ pulumi, lib }) => new lib.AlicloudProvider("x", { endpoint: pulumi.output("http://nowhere.invalid") }),
  );
  expect(registered[0]?.inputs["alicloud:endpoint"]).toBe("http://nowhere.invalid");
});

test("22 a failure that may last for 5 s is tried for 5 s, whatever came before it", async () => {
  const clock = new FakeClock();
  let n = 0;
  const got = await retrying(
    () => {
      if (++n <= 12) throw new PeeringError("busy", { kind: "busy" });
      if (n === 13)
        throw new PeeringError("refused", { kind: "transient", executed: "no", retryForMs: 5_000 });
      return Promise.resolve("done");
    },
    { clock, deadline: new Deadline(clock, 600_000), repeatable: true, report: () => undefined },
  ).catch((e: unknown) => String(e));
  expect(got).toBe("done");
});
