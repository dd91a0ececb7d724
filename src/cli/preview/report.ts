import { UNKNOWN } from "../../model/unknown";
import { commentOf, cutsTraffic } from "./comment";
import { peeringsIn } from "./peerings";
import type { Preview } from "./steps";

/** What a comment says, for programs: each peering by itself, and the comment. What is not known yet is null. */
export function jsonOf(preview: Preview, stack = preview.stack): string {
  const peerings = peeringsIn(preview).map(
    ({ name, cloud, id, change, requester, accepter, fields, isCut }) => ({
      ...{ name, cloud, id, change, requester, accepter, cutsTraffic: isCut },
      fields: fields.map(({ path, before = null, after = null }) => ({ path, before, after })),
    }),
  );
  const isFailed = preview.diagnostics.some(({ severity }) => severity === "error");
  const report = {
    stack: stack ?? null,
    isFailed,
    cutsTraffic: cutsTraffic(preview),
    peerings,
    comment: commentOf(preview, stack),
  };
  const known = (_key: string, value: unknown): unknown => (value === UNKNOWN ? null : value);
  return `${JSON.stringify(report, known, 2)}\n`;
}
