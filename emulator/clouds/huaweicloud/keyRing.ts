import { randomBytes } from "node:crypto";
import { randomId } from "../../core/randomId";
import type { WorldProject, Settings } from "./world";

/** An access key, and the account and project it stands for. */
export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly domainId: string;
  /** The project that is acted in where no call names one. */
  readonly project: WorldProject;
  /** The token that must come with the key, if it is a temporary one. */
  readonly securityToken: string | undefined;
  readonly expiresAt: number;
}

/** Who asks, and in which project. */
export interface Caller {
  readonly domainId: string;
  /** Empty for who comes with a token for an account as a whole, or for a token. */
  readonly projectId: string;
}

/** A token of IAM. */
export interface IamToken {
  readonly domainId: string;
  /** None where the token is for the account as a whole. */
  readonly project: WorldProject | undefined;
  readonly expiresAt: number;
}

/** The keys of the world, and the keys and tokens issued since. */
export class KeyRing {
  readonly #keys = new Map<string, AccessKey>();
  readonly #tokens = new Map<string, IamToken>();

  constructor({ projects }: Settings) {
    for (const project of projects) {
      // Projects of one account may share a key; the first is then its own.
      if (this.#keys.has(project.accessKey)) continue;
      this.#keys.set(project.accessKey, {
        accessKey: project.accessKey,
        secretKey: project.secretKey,
        domainId: project.domainId,
        project,
        securityToken: project.securityToken,
        expiresAt: Infinity,
      });
    }
  }

  find(accessKey: string): AccessKey | undefined {
    return this.#keys.get(accessKey);
  }

  findToken(token: string): IamToken | undefined {
    return this.#tokens.get(token);
  }

  /** Issues a temporary key for the account of a project. */
  issueKey(project: WorldProject, expiresAt: number): AccessKey & { readonly securityToken: string } {
    const key = {
      accessKey: `HST3FAKE${randomId(12).toUpperCase()}`,
      secretKey: `fake${randomId(36)}`,
      domainId: project.domainId,
      project,
      securityToken: `fake${randomBytes(96).toString("base64")}`,
      expiresAt,
    };
    this.#keys.set(key.accessKey, key);
    return key;
  }

  /** Issues a token. */
  issueToken(token: IamToken): string {
    const text = `MIIfake${randomBytes(96).toString("base64url")}`;
    this.#tokens.set(text, token);
    return text;
  }
}
