import { startEmulator } from "../../emulator";
import type { StructMessage } from "../../src/plugin/protocol";
import { messages } from "../../src/plugin/protocol";
import { serviceOf } from "../../src/plugin/service";
import { secret, secretsIn, toStruct } from "../../src/plugin/struct";
import { Session } from "../../src/provider/lifecycle/session";
import { Unfinished } from "../../src/provider/lifecycle/resource";
import { exampleCloud } from "../clouds/example.cjs";
import { FakeClock } from "../unit/support/fakeClock";

const { cloud, settings, vpcs, accountKey, accounts, world } = exampleCloud;

const INPUTS = {
  cloud,
  requester: vpcs.hub,
  accepter: { ...vpcs.app, [accountKey]: accounts.a },
  name: "story",
  description: secret("for us alone"),
};

/** Asks the plugin for a connection, one of whose properties is secret, on a cloud that takes so long for it. Waits take no time. */
async function asked(activateMs: number) {
  const emulator = await startEmulator({ world: { ...world, timings: { ...world.timings, activateMs } } });
  try {
    const said: Record<string, unknown> = { endpoint: emulator.url, ...settings.a };
    const session = new Session((key) => said[key.replace(`${cloud}:`, "")], new FakeClock());
    const about = { version: "0.0.0", schemaFile: "", engine: undefined, sessionFor: () => session };
    const urn = "urn:pulumi:dev::net::vpc-peering:index:Connection::story";
    const request = new messages.CreateRequest().setUrn(urn).setTimeout(30).setProperties(toStruct(INPUTS));
    return await serviceOf(about).create(request);
  } finally {
    await emulator.close();
  }
}

const secretOf = (struct: StructMessage | undefined): string[] => [...secretsIn(struct)];

test("what is secret among the inputs is secret among the outputs", async () => {
  expect(secretOf((await asked(0)).getProperties())).toEqual(["description"]);
});

test("and in what is kept of a connection that is not finished in time", async () => {
  const failure: unknown = await asked(60_000).catch((error: unknown) => error);
  if (!(failure instanceof Unfinished)) throw failure;
  expect(secretOf(toStruct(failure.properties))).toEqual(["description"]);
});
