import { complaintAboutEndpoint } from "../../../model/endpoint";
import type { KeySource } from "../kit/keys";
import { noKeys } from "../kit/keys";
import type { Keys } from "./sign";

/** What the providers of the official library have in common. */
interface LibraryProvider {
  getCredentials(): Promise<Keys>;
}

/** Keys from the official library. Its messages may quote whole files, so none of them is passed on. */
function fromLibrary(open: () => Promise<LibraryProvider>, complaint: string): KeySource<Keys> {
  let provider: Promise<LibraryProvider> | undefined;
  return async () => {
    try {
      provider ??= open();
      return await (await provider).getCredentials();
    } catch {
      provider = undefined;
      throw noKeys("alicloud", complaint);
    }
  };
}

/** The keys of a profile in a mode that only the library knows. */
export function fromCommandLine(name: string, mode: string): KeySource<Keys> {
  return fromLibrary(async () => {
    const { CLIProfileCredentialsProvider } = await import("@alicloud/credentials");
    return CLIProfileCredentialsProvider.builder().withProfileName(name).build();
  }, `Profile "${name}" (mode ${mode}) gives no keys. Run \`aliyun configure --profile ${name}\`.`);
}

/** The keys of a section of the older file of profiles. */
export function fromIniFile(section: string): KeySource<Keys> {
  return fromLibrary(async () => {
    const { ProfileCredentialsProvider } = await import("@alicloud/credentials");
    return ProfileCredentialsProvider.builder().withProfileName(section).build();
  }, `There is no profile "${section}" with keys. Look into ~/.aliyun/config.json and ~/.alibabacloud/credentials, or run \`aliyun configure --profile ${section}\`.`);
}

/** The keys of a role that this machine has. */
export function fromMachine(roleName: string): KeySource<Keys> {
  return fromLibrary(async () => {
    const { ECSRAMRoleCredentialsProvider } = await import("@alicloud/credentials");
    return ECSRAMRoleCredentialsProvider.builder().withRoleName(roleName).build();
  }, `This machine gives no keys for the role "${roleName}". Check \`ecsRoleName\`, and that this is an ECS instance with that role.`);
}

/** The keys that an address gives. */
export function fromUri(uri: string): KeySource<Keys> {
  const wrong = complaintAboutEndpoint(uri);
  if (wrong !== undefined) {
    throw noKeys("alicloud", `\`alicloud:credentialsUri\` ${wrong}.`, "Correct the address.");
  }
  return fromLibrary(async () => {
    const { URICredentialsProvider } = await import("@alicloud/credentials");
    return URICredentialsProvider.builder().withCredentialsURI(uri).build();
  }, `${uri} gives no keys. Check \`credentialsUri\`, and that something answers there.`);
}

/** The default chain of Alibaba Cloud's own tools: OIDC, profile files, the machine's role, a credentials URI. */
export function fromDefaultChain(): KeySource<Keys> {
  return fromLibrary(async () => {
    const { DefaultCredentialsProvider } = await import("@alicloud/credentials");
    return DefaultCredentialsProvider.builder().build();
  }, "No keys were found: not in the provider instance, not in the stack's config, not in the environment, not in a profile file, and this machine has no role. Set `accessKey` and `secretKey` of an AlicloudProvider, or `pulumi config set --secret alicloud:secretKey …` and `pulumi config set alicloud:accessKey …`.");
}
