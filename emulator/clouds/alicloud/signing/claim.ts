/** What a request says of its signer, and how to check it. */
export interface Claim {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  /** `2026-01-31T12:00:00Z` as sent. */
  readonly date: string;
  readonly nonce: string;
  readonly signature: string;
  /** What the signature must be over, recomputed from the request. */
  readonly stringToSign: string;
  /** The signature that the holder of this secret makes. */
  sign(secret: string): string;
}
