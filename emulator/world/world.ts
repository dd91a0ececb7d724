import { z } from "zod";
import { checked } from "../core/checked";
import type { Cloud } from "../core/cloud";
import { keepSchema, type Keep } from "../core/keep";
import { type PeeringInput, type PeeringSeed, peeringSeedSchema } from "../core/store/peeringInput";
import { type Timings, timingsSchema } from "../core/timings";
import type { SettingsOf, WorldPart } from "../core/worldPart";

/** The clouds that an emulator is started with. */
export type Clouds = readonly Cloud[];

/** What clouds are called. */
export type NameOf<All extends Clouds> = All[number]["name"];

/** What limits are called: those of each cloud together. */
type LimitOf<All extends Clouds> = LimitOfOne<All[number]>;
type LimitOfOne<One> = One extends { readonly world: { readonly limits: infer Limits } }
  ? keyof Limits & string
  : never;

/** A world in force: every part is there. */
export type WorldOf<All extends Clouds> = {
  readonly timings: Timings;
  readonly keep: Keep;
  readonly limits: { readonly [Limit in LimitOf<All>]: number };
  readonly quotas: { readonly [One in All[number] as One["name"]]: z.output<One["world"]["quotas"]> };
  readonly peerings: readonly PeeringSeed<NameOf<All>>[];
} & { readonly [One in All[number] as One["name"]]: z.output<One["world"]["settings"]> };

/** A world as a file or a test writes it. */
export type WorldInputOf<All extends Clouds> = {
  readonly timings?: z.input<typeof timingsSchema> | undefined;
  readonly keep?: z.input<typeof keepSchema> | undefined;
  readonly limits?: { readonly [Limit in LimitOf<All>]?: number | undefined } | undefined;
  readonly quotas?:
    | { readonly [One in All[number] as One["name"]]?: z.input<One["world"]["quotas"]> | undefined }
    | undefined;
  readonly peerings?: readonly PeeringInput<NameOf<All>>[] | undefined;
  readonly conformance?: unknown;
  readonly $schema?: unknown;
} & { readonly [One in All[number] as One["name"]]?: z.input<One["world"]["settings"]> | undefined };

/** What is for others than the emulator: what `vpc-peering-conformance` found, and what an editor checks a file by. */
const unread = z
  .unknown()
  .transform(() => undefined)
  .optional();

/** The world file. Every part is optional; what is missing has its default, or the built-in accounts and VPCs. */
export function worldSchema<All extends Clouds>(clouds: All): z.ZodType<WorldOf<All>, WorldInputOf<All>> {
  const ofEach = (part: "settings" | "quotas") =>
    Object.fromEntries(clouds.map(({ name, world }) => [name, world[part].prefault({})]));
  const limits = Object.fromEntries(clouds.flatMap(({ world }) => Object.entries(world.limits)));
  const schema = z.strictObject({
    timings: timingsSchema.prefault({}),
    keep: keepSchema.prefault({}),
    limits: z.strictObject(limits).prefault({}),
    quotas: z.strictObject(ofEach("quotas")).prefault({}),
    ...ofEach("settings"),
    peerings: z.array(peeringSeedSchema(clouds.map(({ name }) => name))).default([]),
    conformance: unread,
    $schema: unread,
  });
  // The names of its fields are only known from the clouds, which the compiler cannot follow through a list.
  return schema as unknown as z.ZodType<WorldOf<All>, WorldInputOf<All>>;
}

/** Checks a world and fills in what is missing. `source` is how errors call it. */
export function parseWorld<All extends Clouds>(clouds: All, input: unknown, source: string): WorldOf<All> {
  return checked(worldSchema(clouds), input, source);
}

/** A cloud's own part of a world. */
export function settingsOf(world: WorldOf<Clouds>, { name }: Cloud): SettingsOf<WorldPart> {
  const { [name]: settings } = world as unknown as Readonly<Record<string, object>>;
  const { [name]: quotas } = world.quotas as Readonly<Record<string, unknown>>;
  return { ...settings, quotas, limits: world.limits };
}
