import { homedir } from "node:os";
import { join } from "node:path";
import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Fields } from "../kit/json";
import type { KeyFamily } from "../kit/keyFamilies";
import { keysInEnvironment } from "../kit/keyFamilies";
import type { KeySource, NamedKeys, Temporary } from "../kit/keys";
import { constant, label, lazily, noKeys, pairOf, renewing, roleIn, settingsReader, text } from "../kit/keys";
import type { Attempt } from "../kit/pipeline";
import type { SessionRules } from "../kit/roleSession";
import { sessionOf } from "../kit/roleSession";
import type { ActionName, Request } from "./actions";
import { ANY_REGION } from "./actions";
import type { Folders, KeyFile } from "./keyFiles";
import { readSdkKeys, readTccliKeys, readTccliRegion } from "./keyFiles";
import { keysOfMachine, METADATA_URL } from "./machineRole";
import type { Keys } from "./sign";

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
export type AssumeRole = (keys: Keys, role: Role) => Promise<Temporary<Keys>>;

/** The machine that keys are looked for on. */
interface Machine {
  home: string;
  metadataUrl: string;
}

const DEFAULT_PROFILE = "default";

/** The environment variables of each setting: of the SDKs, of Terraform and Pulumi, of the command line. */
const { setting, fromEnvironment } = settingsReader("tencentcloud", {
  region: ["TENCENTCLOUD_REGION"],
  profile: ["TENCENTCLOUD_PROFILE"],
  tccliFolder: ["TENCENTCLOUD_SHARED_CREDENTIALS_DIR"],
  camRoleName: ["TENCENTCLOUD_CAM_ROLE_NAME"],
  roleArn: ["TENCENTCLOUD_ASSUME_ROLE_ARN"],
  externalId: ["TENCENTCLOUD_ASSUME_ROLE_EXTERNAL_ID"],
});

/** The variables of a pair of keys, which all of Tencent Cloud's tools share, and of the token, which each has its own for. */
const FAMILIES: readonly KeyFamily[] = [
  {
    id: "TENCENTCLOUD_SECRET_ID",
    secret: "TENCENTCLOUD_SECRET_KEY",
    tokens: ["TENCENTCLOUD_SECURITY_TOKEN", "TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN"],
  },
];

/** The session of a role (API: sts AssumeRole, RoleSessionName and DurationSeconds). */
const SESSION: SessionRules = {
  name: {
    property: "sessionName",
    variables: ["TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME"],
    pattern: /^[\w+=,.@-]{2,128}$/,
    rule: "2 to 128 letters, digits or characters of +=,.@-_",
  },
  length: {
    property: "sessionDuration",
    variables: ["TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION"],
    min: 1,
    max: 43_200,
  },
};

/**
 * Finds the keys: those of the instance or stack, its profile, the environment, the files of Tencent Cloud's own
 * tools, and at last the role of the machine. A role to assume is then taken on with them.
 */
export function keySource(
  settings: Settings,
  assumeRole: AssumeRole,
  machine: Machine = { home: homedir(), metadataUrl: METADATA_URL },
): KeySource<Keys> {
  const source = firstSource(settings, assumeRole, machine);
  const role = roleOf(settings("tencentcloud:assumeRole")) ?? roleOfEnvironment();
  return role === undefined ? source : assuming(source, role, assumeRole);
}

function firstSource(settings: Settings, assumeRole: AssumeRole, machine: Machine): KeySource<Keys> {
  const of = (name: string): string | undefined => text(settings(`tencentcloud:${name}`));
  const given = keysFrom({
    id: { name: "`tencentcloud:secretId`", value: of("secretId") },
    secret: { name: "`tencentcloud:secretKey`", value: of("secretKey") },
    token: { name: "`tencentcloud:securityToken`", value: of("securityToken") },
  });
  if (given !== undefined) return constant(given);
  const folders = foldersOf(machine);
  const profile = of("profile");
  if (profile !== undefined) return fromProfile(profile, folders, assumeRole);
  const ambient = keysInEnvironment(FAMILIES, keysFrom);
  if (ambient !== undefined) return constant(ambient);
  const ambientProfile = fromEnvironment("profile");
  if (ambientProfile !== undefined) return fromProfile(ambientProfile, folders, assumeRole);
  return fromFilesOrMachine(folders, assumeRole, machine);
}

function foldersOf({ home }: Pick<Machine, "home">): Folders {
  const tccli = fromEnvironment("tccliFolder") ?? join(home, ".tccli");
  return { sdk: join(home, ".tencentcloud"), tccli };
}

function keysFrom(named: NamedKeys): Keys | undefined {
  const pair = pairOf("tencentcloud", named);
  if (pair === undefined) return undefined;
  const [secretId, secretKey] = pair;
  return keysOf({ secretId, secretKey, ...defined({ token: named.token?.value }) });
}

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf<K extends Keys>(keys: K): K {
  keepSecret(keys.secretKey);
  keepSecret(keys.token);
  return keys;
}

