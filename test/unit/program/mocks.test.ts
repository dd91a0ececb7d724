import { runtime } from "@pulumi/pulumi";

test("a program's own tests go on working with `setMocks` of three arguments, as they are documented", async () => {
  await runtime.setMocks(
    { newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }), call: () => ({}) },
    "p",
    "s",
  );
  const { VpcPeering } = await import("../../../src/program/index.js");
  const requester = { vpcId: "vpc-a", region: "r" };
  const accepter = { vpcId: "vpc-b", accountId: "1" };
  expect(() => new VpcPeering("x", { cloud: "alicloud", requester, accepter })).not.toThrow();
});
