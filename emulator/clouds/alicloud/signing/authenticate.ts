import type { Clock } from "../../../core/time/clock";
import { sameText } from "../../../core/sameText";
import { apiError, missing } from "../errors";
import type { AccessKey, KeyRing } from "../keyRing";
import type { Claim } from "./claim";

const maxSkewMs = 15 * 60_000;

/** Checks signatures, and that none is used twice. */
export class Authenticator {
  readonly #nonces = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {}

  /** The key that signed, or the gateway's error. */
  authenticate(claim: Claim): AccessKey {
    const key = this.keys.find(claim.accessKeyId);
    if (!key) throw apiError("InvalidAccessKeyId.NotFound");
    if (!key.active) throw apiError("InvalidAccessKeyId.Inactive");
    this.#checkDate(claim.date);
    this.#checkToken(key, claim.securityToken);
    if (!sameText(claim.signature, claim.sign(key.secret))) {
      throw apiError("SignatureDoesNotMatch", claim.stringToSign);
    }
    this.#useNonce(claim);
    return key;
  }

  #checkDate(date: string): void {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : NaN;
    if (Number.isNaN(at)) throw apiError("InvalidTimeStamp.Format");
    if (this.clock.skewOf(at) > maxSkewMs) throw apiError("InvalidTimeStamp.Expired");
  }

  #checkToken(key: AccessKey, token: string | undefined): void {
    if (key.securityToken === undefined) {
      if (token !== undefined && token !== "") throw apiError("InvalidSecurityToken.Malformed");
      return;
    }
    if (token === undefined || token === "") throw missing("SecurityToken");
    if (!sameText(token, key.securityToken)) throw apiError("InvalidSecurityToken.Malformed");
    if (this.clock.now() >= key.expiresAt) throw apiError("InvalidSecurityToken.Expired");
  }

  #useNonce({ accessKeyId, nonce }: Claim): void {
    const used = `${accessKeyId} ${nonce}`;
    if (this.#nonces.has(used)) throw apiError("SignatureNonceUsed");
    const now = Date.now();
    this.#nonces.set(used, now);
    // A nonce whose signature is too old to pass need not be remembered. Oldest come first.
    for (const [old, at] of this.#nonces) {
      if (now - at <= 2 * maxSkewMs) break;
      this.#nonces.delete(old);
    }
  }
}
