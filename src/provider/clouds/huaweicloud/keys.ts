import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Profile } from "./keyFiles";
import { readProfile } from "./keyFiles";

/** What a request is signed with. */
export interface Keys {
  accessKey: string;
  secretKey: string;
  securityToken?: string;
}

/** An agency of another account to act for. */
export interface Agency {
  agencyName: string;
  domainName: string;
}

/** Gets the keys of an agency; they end at that moment (milliseconds since 1970). */
export type AssumeAgency = (keys: Keys, agency: Agency) => Promise<Keys & { endsAt: number }>;

/** Where keys come from; asked before every call, so that temporary keys stay fresh. */
export type KeySource = () => Promise<Keys>;

const ENVIRONMENT = {
  region: ["HUAWEICLOUD_SDK_REGION_ID", "HW_REGION_NAME", "OS_REGION_NAME"],
  projectId: ["HUAWEICLOUD_SDK_PROJECT_ID", "HW_PROJECT_ID"],
  projectName: ["HW_PROJECT_NAME"],
  domainId: ["HUAWEICLOUD_SDK_DOMAIN_ID", "HW_DOMAIN_ID"],
  domainName: ["HW_DOMAIN_NAME"],
  cloud: ["HW_CLOUD"],
} as const;

/** A setting that the environment may give as well. */
export type Setting = keyof typeof ENVIRONMENT;

/** A setting of the instance or stack, else of the environment. */
export function setting(settings: Settings, name: Setting): string | undefined {
  const inEnvironment = ENVIRONMENT[name].map((variable) => text(process.env[variable]));
  return text(settings(`huaweicloud:${name}`)) ?? inEnvironment.find((value) => value !== undefined);
}

/** The text of a setting, if it has one. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The variables of the official SDKs, and of the official Terraform and Pulumi packages. */
const KEY_VARIABLES = [
  ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN"],
  ["HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN"],
] as const;

/**
 * The project that is named, by its id or its name: beside the keys, since the project that the environment or a
 * profile names is of no use to keys of another account.
 */
export async function namedProject(settings: Settings): Promise<{ id?: string; name?: string }> {
  const hasOwnKeys = text(settings("huaweicloud:accessKey")) !== undefined;
  const of = (name: "projectId" | "projectName"): string | undefined =>
    hasOwnKeys ? text(settings(`huaweicloud:${name}`)) : setting(settings, name);
  const [id, name] = [of("projectId"), of("projectName")];
  if (id !== undefined || name !== undefined || namedKeys(settings) !== undefined)
    return defined({ id, name });
  return defined({ id: text((await profileInUse())?.projectId) });
}

/** The profile of the command line that is in use. */
export async function profileInUse(): Promise<Profile | undefined> {
  return await readProfile(text(process.env["HW_PROFILE"]), text(process.env["HW_SHARED_CONFIG_FILE"]));
}

/**
 * Finds the keys: those of the instance or stack, of the environment, or of the command line's profile; the
 * three of one place belong together. An agency to assume is then taken on with them.
 */
export function keySource(settings: Settings, assume: AssumeAgency): KeySource {
  const agency = agencyOf(settings("huaweicloud:assumeRole")) ?? agencyOfEnvironment();
  const named = namedKeys(settings);
  if (named !== undefined) {
    const source = (): Promise<Keys> => Promise.resolve(named);
    return agency === undefined ? source : assuming(source, agency, assume);
  }
  let source: Promise<KeySource> | undefined;
  return async () => {
    source ??= profileSource(agency, assume).catch((error: unknown) => {
      source = undefined;
      throw error;
    });
    return await (
      await source
    )();
  };
}

