import { accountOf } from "../../../model/account";
import { PeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import type { Expected } from "./inputs";

/** Whether a connection was asked for by whom it was expected. */
export function isExpected(seen: Peering, expect: Expected): boolean {
  return mismatches(seen, expect).length === 0;
}

/** Fails unless a connection was asked for by whom it was expected. */
export function assertExpected(seen: Peering, expect: Expected): void {
  const wrong = mismatches(seen, expect);
  if (wrong.length === 0) return;
  throw new PeeringError(
    `Connection ${seen.id} is not the one expected: ${wrong.join(", ")}. Nothing was accepted.`,
    { kind: "notOurs", remedy: "Ask its owner what it is; correct `expect` if it is right." },
  );
}

function mismatches({ requester }: Peering, expect: Expected): string[] {
  const rows = [
    ["account", requester.account, accountOf(expect)],
    ["VPC", requester.vpcId, expect.vpcId],
    ["region", requester.region, expect.region],
  ] as const;
  return rows
    .filter(([, is, expected]) => expected !== undefined && is !== expected)
    .map(([what, is, expected]) => `it comes from ${what} ${is}, not ${expected ?? ""}`);
}
