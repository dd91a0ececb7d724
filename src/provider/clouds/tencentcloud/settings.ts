import type { Settings } from "../cloud";

/** The environment variables for each setting: of the SDKs, of Terraform and Pulumi, of the command line. */
const ENVIRONMENT = {
  region: ["TENCENTCLOUD_REGION"],
  secretId: ["TENCENTCLOUD_SECRET_ID"],
  secretKey: ["TENCENTCLOUD_SECRET_KEY"],
  securityToken: ["TENCENTCLOUD_SECURITY_TOKEN", "TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN"],
  profile: ["TENCENTCLOUD_PROFILE"],
  tccliFolder: ["TENCENTCLOUD_SHARED_CREDENTIALS_DIR"],
  camRoleName: ["TENCENTCLOUD_CAM_ROLE_NAME"],
  roleArn: ["TENCENTCLOUD_ASSUME_ROLE_ARN"],
  sessionName: ["TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME"],
  sessionDuration: ["TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION"],
  externalId: ["TENCENTCLOUD_ASSUME_ROLE_EXTERNAL_ID"],
} as const;

type Setting = keyof typeof ENVIRONMENT;

/** A setting of the provider instance or stack, else of the environment. */
export function setting(settings: Settings, name: Setting): string | undefined {
  return text(settings(`tencentcloud:${name}`)) ?? fromEnvironment(name);
}

/** A setting of the environment. */
export function fromEnvironment(name: Setting): string | undefined {
  return ENVIRONMENT[name]
    .map((variable) => text(process.env[variable]))
    .find((value) => value !== undefined);
}

/** The text of a setting, if it has one. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
