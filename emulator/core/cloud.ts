import type { Core } from "./core";
import type { InjectedError } from "./http/call";
import type { RawRequest } from "./http/http";
import type { Room } from "./room";
import type { Routing } from "./routes/routing";
import type { Regions } from "./store/peering";
import type { StatusWords } from "./store/status";
import type { Vpc } from "./store/vpcStore";
import type { SettingsOf, WorldPart } from "./worldPart";

/** All that the emulator has to know of one cloud. A new cloud is one folder with one of these. */
export interface Cloud<Name extends string = string, Part extends WorldPart = WorldPart> {
  /** What the cloud is called in the world file, the admin API and the log. */
  readonly name: Name;
  /** What people call it. */
  readonly title: string;
  /** Whether a request is meant for this cloud, by its shape alone. */
  recognises(request: RawRequest): boolean;
  readonly words: StatusWords;
  newPeeringId(): string;
  /** What a peering's bandwidth is when nobody sets it. */
  defaultBandwidth(ends: Regions): number | null;

  /** The errors of requests that no room deals with: one that is too long, and one that meets a bug of the emulator. */
  readonly problems: { readonly tooLarge: InjectedError; readonly bug: InjectedError };

  readonly world: Part;
  /** What the settings hold, in the core's terms. */
  vpcsOf(settings: SettingsOf<Part>): Vpc[];
  accountsOf(settings: SettingsOf<Part>): string[];
  strictIds(settings: SettingsOf<Part>): boolean;
  /** How it routes; left out, without any word of its own. */
  readonly routing?: Routing;
  createRoom(core: Core, settings: SettingsOf<Part>): Room;
}
