import type { Core } from "../../../core/core";
import { Recent } from "../../../core/recent";
import { sameText } from "../../../core/sameText";
import { apiError, missing } from "../errors";
import type { AccessKey, KeyRing } from "../keyRing";
import type { Claim } from "./claim";

const maxSkewMs = 15 * 60_000;

/** Checks signatures, and that none is used twice. */
export class Authenticator {
  readonly #nonces: Recent<string, true>;

  constructor(
    private readonly core: Pick<Core, "clock" | "keep">,
    private readonly keys: KeyRing,
  ) {
    this.#nonces = new Recent(core.keep.requests);
  }

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
    if (this.core.clock.skewOf(at) > maxSkewMs) throw apiError("InvalidTimeStamp.Expired");
  }

  #checkToken(key: AccessKey, token: string | undefined): void {
    if (key.securityToken === undefined) {
      if (token !== undefined && token !== "") throw apiError("InvalidSecurityToken.Malformed");
      return;
    }
    if (token === undefined || token === "") throw missing("SecurityToken");
    if (!sameText(token, key.securityToken)) throw apiError("InvalidSecurityToken.Malformed");
    if (this.core.clock.now() >= key.expiresAt) throw apiError("InvalidSecurityToken.Expired");
  }

  #useNonce({ accessKeyId, nonce }: Claim): void {
    const used = `${accessKeyId} ${nonce}`;
    if (this.#nonces.get(used) === true) throw apiError("SignatureNonceUsed");
    this.#nonces.set(used, true);
  }
}
