/** What a request says of its signer, and how to check it. */
export interface Claim {
  readonly secretId: string;
  readonly token: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly signature: string;
  /** The signatures that the holder of this secret may have made: clients differ in how they sign the host. */
  sign(secretKey: string): readonly string[];
}
