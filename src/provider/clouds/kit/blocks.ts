import { said } from "../../../model/transit";
import type { Settings } from "../cloud";

/** What a provider instance of the plugin is made with: a block for each cloud that it has keys for, and the package's own settings. */
export type Blocks = Readonly<Record<string, unknown>>;

/** The settings of an instance, by the keys that a stack's config has for them. The engine sends objects as JSON. */
export function settingsIn(given: Blocks): Settings {
  return (key) => {
    const [block = "", name = ""] = key.split(":");
    const holder = block === "vpc-peering" ? given : parsed(given[block]);
    const value = said(parsed((holder as Blocks | undefined)?.[name]));
    return value === null ? undefined : value;
  };
}

/** Objects come as JSON; any other text is what it says. */
export function parsed(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*\{/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
