import { z } from "zod";
import { clouds } from "../../emulator/clouds/index";
import type { Cloud } from "../../emulator/core/cloud";
import { limit } from "../../emulator/core/fields";
import { statusWords } from "../../emulator/core/store/status";
import type { WorldPart } from "../../emulator/core/worldPart";
import { start } from "../../emulator/start";

const world = {
  settings: z.strictObject({ greeting: z.string().default("hello") }),
  quotas: z.strictObject({ perVpc: limit(3) }),
  limits: { nimbusPerHour: limit(60) },
} satisfies WorldPart;

/** A cloud that answers every call with its greeting. */
const nimbus: Cloud<"nimbus", typeof world> = {
  name: "nimbus",
  title: "Nimbus",
  recognises: ({ path }) => path.startsWith("/nimbus/"),
  words: statusWords({ active: "UP" }),
  newPeeringId: () => "nim-1",
  defaultBandwidth: () => null,
  problems: { tooLarge: { code: "Flood" }, bug: { code: "Bug" } },
  world,
  vpcsOf: () => [],
  accountsOf: () => ["me"],
  strictIds: () => false,
  createRoom: (_core, { greeting, quotas, limits }) => ({
    read: ({ path }) => {
      const answer = (status: number, body: object, code: string | null = null) => ({
        status,
        headers: {},
        body: JSON.stringify(body),
        code,
      });
      return {
        action: path,
        account: null,
        region: null,
        params: {},
        vpcIds: [],
        peeringIds: [],
        requestId: "1",
        answer: () => {
          if (path === "/nimbus/burst") throw new Error("a cloud burst");
          return answer(200, { greeting, perVpc: quotas.perVpc, perHour: limits.nimbusPerHour });
        },
        failure: ({ code, message }) => answer(400, { code, message }, code),
      };
    },
  }),
};

test("an emulator starts with one more cloud, which has its part of the world, the log, faults and seeds", async () => {
  const emulator = await start([...clouds, nimbus] as const, {
    world: {
      nimbus: { greeting: "good day" },
      limits: { nimbusPerHour: 7 },
      peerings: [{ cloud: "nimbus", requester: { vpcId: "a" }, accepter: { vpcId: "b" } }],
    },
  });
  try {
    expect(emulator.world).toMatchObject({
      quotas: { nimbus: { perVpc: 3 } },
      limits: { alicloudPerMinute: 360 },
    });
    const ask = async (path: string, body?: object): Promise<unknown> => {
      const init = body && { method: "POST", body: JSON.stringify(body) };
      return (await fetch(emulator.url + path, init)).json();
    };
    expect(await ask("/nimbus/hail")).toEqual({ greeting: "good day", perVpc: 3, perHour: 7 });
    expect(await ask("/nimbus/burst")).toEqual({
      code: "Bug",
      message: "A bug of the emulator: Error: a cloud burst",
    });
    const fault = { cloud: "nimbus", action: "*", fault: { type: "error", code: "Rain" } };
    await ask("/_emulator/faults", fault);
    expect(await ask("/nimbus/hail")).toEqual({ code: "Rain" });
    expect(await ask("/_emulator/peerings")).toMatchObject([
      { id: "nim-1", cloud: "nimbus", cloudStatus: "UP" },
    ]);
    expect(await ask("/_emulator/requests")).toMatchObject([
      { cloud: "nimbus", action: "/nimbus/hail", code: null },
      { cloud: "nimbus", code: "Bug", httpStatus: 400 },
      { cloud: "nimbus", code: "Rain" },
    ]);
    expect(await ask("/_emulator/faults", { ...fault, cloud: "cumulus" })).toEqual({
      error: {
        message: 'cloud is "cumulus": must be one of "alicloud", "tencentcloud", "huaweicloud", "nimbus".',
      },
    });
  } finally {
    await emulator.close();
  }
});

test.each([
  // @ts-expect-error -- A cloud needs a room.
  ["a cloud without a room", () => start([{ ...nimbus, createRoom: undefined }] as const)],
  // @ts-expect-error -- A cloud needs a part of the world.
  ["a cloud without a world", () => start([{ ...nimbus, world: undefined }] as const)],
  // @ts-expect-error -- A world holds the clouds that are started, and no others.
  ["a world of another cloud", () => start(clouds, { world: { nimbus: {} } })],
])("%s neither compiles nor starts", async (_, attempt) => {
  await expect(attempt()).rejects.toThrow();
});
