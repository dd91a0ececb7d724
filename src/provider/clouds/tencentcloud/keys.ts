import { homedir } from "node:os";
import { join } from "node:path";
import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Folders, KeyFile } from "./keyFiles";
import { readSdkKeys, readTccliKeys, readTccliRegion } from "./keyFiles";
import { keysOfMachine, METADATA_URL } from "./machineRole";
import { fromEnvironment, setting, text } from "./settings";

/** What a request is signed with. */
export interface Keys {
  secretId: string;
  secretKey: string;
  token?: string;
}

/** Keys that end at a moment, in milliseconds since 1970. */
export interface TemporaryKeys extends Keys {
  endsAt: number;
}

/** A role to take on, and how. */
export interface Role {
  roleArn: string;
  sessionName?: string;
  /** Seconds. */
  sessionDuration?: number;
  policy?: string;
  externalId?: string;
}

/** Takes on a role. */
export type AssumeRole = (keys: Keys, role: Role) => Promise<TemporaryKeys>;

/** Where keys come from; asked before every call, so that temporary keys stay fresh. */
export type KeySource = () => Promise<Keys>;

/** The machine that keys are looked for on. */
export interface Machine {
  home: string;
  metadataUrl: string;
}

const DEFAULT_PROFILE = "default";

/**
 * Finds the keys: those of the instance or stack, its profile, the environment, the files of Tencent Cloud's own
 * tools, and at last the role of the machine. A role to assume is then taken on with them.
 */
export function keySource(
  settings: Settings,
  assumeRole: AssumeRole,
  machine: Machine = { home: homedir(), metadataUrl: METADATA_URL },
): KeySource {
  const source = firstSource(settings, assumeRole, machine);
  const role = roleOf(settings("tencentcloud:assumeRole")) ?? roleOfEnvironment();
  return role === undefined ? source : renewing(async () => await assumeRole(await source(), role));
}

function firstSource(settings: Settings, assumeRole: AssumeRole, machine: Machine): KeySource {
  const read = (name: "secretId" | "secretKey" | "securityToken" | "profile"): string | undefined =>
    text(settings(`tencentcloud:${name}`));
  const given = pairOf(
    read("secretId"),
    read("secretKey"),
    "`tencentcloud:secretId`",
    "`tencentcloud:secretKey`",
  );
  if (given) return constant(given, read("securityToken"));
  const folders = foldersOf(machine);
  const profile = read("profile");
  if (profile !== undefined) return fromProfile(profile, folders, assumeRole);
  const ambient = pairOf(
    fromEnvironment("secretId"),
    fromEnvironment("secretKey"),
    "TENCENTCLOUD_SECRET_ID",
    "TENCENTCLOUD_SECRET_KEY",
  );
  if (ambient) return constant(ambient, fromEnvironment("securityToken"));
  const ambientProfile = fromEnvironment("profile");
  if (ambientProfile !== undefined) return fromProfile(ambientProfile, folders, assumeRole);
  return fromFilesOrMachine(folders, assumeRole, machine);
}

function foldersOf({ home }: Machine): Folders {
  const tccli = fromEnvironment("tccliFolder") ?? join(home, ".tccli");
  return { sdk: join(home, ".tencentcloud"), tccli };
}

type Pair = Pick<Keys, "secretId" | "secretKey">;

function pairOf(
  secretId: string | undefined,
  secretKey: string | undefined,
  nameOfId: string,
  nameOfKey: string,
): Pair | undefined {
  if (secretId !== undefined && secretKey !== undefined) return { secretId, secretKey };
  if (secretId === undefined && secretKey === undefined) return undefined;
  const [has, lacks] = secretId === undefined ? [nameOfKey, nameOfId] : [nameOfId, nameOfKey];
  throw noKeys(`${has} is set, but ${lacks} is not.`, "Set both, or neither.");
}

function constant(pair: Pair, token: string | undefined): KeySource {
  const keys = keysOf({ ...pair, ...defined({ token }) });
  return () => Promise.resolve(keys);
}

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf({ secretId, secretKey, token }: Keys): Keys {
  return { secretId, secretKey: keepSecret(secretKey), ...defined({ token: keepSecret(token) }) };
}

/** How long before their end temporary keys are renewed. */
const RENEW_MS = 5 * 60_000;

