import { z } from "zod";
import { text } from "../fields";
import { routeStatuses } from "./route";

/** Which route `DELETE /_emulator/routes` removes. */
export function routeKeySchema<Name extends string>(cloudNames: readonly Name[]) {
  return z.strictObject({ cloud: z.enum(cloudNames), table: text, destination: text });
}

/** A route as `POST /_emulator/routes` writes it. */
export function routeInputSchema<Name extends string>(cloudNames: readonly Name[]) {
  return routeKeySchema(cloudNames).extend({
    hop: z.strictObject({
      kind: z.enum(["peering", "other"]),
      id: text,
      /** The cloud's own word for the kind; left out, the usual one. */
      type: text.optional(),
    }),
    /** Left out, it is available. */
    status: z.enum(routeStatuses).optional(),
    name: z.string().optional(),
    description: z.string().optional(),
  });
}
