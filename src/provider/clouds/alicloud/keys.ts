import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import type { Settings } from "../cloud";
import { textIn } from "../kit/answer";
import type { Fields } from "../kit/json";
import type { KeyFamily } from "../kit/keyFamilies";
import { keysInEnvironment } from "../kit/keyFamilies";
import type { KeySource, NamedKeys, Temporary } from "../kit/keys";
import { constant, label, lazily, noKeys, pairOf, renewing, roleIn, settingsReader, text } from "../kit/keys";
import type { Attempt } from "../kit/pipeline";
import type { SessionRules } from "../kit/roleSession";
import { sessionOf } from "../kit/roleSession";
import type { ActionName, Params } from "./actions";
import type { Profile, Profiles } from "./keyFiles";
import { readProfiles } from "./keyFiles";
import type { Keys } from "./sign";
import { fromCommandLine, fromDefaultChain, fromIniFile, fromMachine, fromUri } from "./officialKeys";

/** A role to take on, and how. */
export interface Role {
  roleArn: string;
  sessionName?: string;
  /** Seconds. */
  sessionExpiration?: number;
  policy?: string;
  externalId?: string;
}

/** Takes on a role. */
export type AssumeRole = (keys: Keys, role: Role) => Promise<Temporary<Keys>>;

/** The environment variables of each setting: of Terraform and Pulumi, and of Alibaba Cloud's own tools. */
export const { setting, fromEnvironment } = settingsReader("alicloud", {
  region: ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"],
  profile: ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"],
  sharedCredentialsFile: ["ALICLOUD_SHARED_CREDENTIALS_FILE"],
  ecsRoleName: ["ALICLOUD_ECS_ROLE_NAME"],
  roleArn: ["ALICLOUD_ASSUME_ROLE_ARN", "ALIBABA_CLOUD_ROLE_ARN"],
});

/** The variables of a pair of keys and their token: of Terraform and Pulumi, and of Alibaba Cloud's own tools. */
const FAMILIES: readonly KeyFamily[] = [
  { id: "ALICLOUD_ACCESS_KEY", secret: "ALICLOUD_SECRET_KEY", tokens: ["ALICLOUD_SECURITY_TOKEN"] },
  ...["ALIBABA_CLOUD", "ALIBABACLOUD"].map((tool) => ({
    id: `${tool}_ACCESS_KEY_ID`,
    secret: `${tool}_ACCESS_KEY_SECRET`,
    tokens: [`${tool}_SECURITY_TOKEN`],
  })),
];

/** The session of a role (API: Sts AssumeRole, RoleSessionName and DurationSeconds). */
const SESSION: SessionRules = {
  name: {
    property: "sessionName",
    variables: ["ALICLOUD_ASSUME_ROLE_SESSION_NAME", "ALIBABA_CLOUD_ROLE_SESSION_NAME"],
    pattern: /^[\w.@-]{2,64}$/,
    rule: "2 to 64 letters, digits or characters of .@-_",
  },
  length: {
    property: "sessionExpiration",
    variables: ["ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION"],
    min: 900,
    max: 43_200,
  },
};

/**
 * Finds the keys: those of the instance or stack, its profile, role or URI, the environment, and at last the
 * default chain of Alibaba Cloud's own tools. A role to assume is then taken on with them.
 */
export function keySource(settings: Settings, assumeRole: AssumeRole): KeySource<Keys> {
  const given = givenSource(settings, assumeRole);
  const role = roleOf(settings("alicloud:assumeRole"));
  if (role !== undefined) return assuming(given ?? ambientSource(assumeRole), role, assumeRole);
  if (given !== undefined) return given;
  // The environment's role goes with the environment's keys only.
  const ambientRole = roleOfEnvironment();
  const ambient = ambientSource(assumeRole);
  return ambientRole === undefined ? ambient : assuming(ambient, ambientRole, assumeRole);
}

/** The keys that the instance or the stack names. */
function givenSource(settings: Settings, assumeRole: AssumeRole): KeySource<Keys> | undefined {
  const of = (name: string): string | undefined => text(settings(`alicloud:${name}`));
  const given = keysFrom({
    id: { name: "`alicloud:accessKey`", value: of("accessKey") },
    secret: { name: "`alicloud:secretKey`", value: of("secretKey") },
    token: { name: "`alicloud:securityToken`", value: of("securityToken") },
  });
  if (given !== undefined) return constant(given);
  const named = { name: of("profile"), file: of("sharedCredentialsFile") };
  if (named.name !== undefined || named.file !== undefined) return fromProfile(named, assumeRole);
  const roleName = of("ecsRoleName");
  if (roleName !== undefined) return official(fromMachine(roleName));
  const uri = of("credentialsUri");
  return uri === undefined ? undefined : official(fromUri(uri));
}

/** The keys that are around: in the environment, in files, on the machine. */
function ambientSource(assumeRole: AssumeRole): KeySource<Keys> {
  const of = fromEnvironment;
  const ambient = keysInEnvironment(FAMILIES, keysFrom);
  if (ambient !== undefined) return constant(ambient);
  const named = { name: of("profile"), file: of("sharedCredentialsFile") };
  if (named.name !== undefined || named.file !== undefined) return fromProfile(named, assumeRole);
  const roleName = of("ecsRoleName");
  return official(roleName === undefined ? fromDefaultChain() : fromMachine(roleName));
}

function keysFrom(named: NamedKeys): Keys | undefined {
  const pair = pairOf("alicloud", named);
  if (pair === undefined) return undefined;
  const [accessKeyId, accessKeySecret] = pair;
  return keysOf({ accessKeyId, accessKeySecret, ...defined({ securityToken: named.token?.value }) });
}

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf<K extends Keys>(keys: K): K {
  keepSecret(keys.accessKeySecret);
  keepSecret(keys.securityToken);
  return keys;
}

