import type { CloudName, WorldInput } from "../../emulator";
import { clouds } from "../clouds/index.cjs";

/** A world that has all that the probes of a cloud need, and the config that names it. */
interface World {
  accounts: object;
  vpcs: readonly object[];
  quotas: NonNullable<WorldInput["quotas"]>;
  config: { accounts: Record<string, object>; vpcs: Record<string, { vpcId: string; region: string }> };
  variables: Record<string, string>;
  /** The action that a probe ends a request by. */
  reject: string;
}

/** The world of a cloud that has probes. */
export function worldOf(cloud: CloudName): World {
  const { conformance, ownerKey } = clouds[cloud];
  if (conformance === undefined) throw new Error(`Nothing is known of what the probes of ${cloud} need`);
  const { list, accounts, vpcs, quotas = {}, reject } = conformance;
  return {
    accounts: { [list]: Object.values(accounts).map(({ row }) => row) },
    vpcs: Object.values(vpcs).map(({ of, ...vpc }, index) => ({
      ...vpc,
      [ownerKey]: accounts[of]?.row[ownerKey],
      ...cidrs(index + 1),
    })),
    quotas,
    config: {
      accounts: mapped(accounts, ({ row: _, keys, ...more }, who) => ({
        ...more,
        environment: mapped(keys, (_value, setting) => variable(who, setting)),
      })),
      vpcs: mapped(vpcs, ({ of: _, ...vpc }) => vpc),
    },
    variables: Object.fromEntries(
      Object.entries(accounts).flatMap(([who, { keys }]) =>
        Object.entries(keys).map(([setting, value]) => [variable(who, setting), value]),
      ),
    ),
    reject,
  };
}

const cidrs = (part: number) => ({
  cidrBlocks: [`10.${part}.0.0/16`, `10.${100 + part}.0.0/16`],
  subnets: [{ cidr: `10.${part}.1.0/24` }],
});

/** The environment variable that has a key of an account. */
const variable = (who: string, setting: string) => `CONFORMANCE_${who}_${setting}`.toUpperCase();

function mapped<T, R>(all: Record<string, T>, change: (one: T, name: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one, name)]));
}
