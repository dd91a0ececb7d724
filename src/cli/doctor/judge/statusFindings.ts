import { accountWordOf } from "../../../model/account";
import { factsOf } from "../../../model/clouds";
import type { PeeringStatus } from "../../../model/status";
import { ENDS } from "../../../model/ends";
import type { Known, Role } from "./known";
import type { Finding, FindingKind } from "./finding";

/** What a status means that carries no packets. */
interface Meaning {
  kind: FindingKind;
  /** What was found, after the connection's id. */
  is: string;
  remedy: keyof typeof REMEDIES;
}

const MEANINGS: Record<Exclude<PeeringStatus, "active"> | "missing", Meaning> = {
  missing: {
    kind: "connection-missing",
    is: "is not there any more: somebody has deleted it",
    remedy: "anew",
  },
  deleted: { kind: "connection-missing", is: "is deleted", remedy: "anew" },
  deleting: { kind: "connection-missing", is: "is being deleted", remedy: "anew" },
  pending: { kind: "connection-pending", is: "waits for the accepter's yes", remedy: "accept" },
  rejected: { kind: "connection-rejected", is: "was rejected by the accepter", remedy: "anew" },
  expired: { kind: "connection-expired", is: "has expired: nobody accepted it in time", remedy: "anew" },
  failed: { kind: "connection-failed", is: "has failed", remedy: "anew" },
  creating: { kind: "connection-busy", is: "is being made", remedy: "wait" },
  updating: { kind: "connection-busy", is: "is being changed", remedy: "wait" },
};

/** What mends a status, by what the stack has of the connection. */
const REMEDIES = {
  anew: {
    declared: "Run `pulumi refresh`, then `pulumi up`: it is made anew.",
    accepted:
      "Have the requester make it anew, then run `pulumi refresh` and `pulumi up` here: they accept the new one.",
    read: "Have it made anew where it is declared, then give its new id to `VpcPeering.get`.",
    none: "Have it made anew where it is declared.",
  },
  accept: {
    declared:
      "Accept it with the accepter's keys: give them as `accepter.provider`, or declare a `VpcPeeringAccepter` in the accepter's own stack. Then run `pulumi up`.",
    accepted: "Run `pulumi refresh`, then `pulumi up`: they accept it.",
    read: "Accept it with the accepter's keys, for instance by a `VpcPeeringAccepter`.",
    none: "Accept it with the accepter's keys, for instance by a `VpcPeeringAccepter`.",
  },
  wait: {
    declared: "Look again in a moment.",
    accepted: "Look again in a moment.",
    read: "Look again in a moment.",
    none: "Look again in a moment.",
  },
} satisfies Record<string, Record<Role, string>>;

/** What is wrong with the connection itself, and with whose keys look at it. */
export function statusFindings(known: Known): Finding[] {
  return [...ofStatus(known), ...ofSides(known), ...ofKeys(known)];
}

function ofStatus({ declared, peering, ends }: Known): Finding[] {
  const isMissing = ENDS.some((end) => ends[end].status === "missing");
  const status = peering?.status ?? (isMissing ? "missing" : "active");
  if (status === "active") return [];
  const { kind, is, remedy } = MEANINGS[status];
  const until = peering?.expiresAt;
  const when = until === undefined ? "" : ` (${status === "pending" ? "until" : "since"} ${until})`;
  const notice = peering?.notice === undefined ? "" : ` ${peering.notice}`;
  const mends =
    status === "pending" && declared.isAccepted ? REMEDIES.accept.accepted : REMEDIES[remedy][declared.role];
  return [
    {
      kind,
      severity: "broken",
      places: [],
      what: `Connection ${declared.id} ${is}${when}.${notice}`,
      meaning: "It carries no packets.",
      remedy: mends,
    },
  ];
}

function ofSides({ declared, peering, ends }: Known): Finding[] {
  if (peering === undefined) return [];
  return ENDS.filter((end) => ends[end].status === "missing").map((end): Finding => {
    const { region = "", keys = "" } = ends[end];
    return {
      kind: "seen-from-one-side",
      severity: "risk",
      end,
      places: [],
      what: `The ${end}'s keys (${keys}) do not see connection ${declared.id} in ${region}.`,
      meaning: "What this stack does with these keys, such as accepting it, will fail.",
      remedy: `Check whose keys these are, and the ${end}'s region.`,
    };
  });
}

function ofKeys({ declared, ends }: Known): Finding[] {
  const { title, accountKey } = factsOf(declared.cloud);
  const word = accountWordOf(declared.cloud);
  return ENDS.flatMap((end): Finding[] => {
    const { wrongKeys, account = "" } = ends[end];
    if (wrongKeys === undefined) return [];
    return [
      {
        kind: "wrong-keys",
        severity: "broken",
        end,
        places: [],
        what: `The program uses the keys of ${word} ${wrongKeys.account} (${wrongKeys.keys}) for the ${end}, whose VPC belongs to ${word} ${account}.`,
        meaning: `${title} will refuse what is done with them.`,
        remedy: `Give \`${end}.provider\` an instance with keys of ${account}, or correct \`${accountKey}\`.`,
      },
    ];
  });
}
