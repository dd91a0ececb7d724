import { SETTING_KEYS } from "../../model/settings";
import type { Settings } from "../clouds/cloud";
import { Session } from "../lifecycle/session";

const sessions = new Map<string, Session>();

/** The session with these settings. All kinds of resources in a process share it: its keys, its clouds, its locks. */
export function sharedSession(settings: Settings): Session {
  const key = JSON.stringify(SETTING_KEYS.map((name) => settings(name) ?? null));
  const session = sessions.get(key) ?? new Session(settings);
  sessions.set(key, session);
  return session;
}
