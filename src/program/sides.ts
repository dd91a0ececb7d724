import * as pulumi from "@pulumi/pulumi";
import { accountKeyOf } from "../model/account";
import type { CloudName } from "../model/clouds";
import { defined } from "../model/defined";
import type { PeeringEnd } from "./args";
import { refusal } from "./refusal";
import type { Connection } from "./resources/connection";

/** A side as the engine gets it: without the provider instance and its routes, and without what is not said. */
export function sideOf({
  provider: _provider,
  routes: _routes,
  ...side
}: Record<string, unknown>): pulumi.Inputs {
  return defined(side);
}

/** An end with the account of the keys that asked for the connection. */
export function withOwner(
  side: PeeringEnd,
  { account }: Connection,
  cloud: CloudName,
): pulumi.Output<PeeringEnd> {
  return account.apply((owner) => ({ ...side, [accountKeyOf(cloud)]: owner }));
}

/** Another account's id is nothing to guess at: without it, the connection would be asked for within the requester's own. */
export function answered(account: pulumi.Input<string>, accountKey: string): pulumi.Output<string> {
  return pulumi.output(account as pulumi.Input<string | undefined>).apply((answer) => {
    // In a program's own tests there is no engine, and mocks need not answer for what its author does not see.
    if (answer !== undefined || !pulumi.runtime.hasEngine()) return answer as string;
    throw refusal(
      `This run leaves out to ask whose keys accepter.provider has, since it has targets. Name the account in accepter.${accountKey} or in the provider instance, or run \`pulumi up\` once without targets.`,
    );
  });
}
