import type { Program } from "./program";
import { run } from "./program";
import { A, B } from "./samples";

export const hub = { vpcId: "vpc-hub", region: "cn-hangzhou" };
export const spokes = { s1: { vpcId: "vpc-1" }, s2: { vpcId: "vpc-2", region: "cn-beijing", accountId: B } };

export const makeHub = ({ lib }: Program, args: object = {}, opts: object = {}) =>
  new lib.VpcHub("net", { cloud: "alicloud", hub, spokes, ...args }, opts);

export const members = {
  a: { vpcId: "vpc-a" },
  b: { vpcId: "vpc-b" },
  c: { vpcId: "vpc-c" },
  d: { vpcId: "vpc-d" },
};

/** Where the members of a mesh are, unless they say so themselves. */
export const config = { "alicloud:region": "cn-hangzhou", "alicloud:accountId": A };

export const makeMesh = ({ lib }: Program, args: object = {}, opts: object = {}) =>
  new lib.VpcMesh("m", { cloud: "alicloud", members, ...args }, opts);

/** What a program is refused with. */
export async function refused(
  program: (given: Program) => unknown,
  given?: Parameters<typeof run>[1],
): Promise<string> {
  const { result } = await run((started) => {
    try {
      program(started);
    } catch (error) {
      return String(error);
    }
    return "nothing was refused";
  }, given);
  return result;
}