function namedKeys(settings: Settings): Keys | undefined {
  const of = (name: string): string | undefined => text(settings(`huaweicloud:${name}`));
  const given = keysOf(["`huaweicloud:accessKey`", "`huaweicloud:secretKey`"], {
    accessKey: of("accessKey"),
    secretKey: of("secretKey"),
    securityToken: of("securityToken"),
  });
  if (given !== undefined) return given;
  for (const [accessKey, secretKey, securityToken] of KEY_VARIABLES) {
    const found = keysOf([accessKey, secretKey], {
      accessKey: text(process.env[accessKey]),
      secretKey: text(process.env[secretKey]),
      securityToken: text(process.env[securityToken]),
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

type Found = { [K in keyof Keys]-?: string | undefined };

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf([accessName, secretName]: readonly [string, string], found: Found): Keys | undefined {
  const { accessKey, secretKey, securityToken } = found;
  if (accessKey === undefined && secretKey === undefined) return undefined;
  if (accessKey !== undefined && secretKey !== undefined) {
    return {
      accessKey,
      secretKey: keepSecret(secretKey),
      ...defined({ securityToken: keepSecret(securityToken) }),
    };
  }
  const [has, lacks] = accessKey === undefined ? [secretName, accessName] : [accessName, secretName];
  throw noKeys(`${has} is set, but ${lacks} is not.`, "Set both, or neither.");
}

async function profileSource(agency: Agency | undefined, assume: AssumeAgency): Promise<KeySource> {
  const profile = await profileInUse();
  const { accessKeyId, secretAccessKey, securityToken, agencyName, agencyDomainName } = profile ?? {};
  const keys = keysOf(["accessKeyId", "secretAccessKey"], {
    accessKey: text(accessKeyId),
    secretKey: text(secretAccessKey),
    securityToken: text(securityToken),
  });
  if (keys === undefined) {
    throw noKeys(
      "No keys were found: not in the provider instance, not in the stack's config, not in the environment (HUAWEICLOUD_SDK_AK, HW_ACCESS_KEY), and not in ~/.hcloud/config.json.",
      "Set `accessKey` and `secretKey` of a HuaweicloudProvider, or `pulumi config set huaweicloud:accessKey …` and `pulumi config set --secret huaweicloud:secretKey …`.",
    );
  }
  const source = (): Promise<Keys> => Promise.resolve(keys);
  const [own, domainName] = [text(agencyName), text(agencyDomainName)];
  const ofProfile =
    own !== undefined && domainName !== undefined ? { agencyName: own, domainName } : undefined;
  const taken = agency ?? ofProfile;
  return taken === undefined ? source : assuming(source, taken, assume);
}

/** How long before their end temporary keys are renewed. */
const RENEW_MS = 5 * 60_000;

function assuming(source: KeySource, agency: Agency, assume: AssumeAgency): KeySource {
  let current: Promise<Keys & { endsAt: number }> | undefined;
  return async () => {
    const present = await current?.catch(() => undefined);
    if (present !== undefined && present.endsAt - RENEW_MS > Date.now()) return present;
    current = source().then((keys) => assume(keys, agency));
    const keys = await current;
    keepSecret(keys.secretKey);
    keepSecret(keys.securityToken);
    return keys;
  };
}

/** An agency as a provider instance gives it (an object) or as a stack's config does (JSON). */
function agencyOf(value: unknown): Agency | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const given = (typeof value === "string" ? parsed(value) : value) as Partial<Agency> | null | undefined;
  const [agencyName, domainName] = [text(given?.agencyName), text(given?.domainName)];
  if (agencyName !== undefined && domainName !== undefined) return { agencyName, domainName };
  throw noKeys(
    "`huaweicloud:assumeRole` lacks `agencyName` or `domainName`.",
    'Write it as {"agencyName": "peering", "domainName": "the account that made the agency"}.',
  );
}

function agencyOfEnvironment(): Agency | undefined {
  const agencyName = text(process.env["HW_ASSUME_ROLE_AGENCY_NAME"]);
  const domainName = text(process.env["HW_ASSUME_ROLE_DOMAIN_NAME"]);
  return agencyName === undefined || domainName === undefined ? undefined : { agencyName, domainName };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function noKeys(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "credentials", cloud: "huaweicloud", remedy });
}
