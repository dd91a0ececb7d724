import type { EndName } from "../../../model/ends";
import type { Direction } from "../judge/direction";
import type { Diagnosis, Judged } from "../judge/judge";
import { exitCodeOf } from "../judge/judge";
import { rangeText } from "../judge/ranges";
import { standingOf } from "./text";

/** How the whole stands, by the exit code. */
const STANDS = { 0: "well", 1: "unknown", 2: "findings" } as const;

/** The report for programs. Members are added, never changed. */
export function jsonOf(diagnosis: Diagnosis, stack: string | undefined): string {
  const { connections, findings, unseen } = diagnosis;
  const report = {
    stack: stack ?? null,
    verdict: STANDS[exitCodeOf(diagnosis)],
    connections: connections.map(connectionOf),
    findings,
    unseen,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function connectionOf(judged: Judged) {
  const { known, directions, reaches, findings, notes, unseen } = judged;
  const { declared, peering } = known;
  const [forward, back] = directions;
  return {
    name: declared.name,
    cloud: declared.cloud,
    id: declared.id,
    verdict: standingOf(judged),
    status: peering?.status ?? null,
    requester: endOf("requester", judged),
    accepter: endOf("accepter", judged),
    reaches: reaches ?? null,
    forward: directionOf(forward, judged),
    back: directionOf(back, judged),
    findings,
    notes,
    unseen,
  };
}

function endOf(end: EndName, { known: { ends } }: Judged) {
  const { vpcId, region, account, keys, status, blocks } = ends[end];
  return {
    vpcId: vpcId ?? null,
    region: region ?? null,
    account: account ?? null,
    /** Whose keys were used. */
    keys: keys ?? null,
    /** What these keys see of the connection. */
    status: status ?? null,
    blocks: blocks ?? null,
  };
}

function directionOf({ from, to, reaches, paths }: Direction, { known: { ends } }: Judged) {
  return {
    from: ends[from].vpcId ?? null,
    to: ends[to].vpcId ?? null,
    reaches: reaches ?? null,
    routes: paths.flatMap(({ table, isUsed, to: block, ways }) =>
      ways.map(({ part, leads, route }) => ({
        table: table.id,
        isMain: table.isMain,
        isUsed,
        block,
        destination: rangeText(part),
        leads,
        by:
          route === undefined
            ? null
            : { destination: route.destination, word: route.hop.word, id: route.hop.id },
      })),
    ),
  };
}