/** The official library renews what it gives by itself. */
function official(source: KeySource<Keys>): KeySource<Keys> {
  return async () => {
    const { accessKeyId, accessKeySecret, securityToken } = await source();
    return keysOf({ accessKeyId, accessKeySecret, ...defined({ securityToken: text(securityToken) }) });
  };
}

function assuming(source: KeySource<Keys>, role: Role, assumeRole: AssumeRole): KeySource<Keys> {
  return renewing(async () => {
    const { name, length } = sessionOf("alicloud", SESSION, role);
    const session = defined({ sessionName: name, sessionExpiration: length });
    return keysOf(await assumeRole(await source(), { ...role, ...session }));
  });
}

/** Takes on a role by the cloud's own call for that. */
export function assumingBy(attempt: Attempt<ActionName, Params, Keys>): AssumeRole {
  return async (keys, role) => {
    const action = "AssumeRole";
    const request = {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? "pulumi-vpc-peering",
      DurationSeconds: role.sessionExpiration,
      Policy: role.policy,
      ExternalId: role.externalId,
    };
    const answer = await attempt({ action, request, keys });
    const taken = (answer["Credentials"] ?? {}) as Fields;
    const of = (field: string): string => textIn(taken, field, { cloud: "alicloud", action });
    return {
      accessKeyId: of("AccessKeyId"),
      accessKeySecret: of("AccessKeySecret"),
      securityToken: of("SecurityToken"),
      endsAt: Date.parse(of("Expiration")),
    };
  };
}

/** A role as a provider instance gives it (an object) or as a stack's config does (JSON). */
function roleOf(value: unknown): Role | undefined {
  const role = roleIn("alicloud", value);
  if (role === undefined || text(role["roleArn"]) !== undefined) return role as Role | undefined;
  const remedy = 'Write it as {"roleArn": "acs:ram::…:role/…"}.';
  throw noKeys("alicloud", "`alicloud:assumeRole` has no `roleArn`.", remedy);
}

/** With OIDC the same variable names the role that the library's chain takes on by itself. */
function roleOfEnvironment(): Role | undefined {
  const roleArn = fromEnvironment("roleArn");
  const isForOidc = text(process.env["ALIBABA_CLOUD_OIDC_TOKEN_FILE"]) !== undefined;
  return roleArn === undefined || isForOidc ? undefined : { roleArn };
}

/** A profile by its name, and the file it is in; nothing stands for the ones in use. */
interface NamedProfile {
  name: string | undefined;
  file: string | undefined;
}

function fromProfile({ name, file }: NamedProfile, assumeRole: AssumeRole): KeySource<Keys> {
  return lazily(async () => sourceInProfile(await readProfiles(file), name, assumeRole));
}

/** The modes of a profile that need no more than keys and our own call of AssumeRole; the library knows the others. */
function sourceInProfile(
  profiles: Profiles | undefined,
  name: string | undefined,
  assumeRole: AssumeRole,
): KeySource<Keys> {
  const wanted = name ?? profiles?.current;
  const profile = profiles?.all.find((one) => one.name === wanted);
  if (profile === undefined) return official(fromIniFile(wanted ?? "default"));
  const { access_key_id, access_key_secret, sts_token, mode = "AK" } = profile;
  const role = roleOfProfile(profile);
  if (profile.source_profile === profile.name) {
    const remedy = "Correct `source_profile`.";
    throw noKeys("alicloud", `Profile "${profile.name}" names itself as its source.`, remedy);
  }
  if (mode === "ChainableRamRoleArn" && role !== undefined) {
    return assuming(sourceInProfile(profiles, profile.source_profile, assumeRole), role, assumeRole);
  }
  const named = {
    id: { name: `\`access_key_id\` of profile "${profile.name}"`, value: text(access_key_id) },
    secret: { name: "its `access_key_secret`", value: text(access_key_secret) },
  };
  if (mode === "RamRoleArn" && role !== undefined) {
    const keys = keysFrom(named);
    if (keys !== undefined) return assuming(constant(keys), role, assumeRole);
  }
  const token = { value: text(sts_token) };
  const keys = mode === "AK" || mode === "StsToken" ? keysFrom({ ...named, token }) : undefined;
  return keys === undefined ? official(fromCommandLine(profile.name, mode)) : constant(keys);
}

function roleOfProfile(profile: Profile): Role | undefined {
  const { ram_role_arn, ram_session_name, expired_seconds, policy, external_id } = profile;
  const roleArn = text(ram_role_arn);
  if (roleArn === undefined) return undefined;
  return {
    roleArn,
    ...defined({
      sessionName: text(ram_session_name),
      sessionExpiration: expired_seconds === 0 ? undefined : expired_seconds,
      policy: text(policy),
      externalId: text(external_id),
    }),
  };
}

/** The region that settings, the environment or the profile in use name. */
export async function regionOf(settings: Settings): Promise<string | undefined> {
  return label("alicloud", "The region", await namedRegion(settings));
}

async function namedRegion(settings: Settings): Promise<string | undefined> {
  const named = setting(settings, "region");
  if (named !== undefined) return named;
  // A file that cannot be read matters only if the keys are in it, and that is told where they are looked for.
  const profiles = await readProfiles(setting(settings, "sharedCredentialsFile")).catch(() => undefined);
  const name = setting(settings, "profile") ?? profiles?.current;
  return text(profiles?.all.find((profile) => profile.name === name)?.region_id);
}
