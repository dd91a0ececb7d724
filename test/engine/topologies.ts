import type { PeeringRow } from "../../emulator";
import type { Stack } from "../../tools/stack/stack.cjs";
import type { CloudWithRoutes } from "./reach";
import { reach } from "./reach";

/** What programs of hubs and meshes begin with, besides what all do. */
export const TOPOLOGIES = 'const { VpcHub, VpcMesh } = require("pulumi-vpc-peering");';

interface Step {
  op: string;
  urn: string;
}

/** The names of the peerings that a preview is going to touch, each once. */
export async function touchedIn(stack: Stack): Promise<string[]> {
  const { steps } = JSON.parse(await stack.ok("preview", "--json")) as { steps: Step[] };
  const touched = steps
    .filter(({ op, urn }) => op !== "same" && /Connection::|Acceptance::|Routes::/.test(urn))
    .map(({ urn }) => (urn.split("::").at(-1) ?? "").replace(/-(requester|accepter)$/, ""));
  return [...new Set(touched)].sort();
}

/** The connections that are there, by name: their ids. */
export async function livingIn(stack: Stack): Promise<Record<string, string>> {
  const rows = (await stack.peerings()).filter(({ deleted }) => !deleted);
  return Object.fromEntries(rows.map(({ name, id }: PeeringRow) => [name, id]));
}

/** How often each call was made that makes, accepts or deletes connections, since this was asked last. */
export async function changesIn(
  stack: Stack,
  { actions: { create, accept, delete: remove } }: CloudWithRoutes,
): Promise<Record<string, number>> {
  const calls = await stack.newCalls();
  const counts = Object.entries({ create, accept, delete: remove }).map(
    ([name, action]): [string, number] => [name, calls.filter((call) => call === action).length],
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** The pairs of these VPCs, as `1-2`, between which packets and their answers find their way. */
export async function reachable(stack: Stack, vpcIds: readonly string[]): Promise<string[]> {
  const pairs = vpcIds.flatMap((from, i) =>
    vpcIds.slice(i + 1).map((to, j) => ({ from, to, pair: `${i}-${i + 1 + j}` })),
  );
  const looked = await Promise.all(
    pairs.map(async ({ from, to, pair }) => ({ pair, ...(await reach(stack, from, to)) })),
  );
  return looked.filter(({ reaches }) => reaches).map(({ pair }) => pair);
}
