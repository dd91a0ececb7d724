import { randomBytes } from "node:crypto";
import type { JsonObject } from "../../core/http/json";
import { randomId } from "../../core/randomId";
import type { Settings } from "./world";

/** An access key and whom it stands for. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly accountId: string;
  readonly active: boolean;
  /** The token that must come with the key, if it is a temporary one. */
  readonly securityToken: string | undefined;
  readonly expiresAt: number;
  /** What GetCallerIdentity says beside the account. */
  readonly identity: JsonObject;
}

/** The access keys of the world and those issued since. */
export class KeyRing {
  readonly #keys = new Map<string, AccessKey>();

  constructor({ accounts }: Settings) {
    for (const account of accounts) {
      this.#add({
        accessKeyId: account.accessKeyId,
        secret: account.accessKeySecret,
        accountId: account.accountId,
        active: account.keyActive,
        securityToken: account.securityToken,
        expiresAt: Infinity,
        identity: {
          IdentityType: "Account",
          Arn: `acs:ram::${account.accountId}:root`,
          PrincipalId: account.accountId,
          UserId: account.accountId,
        },
      });
    }
  }

  find(accessKeyId: string): AccessKey | undefined {
    return this.#keys.get(accessKeyId);
  }

  /** Issues a temporary key for a role of an account. */
  issue(
    accountId: string,
    role: string,
    session: string,
    expiresAt: number,
  ): AccessKey & { securityToken: string } {
    const roleId = `3${accountId.slice(-10).padStart(17, "0")}`;
    const key = {
      accessKeyId: `STS.fake${randomId(20)}`,
      secret: `fake${randomId(36)}`,
      accountId,
      active: true,
      securityToken: `fake${randomBytes(96).toString("base64")}`,
      expiresAt,
      identity: {
        IdentityType: "AssumedRoleUser",
        Arn: `acs:ram::${accountId}:assumed-role/${role}/${session}`,
        PrincipalId: `${roleId}:${session}`,
        RoleId: roleId,
      },
    };
    this.#add(key);
    return key;
  }

  #add(key: AccessKey): void {
    this.#keys.set(key.accessKeyId, key);
  }
}
