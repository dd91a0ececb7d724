const ISSUER =
  "If a gateway of your company opens TLS and signs anew, name the file of its root certificate in the environment variable NODE_EXTRA_CA_CERTS.";
const DATES = "Check this machine's clock, and whose certificate it is: a gateway's, perhaps.";
const OTHER_HOST = "Check `endpoint`: the server there answers for other hosts.";
const UNUSABLE = "Who runs that server, or the gateway before it, has to give it another certificate.";

/** Node.js's codes for certificates that are not to be trusted, now or in a moment, and what to do about each. */
const REMEDIES: Readonly<Record<string, string>> = {
  UNABLE_TO_GET_ISSUER_CERT: ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ISSUER,
  SELF_SIGNED_CERT_IN_CHAIN: ISSUER,
  DEPTH_ZERO_SELF_SIGNED_CERT: ISSUER,
  CERT_UNTRUSTED: ISSUER,
  CERT_REJECTED: ISSUER,
  INVALID_CA: ISSUER,
  CERT_HAS_EXPIRED: DATES,
  CERT_NOT_YET_VALID: DATES,
  CRL_HAS_EXPIRED: DATES,
  CRL_NOT_YET_VALID: DATES,
  ERR_TLS_CERT_ALTNAME_INVALID: OTHER_HOST,
  HOSTNAME_MISMATCH: OTHER_HOST,
  // Keys that are too short and hashes that are too old have no code of their own.
  UNSPECIFIED: UNUSABLE,
  CERT_REVOKED: UNUSABLE,
  CERT_SIGNATURE_FAILURE: UNUSABLE,
  CERT_CHAIN_TOO_LONG: UNUSABLE,
  PATH_LENGTH_EXCEEDED: UNUSABLE,
  INVALID_PURPOSE: UNUSABLE,
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: UNUSABLE,
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: UNUSABLE,
  ERROR_IN_CERT_NOT_BEFORE_FIELD: UNUSABLE,
  ERROR_IN_CERT_NOT_AFTER_FIELD: UNUSABLE,
  UNABLE_TO_GET_CRL: UNUSABLE,
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: UNUSABLE,
  CRL_SIGNATURE_FAILURE: UNUSABLE,
  ERROR_IN_CRL_LAST_UPDATE_FIELD: UNUSABLE,
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: UNUSABLE,
};

/** What to do where a server's certificate is refused with this code; nothing if the code is about something else. */
export function remedyForCertificate(code: string): string | undefined {
  return Object.hasOwn(REMEDIES, code) ? REMEDIES[code] : undefined;
}
