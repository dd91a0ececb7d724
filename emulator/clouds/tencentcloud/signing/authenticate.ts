import type { Clock } from "../../../core/time/clock";
import { sameText } from "../../../core/sameText";
import { apiError } from "../errors";
import type { AccessKey, KeyRing } from "../keyRing";
import type { Claim } from "./claim";

const maxSkewMs = 5 * 60_000;

/** The key that signed, or the gateway's error. */
export function authenticate(claim: Claim, keys: KeyRing, clock: Clock): AccessKey {
  const key = keys.find(claim.secretId);
  if (!key) throw apiError("AuthFailure.SecretIdNotFound");
  if (!key.active) throw apiError("AuthFailure.InvalidSecretId");
  if (clock.skewOf(claim.at) > maxSkewMs) throw apiError("AuthFailure.SignatureExpire");
  checkToken(key, claim.token, clock);
  if (!claim.sign(key.secretKey).some((signature) => sameText(claim.signature, signature))) {
    throw apiError("AuthFailure.SignatureFailure");
  }
  return key;
}

/** A temporary key works with its token and until its end; a lasting one has no token. */
function checkToken(key: AccessKey, token: string | undefined, clock: Clock): void {
  const isRight = sameText(token ?? "", key.token ?? "") && clock.now() < key.expiresAt;
  if (!isRight) throw apiError("AuthFailure.TokenFailure");
}
