import { startEmulator } from "../../emulator";
import type { Admin } from "../../tools/stack/admin.cjs";
import { adminOf } from "../../tools/stack/admin.cjs";
import { exampleCloud } from "../clouds/example.cjs";

/** A cloud with one connection, and what a stack says to read it. */
export interface OneConnection {
  /** The cloud's settings by their names. */
  settings: Record<string, string>;
  /** The same one by one, as a stack's config has them. */
  config: Record<string, string>;
  admin: Admin;
  close: () => Promise<void>;
}

/** An emulator of the example's cloud with an active connection within one account, of which `more` may be said. */
export async function oneConnection(more: object = {}): Promise<OneConnection> {
  const { cloud, world, settings: given, vpcs, routing } = exampleCloud;
  const [id] = routing.connections;
  const emulator = await startEmulator({ world });
  const admin = adminOf(emulator.url);
  const ends = { requester: { vpcId: vpcs.hub.vpcId }, accepter: { vpcId: vpcs.app.vpcId } };
  await admin("POST", "/peerings", { cloud, id, status: "active", name: "hub-app", ...ends, ...more });
  const settings = { ...given.a, region: vpcs.hub.region, endpoint: emulator.url };
  const config = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`${cloud}:${key}`, value]),
  );
  return { settings, config, admin, close: () => emulator.close() };
}
