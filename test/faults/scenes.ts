import type { WorldInput } from "../../emulator";
import type { CloudUnderTest } from "../contract/clouds";
import type { Bench, Failure } from "../contract/support";
import { DEADLINE_MS } from "./kinds";

/** A hook about to run, and what the engine does after it failed. */
export interface Scene {
  hook: () => Promise<unknown>;
  /** Runs the command again, with what the failure left in the state. */
  again: (failure: Failure | undefined) => Promise<unknown>;
  /** The connections that have to be there in the end: name and status. */
  wanted: string[];
  /** What else is wrong in the end. */
  wrongIn?: () => Promise<string[]>;
}

/** One of the things that hooks do. */
export interface SceneOf {
  name: string;
  /** What the provider instances are told besides. */
  settings?: (under: CloudUnderTest) => Record<string, unknown>;
  /** What the cloud has besides. */
  world?: (under: CloudUnderTest) => WorldInput;
  /** The hook's deadline, in milliseconds: that of `customTimeouts`, or the product's own. */
  limitMs: number;
  open: (bench: Bench, under: CloudUnderTest) => Promise<Scene>;
}

/** How long a hook may take that only reads. */
export const READ_MS = 2 * 60_000;

/** ProviderCalls that run at the same time. They fail if one does, when all have ended. */
export async function together(...hooks: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(hooks);
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason as Error;
}

/** All that the hooks do. */
export const SCENES: readonly SceneOf[] = [
  {
    name: "create",
    limitMs: DEADLINE_MS,
    open: ({ connection, sameAccount }) => {
      const inputs = sameAccount();
      return Promise.resolve({
        hook: () => connection.create(inputs),
        again: (failure) =>
          failure?.id === undefined
            ? connection.create(inputs)
            : connection.update(failure.id, failure.properties ?? {}, inputs),
        wanted: ["story active"],
      });
    },
  },
  {
    name: "accept",
    limitMs: DEADLINE_MS,
    open: async ({ connection, acceptance, crossAccount, acceptanceOf }) => {
      const { id } = await connection.create(crossAccount());
      const inputs = acceptanceOf(id);
      return {
        hook: () => acceptance.create(inputs),
        again: (failure) =>
          failure?.id === undefined
            ? acceptance.create(inputs)
            : acceptance.update(failure.id, failure.properties ?? {}, inputs),
        wanted: ["story active"],
      };
    },
  },
  {
    name: "update",
    limitMs: DEADLINE_MS,
    open: async ({ connection, sameAccount }, { changes, update }) => {
      const before = sameAccount(update.before);
      const after = sameAccount({ ...changes, name: "renamed", ...update.after });
      const { id, outs } = await connection.create(before);
      return {
        hook: () => connection.update(id, outs, after),
        again: (failure) => connection.update(id, failure?.properties ?? outs, after),
        wanted: ["renamed active"],
      };
    },
  },
  {
    name: "read",
    limitMs: READ_MS,
    open: async ({ connection, sameAccount }) => {
      const { id, outs } = await connection.create(sameAccount());
      const read = async (): Promise<void> => {
        const { id: seen } = await connection.read(id, outs);
        if (seen !== id) throw new Error("the connection was taken for gone");
      };
      return { hook: read, again: read, wanted: ["story active"] };
    },
  },
  {
    name: "delete",
    limitMs: DEADLINE_MS,
    open: async ({ connection, sameAccount }) => {
      const { id, outs } = await connection.create(sameAccount());
      const destroy = (): Promise<void> => connection.delete(id, outs);
      return { hook: destroy, again: destroy, wanted: [] };
    },
  },
  {
    name: "two reads that share a list",
    limitMs: READ_MS,
    open: async ({ connection, sameAccount, crossAccount }) => {
      const made = [await connection.create(sameAccount()), await connection.create(crossAccount())];
      const read = async (): Promise<void> => {
        const seen = made.map(async ({ id, outs }) => (await connection.read(id, outs)).id);
        await together(...seen);
        if ((await Promise.all(seen)).includes(undefined)) throw new Error("a connection was taken for gone");
      };
      return { hook: read, again: read, wanted: ["story active", "story pending"] };
    },
  },
  {
    name: "two deletes that share a list",
    // One waits for the other, which does not count.
    limitMs: 2 * DEADLINE_MS,
    open: async ({ connection, sameAccount, crossAccount }) => {
      const made = [await connection.create(sameAccount()), await connection.create(crossAccount())];
      const destroy = (): Promise<void> =>
        together(...made.map(({ id, outs }) => connection.delete(id, outs)));
      return { hook: destroy, again: destroy, wanted: [] };
    },
  },
  {
    name: "reject",
    limitMs: DEADLINE_MS,
    open: async ({ connection, acceptance, crossAccount, acceptanceOf }) => {
      const { id } = await connection.create(crossAccount());
      const inputs = { ...acceptanceOf(id), decision: "reject", onDelete: "keep" };
      return {
        hook: () => acceptance.create(inputs),
        again: () => acceptance.create(inputs),
        wanted: ["story rejected"],
      };
    },
  },
  {
    name: "identity of a role",
    limitMs: READ_MS,
    settings: ({ cloud, role }) => ({ [`${cloud}:assumeRole`]: role }),
    open: ({ identity }, { cloud, vpcs }) => {
      const ask = (): Promise<unknown> => identity.create({ cloud, where: vpcs.partner.region });
      return Promise.resolve({ hook: ask, again: ask, wanted: [] });
    },
  },
  {
    name: "identity",
    limitMs: READ_MS,
    open: ({ identity }, { cloud }) => {
      const ask = (): Promise<unknown> => identity.create({ cloud });
      return Promise.resolve({ hook: ask, again: ask, wanted: [] });
    },
  },
  {
    name: "preflight",
    limitMs: 10_000,
    open: ({ connection, sameAccount }) => {
      const inputs = sameAccount({ preflight: true });
      const check = (): Promise<unknown> => connection.check({}, inputs);
      return Promise.resolve({ hook: check, again: check, wanted: [] });
    },
  },
];
