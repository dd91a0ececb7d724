import type { CloudUnderTest } from "../contract/clouds";
import type { Bench, Failure } from "../contract/support";

/** A hook about to run, and what the engine does after it failed. */
export interface Scene {
  hook: () => Promise<unknown>;
  /** Runs the command again, with what the failure left in the state. */
  again: (failure: Failure | undefined) => Promise<unknown>;
  /** The connections that have to be there in the end: name and status. */
  wanted: string[];
}

/** One of the things that hooks do. */
export interface SceneOf {
  name: string;
  /** What the provider instances are told besides. */
  settings?: (under: CloudUnderTest) => Record<string, unknown>;
  /** Whether the deadline is that of `customTimeouts`; else the hook has minutes, and faults that never end are cut short. */
  isBounded: boolean;
  open: (bench: Bench, under: CloudUnderTest) => Promise<Scene>;
}

const ROLES = {
  alicloud: { roleArn: "acs:ram::1000000000000002:role/peering" },
  tencentcloud: { roleArn: "qcs::cam::uin/100000000002:roleName/peering" },
  huaweicloud: { agencyName: "peering", domainName: "bbbb00000000000000000000000000d2" },
};

/** All that the hooks do. */
export const SCENES: readonly SceneOf[] = [
  {
    name: "create",
    isBounded: true,
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
    isBounded: true,
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
    isBounded: true,
    open: async ({ connection, sameAccount }, { cloud, changes }) => {
      const isAlicloud = cloud === "alicloud";
      const before = sameAccount(isAlicloud ? { tags: { old: "tag" } } : {});
      const after = sameAccount({
        ...changes,
        name: "renamed",
        ...(isAlicloud ? { resourceGroupId: "rg-other" } : {}),
      });
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
    isBounded: false,
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
    isBounded: true,
    open: async ({ connection, sameAccount }) => {
      const { id, outs } = await connection.create(sameAccount());
      const destroy = (): Promise<void> => connection.delete(id, outs);
      return { hook: destroy, again: destroy, wanted: [] };
    },
  },
  {
    name: "reject",
    isBounded: true,
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
    isBounded: false,
    settings: ({ cloud }) => ({ [`${cloud}:assumeRole`]: ROLES[cloud] }),
    open: ({ identity }, { cloud, vpcs }) => {
      const ask = (): Promise<unknown> => identity.create({ cloud, where: vpcs.partner.region });
      return Promise.resolve({ hook: ask, again: ask, wanted: [] });
    },
  },
  {
    name: "identity",
    isBounded: false,
    open: ({ identity }, { cloud }) => {
      const ask = (): Promise<unknown> => identity.create({ cloud });
      return Promise.resolve({ hook: ask, again: ask, wanted: [] });
    },
  },
  {
    name: "preflight",
    isBounded: false,
    open: ({ connection, sameAccount }) => {
      const inputs = sameAccount({ preflight: true });
      const check = (): Promise<unknown> => connection.check({}, inputs);
      return Promise.resolve({ hook: check, again: check, wanted: [] });
    },
  },
];
