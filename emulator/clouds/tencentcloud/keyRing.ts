import { randomBytes } from "node:crypto";
import type { JsonObject } from "../../core/http/json";
import { randomId } from "../../core/randomId";
import type { Settings } from "./world";

/** A key and whom it stands for. */
export interface AccessKey {
  readonly secretId: string;
  readonly secretKey: string;
  readonly uin: string;
  readonly active: boolean;
  /** The token that must come with the key, if it is a temporary one. */
  readonly token: string | undefined;
  readonly expiresAt: number;
  readonly deniedActions: readonly string[];
  /** What GetCallerIdentity says beside the account. */
  readonly identity: JsonObject;
}

/** The keys of the world and those issued since. */
export class KeyRing {
  readonly #keys = new Map<string, AccessKey>();

  constructor({ accounts }: Settings) {
    for (const { uin, secretId, secretKey, token, keyActive, deniedActions } of accounts) {
      this.#add({
        secretId,
        secretKey,
        uin,
        active: keyActive,
        token,
        expiresAt: Infinity,
        deniedActions,
        identity: {
          Arn: `qcs::cam::uin/${uin}:uin/${uin}`,
          UserId: uin,
          PrincipalId: uin,
          Type: "CAMUser",
        },
      });
    }
  }

  find(secretId: string): AccessKey | undefined {
    return this.#keys.get(secretId);
  }

  /** Issues a temporary key for a role of an account. */
  issue(uin: string, role: string, session: string, expiresAt: number): AccessKey & { token: string } {
    const roleId = `4611686018${uin.slice(-8)}`;
    const key = {
      secretId: `AKIDfake${randomId(56)}`,
      secretKey: `fake${randomId(40)}`,
      uin,
      active: true,
      token: `fake${randomBytes(96).toString("base64")}`,
      expiresAt,
      deniedActions: [],
      identity: {
        Arn: `qcs::sts:${uin}:assumed-role/${role}/${session}`,
        UserId: `${roleId}:${session}`,
        PrincipalId: roleId,
        Type: "CAMRole",
      },
    };
    this.#add(key);
    return key;
  }

  #add(key: AccessKey): void {
    this.#keys.set(key.secretId, key);
  }
}
