import type { CloudName } from "./peering";

/** The settings of each cloud, named as the official packages name them, besides `endpoint`. */
export const SETTINGS = {
  alicloud: [
    "region",
    "accessKey",
    "secretKey",
    "securityToken",
    "profile",
    "sharedCredentialsFile",
    "ecsRoleName",
    "credentialsUri",
    "assumeRole",
    "accountId",
    "endpoint",
  ],
  tencentcloud: [
    "region",
    "secretId",
    "secretKey",
    "securityToken",
    "profile",
    "assumeRole",
    "accountId",
    "endpoint",
  ],
  huaweicloud: [
    "region",
    "accessKey",
    "secretKey",
    "securityToken",
    "projectId",
    "projectName",
    "domainId",
    "domainName",
    "cloud",
    "assumeRole",
    "endpoint",
  ],
} as const satisfies Record<CloudName, readonly string[]>;

/** Settings that are nobody else's business. */
export const SECRET_SETTINGS: readonly string[] = ["accessKey", "secretId", "secretKey", "securityToken"];

/** Settings of this package itself, given to every provider instance. */
export const OWN_SETTINGS = ["requestTimeoutMs"] as const;

/** Every key under which a stack or a provider instance can hold a setting. */
export const SETTING_KEYS: readonly string[] = [
  ...Object.entries(SETTINGS).flatMap(([cloud, names]) => names.map((name) => `${cloud}:${name}`)),
  ...OWN_SETTINGS.map((name) => `vpc-peering:${name}`),
];
