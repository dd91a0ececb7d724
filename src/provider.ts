/**
 * The module that the engine's provider process loads: stack state names these exports, so they stay for
 * ever. Nothing from here on imports `@pulumi/pulumi`.
 */
import { dynamicProvider } from "./engine/wrap";
import { acceptanceHooks } from "./lifecycle/acceptance";
import { connectionHooks } from "./lifecycle/connection";
import { identityHooks } from "./lifecycle/identity";
import { watchEngine } from "./engine/watchdog";

watchEngine();

/** The hooks of `vpcPeering:Connection`. */
export const connection = dynamicProvider("Connection", connectionHooks);

/** The hooks of `vpcPeering:Acceptance`. */
export const acceptance = dynamicProvider("Acceptance", acceptanceHooks);

/** The hooks of `vpcPeering:Identity`. */
export const identity = dynamicProvider("Identity", identityHooks);
