import { Deadline } from "../../../io/clock";
import { waitUntil } from "../../../io/wait";
import { accountOf } from "../../../model/account";
import { millisecondsIn } from "../../../model/duration";
import type { Peering, SideInputs } from "../../../model/peering";
import { joinsInOrder, nameOfPair } from "../../../model/peering";
import { DEAD, GOING } from "../../../model/status";
import type { Context } from "../../clouds/cloud";
import type { SharedCloud } from "../../clouds/sharing/sharedCloud";
import { verbOf } from "../../clouds/verbs";
import { timedOut } from "../timeouts";
import type { Work } from "../work";
import { isExpected } from "./expected";
import type { Expected } from "./inputs";

/** A request that is waited for: the two VPCs, and who asks. */
export interface Awaited {
  requester: Pick<SideInputs, "vpcId">;
  accepter: Pick<SideInputs, "vpcId" | "region">;
  expect: Expected;
  /** Whether a request that is rejected already will do, since an earlier run may have done that. */
  mayBeRejected: boolean;
  /** How long to wait for somebody to ask; the deadline if left out. */
  pendingTimeout?: string;
}

/** Waits for the request that joins two VPCs, and answers it. Those that expired or were rejected are of the past. */
export async function awaitRequest(awaited: Awaited, work: Work): Promise<Peering> {
  const limitMs = millisecondsIn(awaited.pendingTimeout);
  if (limitMs === undefined) return await requestSeen(awaited, work.cloud, work.context);
  // A limit of its own is for the wait alone: what comes after it has the whole of the other.
  const { clock, deadline } = work.context;
  const context = { ...work.context, deadline: new Deadline(clock, limitMs) };
  return await deadline.uncounted(() => requestSeen(awaited, work.cloud, context));
}

async function requestSeen(
  { requester, accepter, expect, mayBeRejected }: Awaited,
  cloud: SharedCloud,
  context: Context,
): Promise<Peering> {
  const asker = { vpcId: requester.vpcId, region: expect.region ?? accepter.region };
  const pair = { requester: asker, accepter };
  // Looked for from the accepter's side, whose keys these are.
  const here = { requester: accepter, accepter: asker };
  const account = accountOf(expect);
  const waited = await waitUntil({
    ...context,
    sleep: (ms) => cloud.sleepUntilNews({ of: here, ms }, context),
    observe: async () => {
      const found = await verbOf(cloud, "find")(here, context);
      const asked = found.filter((one) => joinsInOrder(one, pair) && isExpected(one, expect));
      return asked.find(isOpen) ?? (mayBeRejected ? asked.find(isRejected) : undefined);
    },
    until: (seen) => seen !== undefined,
    word: () => `no request from ${account ?? "anybody"}`,
    report: (seen) => {
      context.report(`waiting until somebody asks for ${nameOfPair(pair)}: ${seen}`);
    },
  });
  if ("reached" in waited && waited.reached !== undefined) return waited.reached;
  const what = `Nobody asked for the connection ${nameOfPair(pair)} from account ${account ?? "?"}`;
  const history = "timedOut" in waited ? waited.timedOut : "";
  const remedy =
    "Run `pulumi up` in the requester's stack, and then here again; or correct `requester`, `accepter` and `expect`.";
  throw timedOut({ what, history, remedy }, context);
}

function isOpen({ status }: Peering): boolean {
  return !DEAD.has(status) && !GOING.has(status);
}

function isRejected({ status }: Peering): boolean {
  return status === "rejected";
}
