/** What a request says of its signer, and how to check it. */
export interface Claim {
  readonly accessKey: string;
  readonly signature: string;
  /** `20260131T120000Z` as sent. */
  readonly date: string;
  readonly securityToken: string | undefined;
  /** The signature that the holder of this secret makes. */
  sign(secretKey: string): string;
}
