import type { CloudName } from "./clouds";
import { CLOUDS, factsOf } from "./clouds";
import type { CloudFacts } from "./clouds/facts";

/** What a cloud calls the owner of a VPC: an account, or a project. */
export type AccountKey = CloudFacts["accountKey"];

const ACCOUNT_KEYS = [...new Set(CLOUDS.map((cloud) => factsOf(cloud).accountKey))];

/** The name under which a cloud's side has its owner. */
export function accountKeyOf(cloud: CloudName): AccountKey {
  return factsOf(cloud).accountKey;
}

/** The owner of a side, under whichever name its cloud has for it. */
export function accountOf<T>(side: { readonly [K in AccountKey]?: T | undefined }): T | undefined {
  return ACCOUNT_KEYS.map((key) => side[key]).find((account) => account !== undefined);
}
