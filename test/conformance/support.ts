import type { CloudName, Emulator, PeeringRow, RouteRow, WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { adminOf } from "../../tools/stack/admin.cjs";
import { clouds as allClouds } from "../clouds/index.cjs";
import { worldOf } from "./worlds";

const opened: Emulator[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((emulator) => emulator.close()));
});

/** An emulator whose cloud answers by these guesses, in a world that has all that probes need. */
export async function emulating(cloud: CloudName, guesses: object): Promise<Emulator> {
  const { noLimits: limits } = allClouds[cloud];
  const { accounts, vpcs, quotas } = worldOf(cloud);
  const timings = { activateMs: 20, acceptMs: 20, updateMs: 20, deleteMs: 20, routeMs: 50 };
  const world = { timings, quotas, limits, [cloud]: { ...accounts, vpcs, guesses } } as WorldInput;
  const emulator = await startEmulator({ world });
  opened.push(emulator);
  return emulator;
}

/** What stands in the world that was not there at the start: connections that are alive, and routes that lead to some. */
export async function leftIn(emulator: Pick<Emulator, "url">): Promise<string[]> {
  const admin = adminOf(emulator.url);
  const peerings = (await admin("GET", "/peerings")) as PeeringRow[];
  const routes = (await admin("GET", "/routes")) as RouteRow[];
  return [
    ...peerings
      .filter(({ deleted, status }) => !deleted && status !== "deleted")
      .map(({ id, name }) => `${id} ${name}`),
    ...routes
      .filter(({ hop }) => hop.kind !== "local")
      .map(({ table, destination }) => `${table} ${destination}`),
  ];
}

/** The clouds that have probes. */
const PROBED = Object.values(allClouds).flatMap(({ cloud, conformance }) =>
  conformance === undefined ? [] : [cloud],
);

/** All of them, or the one that the environment names. */
export const clouds = (process.env["CLOUD"]?.split(",") ?? PROBED) as readonly CloudName[];

/** Whether everything is tried with everything, which takes a quarter of an hour. */
export const isFull = process.env["CONFORMANCE"] === "full";
