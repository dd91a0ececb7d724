import { ENDS } from "../../../model/ends";
import type { Known, Network, Unseen } from "./known";
import type { Direction } from "./direction";
import { directionFrom } from "./direction";
import type { Finding } from "./finding";
import { oneWay, quotaFindings, transit } from "./otherFindings";
import { routeFindings } from "./routeFindings";
import { statusFindings } from "./statusFindings";

/** A connection, and what is to be said of it. */
export interface Judged {
  known: Known;
  /** From the requester to the accepter, and back. */
  directions: [forward: Direction, back: Direction];
  /** Whether packets find their way there, and their answers back; nothing where that could not be found out. */
  reaches: boolean | undefined;
  findings: Finding[];
  /** What the program itself leaves out, and what else is worth knowing: nothing is wrong with it. */
  notes: string[];
  unseen: Unseen[];
}

/** A network, and what is to be said of it. */
export interface Diagnosis {
  connections: Judged[];
  /** What is wrong with what several connections share. */
  findings: Finding[];
  unseen: readonly Unseen[];
}

/** Says what is wrong with a network, as far as it is known. */
export function judged(network: Network): Diagnosis {
  return {
    connections: network.connections.map((known) => judgedOne(known, network)),
    findings: quotaFindings(network.quotas),
    unseen: network.unseen,
  };
}

function judgedOne(known: Known, network: Network): Judged {
  const { bridges } = network;
  const directions: Judged["directions"] = [
    directionFrom("requester", known, bridges),
    directionFrom("accepter", known, bridges),
  ];
  const parts = [
    ...directions.map((direction) => routeFindings(direction, known, bridges)),
    ...ENDS.map((end) => transit(end, known, network)),
  ];
  const ofRoutes = parts.flatMap(({ findings }) => findings);
  // What both VPCs have is said once.
  const overlap = ofRoutes.find(({ kind }) => kind === "overlap");
  const [forward, back] = directions.map(({ reaches }) => reaches);
  return {
    known,
    directions,
    reaches:
      forward === false || back === false ? false : forward === true && back === true ? true : undefined,
    findings: [
      ...statusFindings(known),
      ...oneWay(directions, known),
      ...ofRoutes.filter((finding) => finding.kind !== "overlap" || finding === overlap),
    ],
    notes: parts.flatMap(({ notes }) => notes),
    unseen: ENDS.flatMap((end) => known.ends[end].unseen),
  };
}

/** How the command exits: 2 with findings; 1 where something could not be looked at; else 0. */
export function exitCodeOf({ connections, findings, unseen }: Diagnosis): 0 | 1 | 2 {
  if (findings.length > 0 || connections.some((one) => one.findings.length > 0)) return 2;
  const failed = [...unseen, ...connections.flatMap((one) => one.unseen)].some(
    ({ isExpected }) => !isExpected,
  );
  return failed ? 1 : 0;
}
