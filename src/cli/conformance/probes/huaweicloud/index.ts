import type { Probe } from "../../probe";
import { inactiveHop, rejection, sameTenant } from "./acceptance";
import { links, tenantFilter } from "./lists";
import { refusals } from "./refusals";
import {
  atomicPut,
  delHop,
  duplicateRoute,
  hostBits,
  ipv6Text,
  missingDel,
  routesGo,
  supernet,
} from "./routes";
import { tables } from "./tables";

/** What is asked of Huawei Cloud. */
export const huaweicloud: readonly Probe[] = [
  tables,
  ...refusals,
  missingDel,
  duplicateRoute,
  delHop,
  atomicPut,
  supernet,
  hostBits,
  ipv6Text,
  links,
  routesGo,
  sameTenant,
  inactiveHop,
  tenantFilter,
  rejection,
];
