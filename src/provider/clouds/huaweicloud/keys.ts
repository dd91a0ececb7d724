import { keepSecret } from "../../../io/secrets";
import { defined } from "../../../model/defined";
import type { Settings } from "../cloud";
import { nonsense } from "../kit/answer";
import type { KeyFamily } from "../kit/keyFamilies";
import { keysInEnvironment } from "../kit/keyFamilies";
import type { KeySource, NamedKeys, Temporary } from "../kit/keys";
import { constant, label, lazily, noKeys, pairOf, renewing, roleIn, settingsReader, text } from "../kit/keys";
import type { Attempt } from "../kit/pipeline";
import type { SessionRules } from "../kit/roleSession";
import { sessionOf } from "../kit/roleSession";
import type { ActionName, Request } from "./actions";
import type { Profile } from "./keyFiles";
import { readProfile } from "./keyFiles";
import type { Keys } from "./sign";

/** An agency of another account to act for. */
export interface Agency {
  agencyName: string;
  domainName: string;
  /** Seconds. */
  duration?: number;
}

/** Gets the keys of an agency. */
type AssumeAgency = (keys: Keys, agency: Agency) => Promise<Temporary<Keys>>;

/** The environment variables of each setting: of the official SDKs, and of the official Terraform and Pulumi packages. */
export const { setting, fromEnvironment } = settingsReader("huaweicloud", {
  region: ["HUAWEICLOUD_SDK_REGION_ID", "HW_REGION_NAME", "OS_REGION_NAME"],
  projectId: ["HUAWEICLOUD_SDK_PROJECT_ID", "HW_PROJECT_ID"],
  projectName: ["HW_PROJECT_NAME"],
  domainId: ["HUAWEICLOUD_SDK_DOMAIN_ID", "HW_DOMAIN_ID"],
  domainName: ["HW_DOMAIN_NAME"],
  cloud: ["HW_CLOUD"],
  profile: ["HW_PROFILE"],
  sharedConfigFile: ["HW_SHARED_CONFIG_FILE"],
  agencyName: ["HW_ASSUME_ROLE_AGENCY_NAME"],
  agencyDomainName: ["HW_ASSUME_ROLE_DOMAIN_NAME"],
});

/** The variables of a pair of keys and their token: of the SDKs, and of Terraform and Pulumi. */
const FAMILIES: readonly KeyFamily[] = [
  { id: "HUAWEICLOUD_SDK_AK", secret: "HUAWEICLOUD_SDK_SK", tokens: ["HUAWEICLOUD_SDK_SECURITY_TOKEN"] },
  { id: "HW_ACCESS_KEY", secret: "HW_SECRET_KEY", tokens: ["HW_SECURITY_TOKEN"] },
];

/** How long the keys of an agency last (API: IAM CreateTemporaryAccessKeyByAgency, duration_seconds). Tools name no sessions here. */
const SESSION: SessionRules = {
  length: { property: "duration", variables: ["HW_ASSUME_ROLE_DURATION"], min: 900, max: 86_400 },
};

/** How long an agency is taken on for unless it is said, in seconds. */
const AGENCY_SECONDS = 3_600;

/** The region that settings, the environment or the profile in use name. */
export async function regionOf(settings: Settings): Promise<string | undefined> {
  const region = setting(settings, "region") ?? text((await profileInUse())?.region);
  return label("huaweicloud", "The region", region);
}

/**
 * The project that is named, by its id or its name: beside the keys, since the project that the environment or a
 * profile names is of no use to keys of another account.
 */
export async function namedProject(settings: Settings): Promise<{ id?: string; name?: string }> {
  const { id, name } = await projectSaid(settings);
  return defined({ id: label("huaweicloud", "The project's id", id), name });
}

async function projectSaid(settings: Settings): Promise<{ id?: string; name?: string }> {
  const hasOwnKeys = text(settings("huaweicloud:accessKey")) !== undefined;
  const of = (name: "projectId" | "projectName"): string | undefined =>
    hasOwnKeys ? text(settings(`huaweicloud:${name}`)) : setting(settings, name);
  const [id, name] = [of("projectId"), of("projectName")];
  if (id !== undefined || name !== undefined || namedKeys(settings) !== undefined)
    return defined({ id, name });
  return defined({ id: text((await profileInUse())?.projectId) });
}

/** The profile of the command line that is in use. */
async function profileInUse(): Promise<Profile | undefined> {
  return await readProfile(fromEnvironment("profile"), fromEnvironment("sharedConfigFile"));
}

/**
 * Finds the keys: those of the instance or stack, of the environment, or of the command line's profile; the
 * three of one place belong together. An agency to assume is then taken on with them.
 */
