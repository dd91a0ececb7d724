import type { CloudName } from "../../../model/clouds";
import { Deadline } from "../../../io/clock";
import type { Clock } from "../../../io/clock";
import { PeeringError } from "../../../model/errors";
import type { Cloud, Settings } from "../../../provider/clouds/cloud";
import type { Context } from "../../../provider/clouds/context";
import type { Raw } from "../../../provider/clouds/raw";
import { cloudModule } from "../../../provider/clouds/registry";
import { SILENT } from "../../../provider/lifecycle/work";
import type { AccountName, Config } from "../config";

/** One account of the config, as it is spoken to. */
export interface Account {
  cloud: Cloud;
  raw: Raw;
  /** Who this is, by the cloud's own word. */
  id: string;
  context: () => Context;
}

/** The longest that one step may take: a connection between regions comes up in a minute or two. */
const STEP_MS = 5 * 60_000;

/** Opens all accounts of a config, and has each say who it is. */
export async function accountsOf(
  cloud: CloudName,
  config: Config,
  clock: Clock,
): Promise<ReadonlyMap<AccountName, Account>> {
  const module = await cloudModule(cloud);
  if (module.raw === undefined)
    throw new PeeringError(`Nothing is asked of ${cloud}.`, { kind: "unsupported", cloud });
  const context = (): Context => ({ ...SILENT, clock, deadline: new Deadline(clock, STEP_MS) });
  const accounts = new Map<AccountName, Account>();
  const { region } = config.vpcs.first;
  for (const name of Object.keys(config.accounts) as AccountName[]) {
    const settings = settingsOf(cloud, config, name);
    const opened = module.open(settings);
    const { account: id } = await opened.whoAmI({ region }, context());
    const [twin] = [...accounts].find(([, one]) => one.id === id) ?? [];
    if (twin !== undefined) {
      throw new PeeringError(
        `The keys of accounts.${name} and accounts.${twin} belong to one account, ${id}.`,
        {
          kind: "wrongAccount",
          cloud,
          remedy: `Correct accounts.${name}, or leave it out.`,
        },
      );
    }
    accounts.set(name, { cloud: opened, raw: module.raw(settings), id, context });
  }
  return accounts;
}

/** What stands in the config, in the variables that it names, and the rest in the environment as ever. */
function settingsOf(cloud: CloudName, config: Config, name: AccountName): Settings {
  const { environment = {}, ...given } = config.accounts[name] ?? {};
  const named = Object.entries(environment).map(([setting, variable]) => [setting, process.env[variable]]);
  const settings: Record<string, unknown> = {
    region: config.vpcs.first.region,
    endpoint: config.endpoint,
    ...given,
    ...(Object.fromEntries(named) as Record<string, unknown>),
  };
  const own: Record<string, unknown> = {
    "vpc-peering:requestTimeoutMs": process.env["CONFORMANCE_TIMEOUT_MS"],
  };
  return (key) => (key.startsWith(`${cloud}:`) ? settings[key.slice(cloud.length + 1)] : own[key]);
}
