import { complaintAboutEndpoint } from "../../../model/endpoint";
import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Profile, Profiles } from "./keyFiles";
import { readProfiles } from "./keyFiles";

/** What a request is signed with. */
export interface Keys {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

/** A role to take on, and how. */
export interface Role {
  roleArn: string;
  sessionName?: string;
  /** Seconds. */
  sessionExpiration?: number;
  policy?: string;
  externalId?: string;
}

/** Takes on a role; the keys it answers end at that moment (milliseconds since 1970). */
export type AssumeRole = (keys: Keys, role: Role) => Promise<Keys & { endsAt: number }>;

/** Where keys come from; asked before every call, so that temporary keys stay fresh. */
export type KeySource = () => Promise<Keys>;

const ENVIRONMENT = {
  accessKey: ["ALICLOUD_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_ID"],
  secretKey: ["ALICLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_ACCESS_KEY_SECRET"],
  securityToken: ["ALICLOUD_SECURITY_TOKEN", "ALIBABA_CLOUD_SECURITY_TOKEN", "ALIBABACLOUD_SECURITY_TOKEN"],
  region: ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"],
  profile: ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"],
  sharedCredentialsFile: ["ALICLOUD_SHARED_CREDENTIALS_FILE"],
  ecsRoleName: ["ALICLOUD_ECS_ROLE_NAME"],
  roleArn: ["ALICLOUD_ASSUME_ROLE_ARN", "ALIBABA_CLOUD_ROLE_ARN"],
} as const;

type Setting = keyof typeof ENVIRONMENT;

/** A setting of the instance or stack, else of the environment. */
export function setting(settings: Settings, name: Setting): string | undefined {
  return text(settings(`alicloud:${name}`)) ?? fromEnvironment(name);
}

function fromEnvironment(name: Setting): string | undefined {
  return ENVIRONMENT[name]
    .map((variable) => text(process.env[variable]))
    .find((value) => value !== undefined);
}

/** The text of a setting, if it has one. */
export function text(value: unknown): string | undefined {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed === "" ? undefined : trimmed;
}

/**
 * Finds the keys: those of the instance or stack, its profile, role or URI, the environment, and at last the
 * default chain of Alibaba Cloud's own tools (OIDC, profile files, the machine's role, a credentials URI).
 * A role to assume is then taken on with them.
 */
export function keySource(settings: Settings, assumeRole: AssumeRole): KeySource {
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
function givenSource(settings: Settings, assumeRole: AssumeRole): KeySource | undefined {
  const given = pairOf(text(settings("alicloud:accessKey")), text(settings("alicloud:secretKey")));
  if (given) return constant(given, text(settings("alicloud:securityToken")));
  const profile = text(settings("alicloud:profile"));
  const file = text(settings("alicloud:sharedCredentialsFile"));
  if (profile !== undefined || file !== undefined) return fromProfile(profile, file, assumeRole);
  const roleName = text(settings("alicloud:ecsRoleName"));
  if (roleName !== undefined) return fromMachine(roleName);
  const uri = text(settings("alicloud:credentialsUri"));
  return uri === undefined ? undefined : fromUri(uri);
}

/** The keys that are around: in the environment, in files, on the machine. */
function ambientSource(assumeRole: AssumeRole): KeySource {
  const ambient = pairOf(fromEnvironment("accessKey"), fromEnvironment("secretKey"));
  if (ambient) return constant(ambient, fromEnvironment("securityToken"));
  const [ambientProfile, ambientFile] = [
    fromEnvironment("profile"),
    fromEnvironment("sharedCredentialsFile"),
  ];
  if (ambientProfile !== undefined || ambientFile !== undefined) {
    return fromProfile(ambientProfile, ambientFile, assumeRole);
  }
  const ambientRoleName = fromEnvironment("ecsRoleName");
  if (ambientRoleName !== undefined) return fromMachine(ambientRoleName);
  return fromDefaultChain();
}

type Pair = Pick<Keys, "accessKeyId" | "accessKeySecret">;

function pairOf(accessKeyId: string | undefined, accessKeySecret: string | undefined): Pair | undefined {
  if (accessKeyId !== undefined && accessKeySecret !== undefined) return { accessKeyId, accessKeySecret };
  if (accessKeyId === undefined && accessKeySecret === undefined) return undefined;
  const [has, lacks] = accessKeyId === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
  throw noKeys(`\`alicloud:${has}\` is set, but \`alicloud:${lacks}\` is not.`, "Set both, or neither.");
}

function constant(pair: Pair, securityToken: string | undefined): KeySource {
  const keys = keysOf({ ...pair, securityToken });
  return () => Promise.resolve(keys);
}

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf({
  accessKeyId,
  accessKeySecret,
  securityToken,
}: Pair & { securityToken?: string | undefined }): Keys {
  const token = keepSecret(text(securityToken));
  return {
    accessKeyId,
    accessKeySecret: keepSecret(accessKeySecret),
    ...(token && { securityToken: token }),
  };
}

/** How long before their end temporary keys are renewed. */
const RENEW_MS = 5 * 60_000;

function assuming(source: KeySource, role: Role, assumeRole: AssumeRole): KeySource {
  let current: Promise<Keys> | undefined;
  let endsAt = 0;
  const renewed = async (): Promise<Keys> => {
    const taken = await assumeRole(await source(), role);
    ({ endsAt } = taken);
    return keysOf(taken);
  };
  // All that ask while it is being taken on wait for the same answer.
  return async () => {
    if (current === undefined || Date.now() > endsAt - RENEW_MS) {
      endsAt = Number.POSITIVE_INFINITY;
      current = renewed().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
    }
    return await current;
  };
}

/** A role as a provider instance gives it (an object) or as a stack's config does (JSON). */
function roleOf(value: unknown): Role | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const role = typeof value === "string" ? parsed(value) : value;
  if (typeof role === "object" && role !== null && "roleArn" in role && text(role.roleArn) !== undefined) {
    return role as Role;
  }
  throw noKeys("`alicloud:assumeRole` has no `roleArn`.", 'Write it as {"roleArn": "acs:ram::…:role/…"}.');
}

/** With OIDC the same variable names the role that the library's chain takes on by itself. */
function roleOfEnvironment(): Role | undefined {
  const roleArn = fromEnvironment("roleArn");
  const isForOidc = text(process.env["ALIBABA_CLOUD_OIDC_TOKEN_FILE"]) !== undefined;
  return roleArn === undefined || isForOidc ? undefined : { roleArn };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function fromProfile(name: string | undefined, file: string | undefined, assumeRole: AssumeRole): KeySource {
  let source: Promise<KeySource> | undefined;
  return async () => {
    source ??= sourceInProfile(await readProfiles(file), name, assumeRole);
    return await (
      await source
    )();
  };
}

/** The modes of a profile that need no more than keys and our own call of AssumeRole; the library knows the others. */
async function sourceInProfile(
  profiles: Profiles | undefined,
  name: string | undefined,
  assumeRole: AssumeRole,
): Promise<KeySource> {
  const wanted = name ?? profiles?.current;
  const profile = profiles?.all.find((one) => one.name === wanted);
  if (profile === undefined) return fromIniFile(wanted);
  const { access_key_id, access_key_secret, sts_token, mode = "AK" } = profile;
  const role = roleOfProfile(profile);
  if (profile.source_profile === profile.name) {
    throw noKeys(`Profile "${profile.name}" names itself as its source.`, "Correct `source_profile`.");
  }
  if (mode === "ChainableRamRoleArn" && role !== undefined) {
    return assuming(await sourceInProfile(profiles, profile.source_profile, assumeRole), role, assumeRole);
  }
  const pair = pairOf(text(access_key_id), text(access_key_secret));
  if (mode === "RamRoleArn" && role !== undefined && pair !== undefined) {
    return assuming(constant(pair, undefined), role, assumeRole);
  }
  if ((mode === "AK" || mode === "StsToken") && pair !== undefined) return constant(pair, text(sts_token));
  return fromLibrary(async () => {
    const { CLIProfileCredentialsProvider } = await import("@alicloud/credentials");
    return CLIProfileCredentialsProvider.builder().withProfileName(profile.name).build();
  }, `Profile "${profile.name}" (mode ${mode}) gives no keys. Run \`aliyun configure --profile ${profile.name}\`.`);
}

function roleOfProfile(profile: Profile): Role | undefined {
  const { ram_role_arn, ram_session_name, expired_seconds, policy, external_id } = profile;
  if (text(ram_role_arn) === undefined) return undefined;
  return {
    roleArn: ram_role_arn as string,
    ...defined({
      sessionName: text(ram_session_name),
      sessionExpiration: expired_seconds === undefined || expired_seconds === 0 ? undefined : expired_seconds,
      policy: text(policy),
      externalId: text(external_id),
    }),
  };
}

function fromIniFile(name: string | undefined): KeySource {
  const section = name ?? "default";
  return fromLibrary(async () => {
    const { ProfileCredentialsProvider } = await import("@alicloud/credentials");
    return ProfileCredentialsProvider.builder().withProfileName(section).build();
  }, `There is no profile "${section}" with keys. Look into ~/.aliyun/config.json and ~/.alibabacloud/credentials, or run \`aliyun configure --profile ${section}\`.`);
}

function fromMachine(roleName: string): KeySource {
  return fromLibrary(async () => {
    const { ECSRAMRoleCredentialsProvider } = await import("@alicloud/credentials");
    return ECSRAMRoleCredentialsProvider.builder().withRoleName(roleName).build();
  }, `This machine gives no keys for the role "${roleName}". Check \`ecsRoleName\`, and that this is an ECS instance with that role.`);
}

function fromUri(uri: string): KeySource {
  const wrong = complaintAboutEndpoint(uri);
  if (wrong !== undefined) throw noKeys(`\`alicloud:credentialsUri\` ${wrong}.`, "Correct the address.");
  return fromLibrary(async () => {
    const { URICredentialsProvider } = await import("@alicloud/credentials");
    return URICredentialsProvider.builder().withCredentialsURI(uri).build();
  }, `${uri} gives no keys. Check \`credentialsUri\`, and that something answers there.`);
}

function fromDefaultChain(): KeySource {
  return fromLibrary(async () => {
    const { DefaultCredentialsProvider } = await import("@alicloud/credentials");
    return DefaultCredentialsProvider.builder().build();
  }, "No keys were found: not in the provider instance, not in the stack's config, not in the environment, not in a profile file, and this machine has no role. Set `accessKey` and `secretKey` of an AlicloudProvider, or `pulumi config set --secret alicloud:secretKey …` and `pulumi config set alicloud:accessKey …`.");
}

/** What the official library's providers have in common. */
interface LibraryProvider {
  getCredentials(): Promise<{ accessKeyId: string; accessKeySecret: string; securityToken?: string }>;
}

/** Keys from the official library. Its messages may quote whole files, so none of them is passed on. */
function fromLibrary(open: () => Promise<LibraryProvider>, complaint: string): KeySource {
  let provider: Promise<LibraryProvider> | undefined;
  return async () => {
    try {
      provider ??= open();
      return keysOf(await (await provider).getCredentials());
    } catch {
      provider = undefined;
      throw noKeys(complaint);
    }
  };
}

function noKeys(sentence: string, remedy?: string): PeeringError {
  return new PeeringError(sentence, { kind: "credentials", cloud: "alicloud", ...defined({ remedy }) });
}

/** The region that the profile in use names. */
export async function regionOfProfile(settings: Settings): Promise<string | undefined> {
  // A file that cannot be read matters only if the keys are in it, and that is told where they are looked for.
  const profiles = await readProfiles(setting(settings, "sharedCredentialsFile")).catch(() => undefined);
  const name = setting(settings, "profile") ?? profiles?.current;
  return text(profiles?.all.find((profile) => profile.name === name)?.region_id);
}
