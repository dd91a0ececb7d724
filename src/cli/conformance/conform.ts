import { randomBytes } from "node:crypto";
import type { Clock } from "../../io/clock";
import type { CloudName } from "../../model/clouds";
import { defined } from "../../model/defined";
import { isPeeringError } from "../../model/errors";
import { clean } from "./clean";
import type { Cleaned } from "./clean";
import type { AccountName, Config, VpcName } from "./config";
import { Masks } from "./mask";
import type { Need, Probe } from "./probe";
import { Unclear } from "./unclear";
import type { Finding } from "./run";
import { run } from "./run";
import { accountsOf } from "./stage/keys";
import type { Scene } from "./stage/stage";
import { Stage } from "./stage/stage";

/** A cloud, and what may be used of it. */
export interface Ground {
  cloud: CloudName;
  config: Config;
  clock: Clock;
}

/** What a run is told. */
export interface Orders {
  probes: readonly Probe[];
  isStopped: () => boolean;
  onDone: (findings: readonly Finding[]) => void;
}

/** What came of a run. */
export interface Outcome {
  findings: Finding[];
  /** Why not all that was made is removed; nothing if it is. */
  left?: string;
}

/** Runs probes, and removes all that they made, whatever happens. */
export async function conform(ground: Ground, orders: Orders): Promise<Outcome> {
  const scene = await sceneOn(ground);
  const stage = new Stage(scene);
  const running = { ...orders, stage, masks: masksFor(scene), lacks: lackingIn(ground.config) };
  try {
    const findings = await run(orders.probes, running);
    return { findings, ...defined({ left: await failureOf(stage.end()) }) };
  } catch (error) {
    await failureOf(stage.end());
    throw error;
  }
}

async function failureOf(task: Promise<void>): Promise<string | undefined> {
  try {
    await task;
    return undefined;
  } catch (error) {
    if (isPeeringError(error) || error instanceof Unclear) return error.message;
    throw error;
  }
}

/** Removes what runs have left that did not come to their end. */
export async function cleanUp(ground: Ground): Promise<Cleaned> {
  return await clean(await sceneOn(ground));
}

/** What a config lacks of what probes need. */
export function lackingIn({ accounts, vpcs }: Config): (need: Need) => boolean {
  return (need) => (need === "stranger" ? accounts.stranger : vpcs[need]) === undefined;
}

async function sceneOn({ cloud, config, clock }: Ground): Promise<Scene> {
  const accounts = await accountsOf(cloud, config, clock);
  return { config, accounts, run: randomBytes(4).toString("hex") };
}

function masksFor({ config, accounts }: Scene): Masks {
  const masks = new Masks();
  for (const [name, { id }] of accounts) masks.add(id, `account ${name satisfies AccountName}`);
  const vpcs = Object.entries(config.vpcs) as [VpcName, Config["vpcs"]["first"] | undefined][];
  for (const [name, vpc] of vpcs) masks.add(vpc?.vpcId ?? "", `VPC ${name}`);
  return masks;
}