export function keySource(settings: Settings, assume: AssumeAgency): KeySource<Keys> {
  const agency = agencyOf(settings("huaweicloud:assumeRole")) ?? agencyOfEnvironment();
  const named = namedKeys(settings);
  if (named === undefined) return lazily(() => profileSource(agency, assume));
  return agency === undefined ? constant(named) : assuming(named, agency, assume);
}

function namedKeys(settings: Settings): Keys | undefined {
  const of = (name: string): string | undefined => text(settings(`huaweicloud:${name}`));
  const given = keysFrom({
    id: { name: "`huaweicloud:accessKey`", value: of("accessKey") },
    secret: { name: "`huaweicloud:secretKey`", value: of("secretKey") },
    token: { name: "`huaweicloud:securityToken`", value: of("securityToken") },
  });
  return given ?? keysInEnvironment(FAMILIES, keysFrom);
}

function keysFrom(named: NamedKeys): Keys | undefined {
  const pair = pairOf("huaweicloud", named);
  if (pair === undefined) return undefined;
  const [accessKey, secretKey] = pair;
  return keysOf({ accessKey, secretKey, ...defined({ securityToken: named.token?.value }) });
}

/** Keys ready for use: from now on their secrets are blotted out of everything that is shown. */
function keysOf<K extends Keys>(keys: K): K {
  keepSecret(keys.secretKey);
  keepSecret(keys.securityToken);
  return keys;
}

async function profileSource(agency: Agency | undefined, assume: AssumeAgency): Promise<KeySource<Keys>> {
  const profile = await profileInUse();
  const { accessKeyId, secretAccessKey, securityToken, agencyName, agencyDomainName } = profile ?? {};
  const keys = keysFrom({
    id: { name: "accessKeyId", value: text(accessKeyId) },
    secret: { name: "secretAccessKey", value: text(secretAccessKey) },
    token: { value: text(securityToken) },
  });
  if (keys === undefined) {
    throw noKeys(
      "huaweicloud",
      "No keys were found: not in the provider instance, not in the stack's config, not in the environment (HUAWEICLOUD_SDK_AK, HW_ACCESS_KEY), and not in ~/.hcloud/config.json.",
      "Set `accessKey` and `secretKey` of a HuaweicloudProvider, or `pulumi config set huaweicloud:accessKey …` and `pulumi config set --secret huaweicloud:secretKey …`.",
    );
  }
  const taken = agency ?? agencyFrom(text(agencyName), text(agencyDomainName));
  return taken === undefined ? constant(keys) : assuming(keys, taken, assume);
}

function assuming(keys: Keys, agency: Agency, assume: AssumeAgency): KeySource<Keys> {
  return renewing(async () => {
    const { length } = sessionOf("huaweicloud", SESSION, agency);
    return keysOf(await assume(keys, { ...agency, ...defined({ duration: length }) }));
  });
}

/** Gets the keys of an agency by the cloud's own call for that. */
export function assumingBy(
  attempt: Attempt<ActionName, Request, Keys>,
  region: () => Promise<string>,
): AssumeAgency {
  return async (keys, { agencyName, domainName, duration = AGENCY_SECONDS }) => {
    const action = "CreateTemporaryAccessKeyByAgency";
    const assume_role = {
      agency_name: agencyName,
      domain_name: domainName,
      duration_seconds: duration,
    };
    const body = { auth: { identity: { methods: ["assume_role"], assume_role } } };
    const answer = await attempt({ action, request: { region: await region(), body }, keys });
    const { access, secret, securitytoken, expires_at } = (answer["credential"] ?? {}) as TemporaryKeys;
    if (access === undefined || secret === undefined) {
      throw nonsense({ cloud: "huaweicloud", action }, "no credential");
    }
    return {
      accessKey: access,
      secretKey: secret,
      ...defined({ securityToken: securitytoken }),
      endsAt: Date.parse(expires_at ?? ""),
    };
  };
}

interface TemporaryKeys {
  access?: string;
  secret?: string;
  securitytoken?: string;
  expires_at?: string;
}

/** An agency as a provider instance gives it (an object) or as a stack's config does (JSON). */
function agencyOf(value: unknown): Agency | undefined {
  const given = roleIn("huaweicloud", value);
  if (given === undefined) return undefined;
  const agency = agencyFrom(text(given["agencyName"]), text(given["domainName"]));
  if (agency !== undefined) return { ...agency, ...defined({ duration: given["duration"] as number }) };
  throw noKeys(
    "huaweicloud",
    "`huaweicloud:assumeRole` lacks `agencyName` or `domainName`.",
    'Write it as {"agencyName": "peering", "domainName": "the account that made the agency"}.',
  );
}

function agencyOfEnvironment(): Agency | undefined {
  return agencyFrom(fromEnvironment("agencyName"), fromEnvironment("agencyDomainName"));
}

function agencyFrom(agencyName: string | undefined, domainName: string | undefined): Agency | undefined {
  return agencyName === undefined || domainName === undefined ? undefined : { agencyName, domainName };
}
