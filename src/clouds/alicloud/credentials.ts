import { homedir } from "node:os";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { keepSecret } from "../../io/secrets";
import { PeeringError } from "../../model/errors";
import type { Settings } from "../cloud";

/** What a request is signed with. */
export interface Keys {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

/** Where keys come from; asked before every call, so that temporary keys stay fresh. */
export type KeySource = () => Promise<Keys>;

const ENVIRONMENT = {
  accessKey: ["ALICLOUD_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_ID"],
  secretKey: ["ALICLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_ACCESS_KEY_SECRET"],
  securityToken: ["ALICLOUD_SECURITY_TOKEN", "ALIBABA_CLOUD_SECURITY_TOKEN", "ALIBABACLOUD_SECURITY_TOKEN"],
  region: ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"],
  accountId: ["ALICLOUD_ACCOUNT_ID"],
  profile: ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"],
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
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * Finds the keys: those of the instance or stack, its profile, the environment, and at last the default
 * chain of Alibaba Cloud's own tools (OIDC, profile files, the role of the machine, a credentials URI).
 */
export function keySource(settings: Settings): KeySource {
  const given = pairOf(text(settings("alicloud:accessKey")), text(settings("alicloud:secretKey")));
  if (given) return constant(given, text(settings("alicloud:securityToken")));
  const profile = text(settings("alicloud:profile"));
  if (profile !== undefined) return fromProfile(profile);
  const ambient = pairOf(fromEnvironment("accessKey"), fromEnvironment("secretKey"));
  if (ambient) return constant(ambient, fromEnvironment("securityToken"));
  const ambientProfile = fromEnvironment("profile");
  if (ambientProfile !== undefined) return fromProfile(ambientProfile);
  return fromDefaultChain();
}

type Pair = Pick<Keys, "accessKeyId" | "accessKeySecret">;

function pairOf(accessKeyId: string | undefined, accessKeySecret: string | undefined): Pair | undefined {
  if (accessKeyId !== undefined && accessKeySecret !== undefined) return { accessKeyId, accessKeySecret };
  if (accessKeyId === undefined && accessKeySecret === undefined) return undefined;
  const [has, lacks] = accessKeyId === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
  throw new PeeringError(`\`alicloud:${has}\` is set, but \`alicloud:${lacks}\` is not.`, {
    kind: "credentials",
    cloud: "alicloud",
    remedy: "Set both, or neither.",
  });
}

function constant(pair: Pair, securityToken: string | undefined): KeySource {
  const keys = keysOf({ ...pair, securityToken });
  return () => Promise.resolve(keys);
}

function fromProfile(profile: string): KeySource {
  return fromLibrary(async () => {
    const { CLIProfileCredentialsProvider } = await import("@alicloud/credentials");
    return CLIProfileCredentialsProvider.builder().withProfileName(profile).build();
  }, `Profile "${profile}" gives no keys. Check ~/.aliyun/config.json, or run \`aliyun configure --profile ${profile}\`.`);
}

function fromDefaultChain(): KeySource {
  return fromLibrary(async () => {
    const { DefaultCredentialsProvider } = await import("@alicloud/credentials");
    return DefaultCredentialsProvider.builder().build();
  }, "No keys were found: not in the provider instance, not in the stack's config, not in the environment, not in a profile file, and this machine has no role. Set `accessKey` and `secretKey` of an AlicloudProvider, or `pulumi config set --secret alicloud:secretKey …` and `pulumi config set alicloud:accessKey …`.");
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
      throw new PeeringError(complaint, { kind: "credentials", cloud: "alicloud" });
    }
  };
}

/** The region that a profile of Alibaba Cloud's command line names. */
export async function regionOfProfile(profile: string | undefined): Promise<string | undefined> {
  try {
    const file = JSON.parse(await readFile(join(homedir(), ".aliyun", "config.json"), "utf8")) as {
      current?: string;
      profiles?: { name?: string; region_id?: string }[];
    };
    return text(file.profiles?.find(({ name }) => name === (profile ?? file.current))?.region_id);
  } catch {
    return undefined;
  }
}
