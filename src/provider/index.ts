/**
 * The module that the engine's provider process loads: stack state names these exports, so they stay for
 * ever. Nothing from here on imports `@pulumi/pulumi`.
 */
import { dynamicProvider } from "./engine/dynamicProvider";
import { acceptanceHooks } from "./lifecycle/acceptance/operations";
import { connectionHooks } from "./lifecycle/connection/operations";
import { identityHooks } from "./lifecycle/identity/operations";
import { watchEngine } from "./engine/watchdog";

watchEngine();

/** The hooks of `vpcPeering:Connection`. */
export const connection = dynamicProvider("Connection", connectionHooks);

/** The hooks of `vpcPeering:Acceptance`. */
export const acceptance = dynamicProvider("Acceptance", acceptanceHooks);

/** The hooks of `vpcPeering:Identity`. */
export const identity = dynamicProvider("Identity", identityHooks);
