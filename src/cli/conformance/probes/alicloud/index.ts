import type { Probe } from "../../probe";
import { othersRoutes, rejection, request, twoAccounts } from "./acceptance";
import { atomicBatch, mixedBatch, supernetBatch } from "./batches";
import { busy } from "./busy";
import { deletion, token } from "./deletion";
import { hostBits, serviceRange } from "./destinations";
import { pair } from "./pair";
import { refusals } from "./refusals";
import { routeList } from "./routeList";
import { secondaryBlocks } from "./secondaryBlocks";
import { tagsElsewhere } from "./tagsElsewhere";
import { texts } from "./texts";

/** What is asked of Alibaba Cloud. */
export const alicloud: readonly Probe[] = [
  routeList,
  ...refusals,
  secondaryBlocks,
  pair,
  texts,
  tagsElsewhere,
  hostBits,
  serviceRange,
  atomicBatch,
  mixedBatch,
  supernetBatch,
  busy,
  deletion,
  token,
  request,
  rejection,
  twoAccounts,
  othersRoutes,
];