/** Keeps temporary keys until shortly before their end. Many who ask at once cause one call; a failure is not kept. */
function renewing(obtain: () => Promise<TemporaryKeys>): KeySource {
  let current: Promise<TemporaryKeys> | undefined;
  return async () => {
    const before = current;
    const keys = await before?.catch(() => undefined);
    const isFresh = keys !== undefined && keys.endsAt - RENEW_MS > Date.now();
    if (isFresh) return keysOf(keys);
    if (current === before) current = obtain();
    return keysOf(await (current ?? obtain()));
  };
}

/** A role as a provider instance gives it (an object) or as a stack's config does (JSON). */
function roleOf(value: unknown): Role | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const role = typeof value === "string" ? parsed(value) : value;
  if (typeof role === "object" && role !== null && "roleArn" in role && text(role.roleArn) !== undefined) {
    return role as Role;
  }
  throw noKeys(
    "`tencentcloud:assumeRole` has no `roleArn`.",
    'Write it as {"roleArn": "qcs::cam::uin/…:roleName/…"}.',
  );
}

function roleOfEnvironment(): Role | undefined {
  const roleArn = fromEnvironment("roleArn");
  if (roleArn === undefined) return undefined;
  const seconds = Number(fromEnvironment("sessionDuration"));
  return {
    roleArn,
    ...defined({
      sessionName: fromEnvironment("sessionName"),
      sessionDuration: seconds > 0 ? seconds : undefined,
      externalId: fromEnvironment("externalId"),
    }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Looks for the source once, when keys are first needed; a failure is not kept. */
function lazily(find: () => Promise<KeySource>): KeySource {
  let source: Promise<KeySource> | undefined;
  return async () => {
    source ??= find().catch((error: unknown) => {
      source = undefined;
      throw error;
    });
    return await (
      await source
    )();
  };
}

function fromProfile(profile: string, folders: Folders, assumeRole: AssumeRole): KeySource {
  return lazily(async () => {
    const file = (await readTccliKeys(profile, folders)) ?? (await readSdkKeys(profile, folders));
    const source = sourceIn(file, assumeRole);
    if (source !== undefined) return source;
    throw noKeys(
      `There is no profile "${profile}" with keys.`,
      `Look into ${folders.tccli} and ${folders.sdk}, or run \`tccli configure --profile ${profile}\`.`,
    );
  });
}

function fromFilesOrMachine(folders: Folders, assumeRole: AssumeRole, machine: Machine): KeySource {
  return lazily(async () => {
    const inFiles =
      sourceIn(await readSdkKeys(DEFAULT_PROFILE, folders), assumeRole) ??
      sourceIn(await readTccliKeys(DEFAULT_PROFILE, folders), assumeRole);
    return inFiles ?? renewing(() => fromMachine(machine));
  });
}

function sourceIn(file: KeyFile | undefined, assumeRole: AssumeRole): KeySource | undefined {
  const { secretId, secretKey, token, roleArn, sessionName } = file ?? {};
  if (secretId === undefined || secretKey === undefined) return undefined;
  const source = constant({ secretId, secretKey }, token);
  if (roleArn === undefined) return source;
  return renewing(async () => await assumeRole(await source(), { roleArn, ...defined({ sessionName }) }));
}

async function fromMachine({ metadataUrl }: Machine): Promise<TemporaryKeys> {
  const keys = await keysOfMachine(metadataUrl, fromEnvironment("camRoleName"));
  if (keys !== undefined) return keys;
  throw noKeys(
    "No keys were found: not in the provider instance, not in the stack's config, not in the environment, not in a file of Tencent Cloud's tools, and this machine has no role.",
    "Set `secretId` and `secretKey` of a TencentcloudProvider, or `pulumi config set --secret tencentcloud:secretKey …` and `pulumi config set --secret tencentcloud:secretId …`.",
  );
}

function noKeys(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "credentials", cloud: "tencentcloud", remedy });
}

/** The region that settings, the environment or the profile in use name. */
export async function regionOf(settings: Settings, home = homedir()): Promise<string | undefined> {
  const named = setting(settings, "region");
  if (named !== undefined) return named;
  const profile = setting(settings, "profile") ?? DEFAULT_PROFILE;
  return await readTccliRegion(profile, foldersOf({ home, metadataUrl: METADATA_URL }));
}