function assuming(source: KeySource<Keys>, role: Role, assumeRole: AssumeRole): KeySource<Keys> {
  return renewing(async () => {
    const { name, length } = sessionOf("tencentcloud", SESSION, role);
    const session = defined({ sessionName: name, sessionDuration: length });
    return keysOf(await assumeRole(await source(), { ...role, ...session }));
  });
}

/** Takes on a role by the cloud's own call for that. */
export function assumingBy(attempt: Attempt<ActionName, Request, Keys>, settings: Settings): AssumeRole {
  return async (keys, role) => {
    const action = "AssumeRole";
    const params = {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? "pulumi-vpc-peering",
      DurationSeconds: role.sessionDuration,
      Policy: role.policy === undefined ? undefined : encodeURIComponent(role.policy),
      ExternalId: role.externalId,
    };
    const region = (await regionOf(settings)) ?? ANY_REGION;
    const answer = await attempt({ action, request: { region, params }, keys });
    const { TmpSecretId, TmpSecretKey, Token } = (answer["Credentials"] ?? {}) as Fields;
    const [secretId, secretKey, token] = [text(TmpSecretId), text(TmpSecretKey), text(Token)];
    if (secretId === undefined || secretKey === undefined || token === undefined) {
      const facts = { kind: "credentials", cloud: "tencentcloud", action } as const;
      throw new PeeringError(`The role ${role.roleArn} gave no keys.`, facts);
    }
    return { secretId, secretKey, token, endsAt: Number(answer["ExpiredTime"]) * 1000 };
  };
}

/** A role as a provider instance gives it (an object) or as a stack's config does (JSON). */
function roleOf(value: unknown): Role | undefined {
  const role = roleIn("tencentcloud", value);
  if (role === undefined || text(role["roleArn"]) !== undefined) return role as Role | undefined;
  const remedy = 'Write it as {"roleArn": "qcs::cam::uin/…:roleName/…"}.';
  throw noKeys("tencentcloud", "`tencentcloud:assumeRole` has no `roleArn`.", remedy);
}

function roleOfEnvironment(): Role | undefined {
  const roleArn = fromEnvironment("roleArn");
  return roleArn === undefined
    ? undefined
    : { roleArn, ...defined({ externalId: fromEnvironment("externalId") }) };
}

function fromProfile(profile: string, folders: Folders, assumeRole: AssumeRole): KeySource<Keys> {
  return lazily(async () => {
    const file = (await readTccliKeys(profile, folders)) ?? (await readSdkKeys(profile, folders));
    const source = sourceIn(file, assumeRole);
    if (source !== undefined) return source;
    throw noKeys(
      "tencentcloud",
      `There is no profile "${profile}" with keys.`,
      `Look into ${folders.tccli} and ${folders.sdk}, or run \`tccli configure --profile ${profile}\`.`,
    );
  });
}

function fromFilesOrMachine(folders: Folders, assumeRole: AssumeRole, machine: Machine): KeySource<Keys> {
  return lazily(async () => {
    const inFiles =
      sourceIn(await readSdkKeys(DEFAULT_PROFILE, folders), assumeRole) ??
      sourceIn(await readTccliKeys(DEFAULT_PROFILE, folders), assumeRole);
    return inFiles ?? renewing(async () => keysOf(await fromMachine(machine)));
  });
}

function sourceIn(file: KeyFile | undefined, assumeRole: AssumeRole): KeySource<Keys> | undefined {
  const { secretId, secretKey, token, roleArn, sessionName } = file ?? {};
  if (secretId === undefined || secretKey === undefined) return undefined;
  const source = constant(keysOf({ secretId, secretKey, ...defined({ token }) }));
  return roleArn === undefined
    ? source
    : assuming(source, { roleArn, ...defined({ sessionName }) }, assumeRole);
}

async function fromMachine({ metadataUrl }: Machine): Promise<Temporary<Keys>> {
  const keys = await keysOfMachine(metadataUrl, fromEnvironment("camRoleName"));
  if (keys !== undefined) return keys;
  throw noKeys(
    "tencentcloud",
    "No keys were found: not in the provider instance, not in the stack's config, not in the environment, not in a file of Tencent Cloud's tools, and this machine has no role.",
    "Set `secretId` and `secretKey` of a TencentcloudProvider, or `pulumi config set --secret tencentcloud:secretKey …` and `pulumi config set --secret tencentcloud:secretId …`.",
  );
}

/** The region that settings, the environment or the profile in use name. */
export async function regionOf(settings: Settings, home = homedir()): Promise<string | undefined> {
  const profile = setting(settings, "profile") ?? DEFAULT_PROFILE;
  const region = setting(settings, "region") ?? (await readTccliRegion(profile, foldersOf({ home })));
  return label("tencentcloud", "The region", region);
}
