import type { JsonObject } from "../../../core/http/json";
import type { ActionContext } from "../action";
import { ApiError, apiError, illegal } from "../errors";
import { objectList } from "../params";
import { isBusy } from "./routeTasks";
import { findTable } from "./routeTables";

/** An entry of a batch, as it was sent. */
export type BatchEntry = Readonly<Record<string, string>>;

const mostEntries = 50;

/** Entries of a batch fail by words of their own where one is known. */
const failedCodes: Readonly<Record<string, string>> = {
  "InvalidCIDRBlock.Duplicate": "VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE",
  "RouterEntryConflict.Duplicated": "VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE",
  IncorrectRouteEntryStatus: "VPC_ROUTE_ENTRY_STATUS_ERROR",
  "InvalidRouteEntry.NotFound": "VPC_ROUTER_ENTRY_NOT_EXIST",
  "InvalidRouteEntryId.NotFound": "VPC_ROUTER_ENTRY_NOT_EXIST",
};

/** The entries of a batch, if the call as a whole may be made. */
export function readBatch(context: ActionContext): readonly BatchEntry[] {
  const { guesses } = context.settings;
  const entries = objectList(context.params, "RouteEntries");
  if (entries.length > mostEntries) throw illegal("RouteEntries");
  if (entries.some(({ RouteTableId }) => !RouteTableId)) throw apiError("MissingParam.RouteTableId");
  const vpcs = vpcsOf(context, entries);
  if (vpcs.size > 1 && !guesses.batchMayMixVpcs) throw illegal("RouteEntries");
  const isRefused = [...vpcs].some((vpc) => isBusy(context, vpc)) && !guesses.busyFailsByEntry;
  if (isRefused) throw apiError(guesses.busyVpcCode);
  return entries;
}

/** Does a batch entry by entry, and tells what became of it. A failure does not say of which table it is. */
export function doBatch<Done>(
  context: ActionContext,
  entries: readonly BatchEntry[],
  { plan, told }: { plan: (entry: BatchEntry) => () => Done; told?: (done: readonly Done[]) => JsonObject },
): JsonObject {
  const { guesses } = context.settings;
  const busy = [...vpcsOf(context, entries)].some((vpc) => isBusy(context, vpc));
  const failed: JsonObject[] = [];
  const done: Done[] = [];
  const attempt = (entry: BatchEntry, work: () => void) => {
    try {
      if (busy) throw apiError("IncorrectRouteEntryStatus");
      work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failed.push(failure(entry, error));
    }
  };
  if (guesses.batchIsAtomic) {
    for (const entry of entries) attempt(entry, () => void plan(entry));
  }
  if (failed.length === 0) for (const entry of entries) attempt(entry, () => done.push(plan(entry)()));
  return {
    SuccessCount: done.length,
    FailedCount: failed.length,
    FailedRouteEntries: failed,
    ...told?.(done),
  };
}

function vpcsOf(context: ActionContext, entries: readonly BatchEntry[]) {
  const tables = entries.flatMap(({ RouteTableId = "" }) => {
    try {
      return findTable(context, RouteTableId, "InvalidRouteTableId.NotFound");
    } catch {
      // Told of the entry itself.
      return [];
    }
  });
  return new Set(tables.map(({ vpc }) => vpc));
}

function failure(entry: BatchEntry, { code, message }: ApiError): JsonObject {
  return {
    RouteEntryId: entry["RouteEntryId"],
    DstCidrBlock: entry["DstCidrBlock"] ?? "",
    NextHop: entry["NextHop"] ?? "",
    FailedCode: failedCodes[code] ?? code,
    FailedMessage: message,
  };
}
