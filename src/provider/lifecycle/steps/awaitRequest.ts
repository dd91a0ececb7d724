import { waitUntil } from "../../../io/wait";
import { Deadline } from "../../../io/clock";
import { PeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { joinsInOrder, nameOfPair } from "../../../model/peering";
import { DEAD, GOING } from "../../../model/status";
import { verbOf } from "../../clouds/verbs";
import type { Work } from "../session";
import { limitOf, timedOut } from "../session";
import type { SideInputs } from "../connection/state";
import { accountOf } from "../../../model/account";

/** Who is expected to ask; what is left out may be anything. */
export type Expected = Partial<SideInputs>;

/** Where to look for a request: the two VPCs, and who asks. */
export interface Wanted {
  requester: Pick<SideInputs, "vpcId">;
  accepter: Pick<SideInputs, "vpcId" | "region">;
  expect: Expected;
  /** Whether a request that is rejected already will do, since an earlier run may have done that. */
  mayBeRejected: boolean;
  /** How long to wait for somebody to ask; the deadline if left out. */
  pendingTimeout?: string;
}

/** Waits for the request that joins two VPCs, and answers it. Those that expired or were rejected are of the past. */
export async function awaitRequest(
  { requester, accepter, expect, mayBeRejected, pendingTimeout }: Wanted,
  work: Work,
): Promise<Peering> {
  const { cloud, context } = work;
  const asker = { vpcId: requester.vpcId, region: expect.region ?? accepter.region };
  const pair = { requester: asker, accepter };
  // Looked for from the accepter's side, whose keys these are.
  const here = { requester: accepter, accepter: asker };
  const limitMs = limitOf(pendingTimeout);
  const waited = await waitUntil({
    ...context,
    deadline: limitMs === undefined ? context.deadline : new Deadline(context.clock, limitMs),
    sleep: (ms) => cloud.sleepUntilNews({ of: here, ms }, context),
    observe: async () => {
      const found = await verbOf(cloud, "find")(here, context);
      const asked = found.filter((one) => joinsInOrder(one, pair) && asks(one, expect));
      return asked.find(isOpen) ?? (mayBeRejected ? asked.find(isRejected) : undefined);
    },
    until: (seen) => seen !== undefined,
    word: () => `no request from ${accountOf(expect as SideInputs) ?? "anybody"}`,
    report: (seen) => {
      context.report(`waiting until somebody asks for ${nameOfPair(pair)}: ${seen}`);
    },
  });
  if ("reached" in waited && waited.reached !== undefined) return waited.reached;
  throw timedOut(
    `Nobody asked for the connection ${nameOfPair(pair)} from account ${accountOf(expect as SideInputs) ?? "?"}`,
    "timedOut" in waited ? waited.timedOut : "",
    context,
    "Run `pulumi up` in the requester's stack, and then here again; or correct `requester`, `accepter` and `expect`.",
  );
}

function isOpen({ status }: Peering): boolean {
  return !DEAD.has(status) && !GOING.has(status);
}

function isRejected({ status }: Peering): boolean {
  return status === "rejected";
}

function asks(seen: Peering, expect: Expected): boolean {
  return mismatches(seen, expect).length === 0;
}

/** Fails unless a connection was asked for by whom it was expected. */
export function assertExpected(seen: Peering, expect: Expected | undefined): void {
  const wrong = mismatches(seen, expect ?? {});
  if (wrong.length === 0) return;
  throw new PeeringError(
    `Connection ${seen.id} is not the one expected: ${wrong.join(", ")}. Nothing was accepted.`,
    {
      kind: "notOurs",
      remedy: "Ask its owner what it is; correct `expect` if it is right.",
    },
  );
}

function mismatches({ requester }: Peering, expect: Expected): string[] {
  const rows = [
    ["account", requester.account, accountOf(expect as SideInputs)],
    ["VPC", requester.vpcId, expect.vpcId],
    ["region", requester.region, expect.region],
  ] as const;
  return rows
    .filter(([, is, expected]) => expected !== undefined && is !== expected)
    .map(([what, is, expected]) => `it comes from ${what} ${is}, not ${expected ?? ""}`);
}
