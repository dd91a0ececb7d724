/**
 * The module that the engine's provider process loads: stack state names these exports, so they stay for
 * ever. Nothing from here on imports `@pulumi/pulumi`.
 */
import { dynamicProviders } from "./engine/dynamicProviders";
import { watchEngine } from "./engine/watchdog";

watchEngine();

/** What serves `vpcPeering:Connection`, `vpcPeering:Acceptance`, `vpcPeering:Identity` and `vpcPeering:Routes`. */
export const { connection, acceptance, identity, routes } = dynamicProviders();
