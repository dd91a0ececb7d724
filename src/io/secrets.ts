/** Every secret this process has had in its hands. */
const secrets = new Set<string>();

/** Remembers a secret, so that {@link redacted} blots it out from now on. Answers it unchanged. */
export function keepSecret<T extends string | undefined>(secret: T): T {
  if (secret !== undefined && secret.length >= 4) secrets.add(secret);
  return secret;
}

/** A text with every known secret blotted out. */
export function redacted(text: string): string {
  // The longest first: one may begin with another.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text);
}
