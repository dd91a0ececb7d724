import type { CloudName } from "./clouds";
import { CLOUDS, factsOf } from "./clouds";
import type { CloudFacts } from "./clouds/facts";

/** What a cloud calls the owner of a VPC: an account, or a project. */
export type AccountKey = CloudFacts["accountKey"];

/** What clouds call the owner of a VPC. */
export const ACCOUNT_KEYS = [...new Set(CLOUDS.map((cloud) => factsOf(cloud).accountKey))];

/** The name under which a cloud's side has its owner. */
export function accountKeyOf(cloud: CloudName): AccountKey {
  return factsOf(cloud).accountKey;
}

/** The word for who owns a VPC of this cloud, as messages say it. */
export function accountWordOf(cloud: CloudName): "account" | "project" {
  return accountKeyOf(cloud) === "projectId" ? "project" : "account";
}

/** The owner of a side, under whichever name its cloud has for it. */
export function accountOf<T>(side: { readonly [K in AccountKey]?: T | undefined }): T | undefined {
  return ACCOUNT_KEYS.map((key) => side[key]).find((account) => account !== undefined);
}

/** Some sides of what a program says, with their owners as text. */
export function withTextualAccounts<Inputs extends object, Name extends keyof Inputs>(
  inputs: Inputs,
  ...names: readonly Name[]
): Pick<Inputs, Name> {
  const given = names.filter((name) => typeof inputs[name] === "object" && inputs[name] !== null);
  return Object.fromEntries(given.map((name) => [name, withTextualAccount(inputs[name] as object)])) as Pick<
    Inputs,
    Name
  >;
}

/** What names an owner, with that as text. */
export function withTextualAccount<T extends object>(side: T): T {
  const members = Object.entries(side) as [string, unknown][];
  const isAccount = (key: string): boolean => (ACCOUNT_KEYS as string[]).includes(key);
  return Object.fromEntries(
    members.map(([key, value]) => [key, isAccount(key) ? accountAsText(value) : value]),
  ) as T;
}

/** An account's id as text, where it is a number that has lost no digit; anything else as it is. */
export function accountAsText(account: unknown): unknown {
  return Number.isSafeInteger(account) ? String(account) : account;
}
