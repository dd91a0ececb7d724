import type { Emulation } from "../world/emulation";
import type { Inputs } from "../world/inputs";

/** What the admin API works on. */
export interface AdminSetting {
  readonly emulation: Emulation;
  readonly inputs: Inputs;
  readonly reset: () => void;
}

/** What a handler may use. */
export interface AdminContext extends AdminSetting {
  /** The last segment of the path, where the route has one. */
  readonly id: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: () => unknown;
}
