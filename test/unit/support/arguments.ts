import type { Program } from "./program";

/** Two ends of a peering, in two accounts and regions. */
export const requester = { vpcId: "vpc-hub", region: "cn-hangzhou" };
export const accepter = { vpcId: "vpc-spoke", region: "cn-beijing", accountId: "1000000000000002" };

/** Arguments of a peering in which nothing is wrong. */
export const good = { cloud: "alicloud", requester, accepter };

/** Arguments of an acceptance in which nothing is wrong. */
export const asked = {
  cloud: "alicloud",
  connectionId: "pcc-1",
  accepter: { vpcId: "vpc-b", region: "cn-beijing" },
};

/** Makes something of arguments that may be anything. */
export type Make = (program: Program, args: unknown, opts?: unknown) => unknown;

export const peering: Make = ({ lib }, ...rest) => new lib.VpcPeering("p", ...(rest as [never, never]));
export const accepting: Make = ({ lib }, ...rest) =>
  new lib.VpcPeeringAccepter("p", ...(rest as [never, never]));
export const instance: Make = ({ lib }, ...rest) => new lib.AlicloudProvider("i", ...(rest as [never]));

/** What an input is refused with once it is there. */
export function refusalLater(input: unknown): Promise<string> {
  const ofOutput = input as Record<"isKnown" | "isSecret", Promise<unknown>> &
    Record<"promise" | "allResources", () => Promise<unknown>>;
  const all =
    input instanceof Promise
      ? [input]
      : [ofOutput.promise(), ofOutput.isKnown, ofOutput.isSecret, ofOutput.allResources()];
  const refusals = all.map((one) =>
    one.then(
      () => "nothing was refused",
      (error: unknown) => (error as Error).message,
    ),
  );
  return refusals[0] ?? Promise.resolve("");
}
