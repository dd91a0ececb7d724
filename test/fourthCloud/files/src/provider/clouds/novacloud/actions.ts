import type { ActionRow } from "../kit/pipeline";
import { CHANGE, READ } from "../kit/pipeline";

/** An API action: its method and path. */
interface Action extends ActionRow {
  method: "GET" | "POST" | "DELETE";
  path: string;
}

/** Every action there is. A create that is repeated with its token makes no second connection. */
export const ACTIONS = {
  ShowAccount: { ...READ, method: "GET", path: "/nova/v1/account" },
  CreateConnection: { ...CHANGE, method: "POST", path: "/nova/v1/connections" },
  ShowConnection: { ...READ, method: "GET", path: "/nova/v1/connections/{id}" },
  DeleteConnection: { ...CHANGE, method: "DELETE", path: "/nova/v1/connections/{id}" },
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS;

/** What is asked. */
export interface Request {
  /** What stands for `{id}` in the path. */
  id?: string;
  body?: object;
}
