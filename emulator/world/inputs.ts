import { faultSchema } from "../core/faults/fault";
import { routeInputSchema, routeKeySchema } from "../core/routes/routeInput";
import { peeringPatchSchema, peeringSeedSchema } from "../core/store/peeringInput";
import type { Clouds } from "./world";

/** The schemas of what the admin API is told, for an emulator of these clouds. */
export function inputsFor(clouds: Clouds) {
  const names = clouds.map(({ name }) => name);
  return {
    fault: faultSchema(names),
    peering: peeringSeedSchema(names),
    route: routeInputSchema(names),
    routeKey: routeKeySchema(names),
    peeringPatch: peeringPatchSchema(names),
  };
}

/** See {@link inputsFor}. */
export type Inputs = ReturnType<typeof inputsFor>;
