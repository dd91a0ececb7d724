import type { Probe } from "../../probe";
import { othersRoutes, rejection, request, twoAccounts } from "./acceptance";
import { listFilters, shown } from "./lists";
import { longestName, otherRegion } from "./names";
import { farBandwidth, nearOptions } from "./options";
import { pair } from "./pair";
import { refusals } from "./refusals";
import { atomicCall, createAnswer, hostBits, peerBlocks } from "./routes";
import { unknownIds } from "./unknownIds";

/** What is asked of Tencent Cloud. */
export const tencentcloud: readonly Probe[] = [
  unknownIds,
  ...refusals,
  pair,
  listFilters,
  longestName,
  otherRegion,
  createAnswer,
  atomicCall,
  hostBits,
  peerBlocks,
  shown,
  nearOptions,
  request,
  rejection,
  twoAccounts,
  othersRoutes,
  farBandwidth,
];
