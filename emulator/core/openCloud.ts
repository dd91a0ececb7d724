import type { Cloud } from "./cloud";
import type { Room } from "./room";
import type { SettingsOf, WorldPart } from "./worldPart";

/** A cloud of a world: what it can do, what the world says of it, and the room where its calls are answered. */
export interface OpenCloud {
  readonly cloud: Cloud;
  readonly settings: SettingsOf<WorldPart>;
  readonly room: Room;
}
