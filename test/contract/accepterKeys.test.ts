import { exampleCloud } from "../clouds/example.cjs";
import { having } from "./clouds";
import { failure, keysOfB, openBench } from "./support";

describe.each(having("accept"))("on $cloud the accepter's keys", (under) => {
  const standalone = (more: object) => ({
    requester: { vpcId: under.vpcs.hub.vpcId },
    expect: { [under.accountKey]: under.accounts.a },
    decision: "accept",
    onDelete: "delete",
    ...more,
  });

  test("of another account let no connection be believed to be gone", async () => {
    const { connection, acceptance, crossAccount, acceptanceOf, live } = await openBench(under);
    const { id, outs: made } = await connection.create(crossAccount());
    const { outs } = await acceptance.create({ ...acceptanceOf(id), ...standalone({}) });
    const accepter = { ...under.vpcs.partner, [under.accountKey]: under.accounts.a };
    const elsewhere = { ...outs, standalone: standalone({ accepter }) };
    await connection.delete(id, made);
    expect(await live()).toEqual([]);
    for (const hook of [acceptance.read(id, elsewhere), acceptance.delete(id, elsewhere)])
      expect((await failure(hook)).message).toContain(keysOfB(under));
    expect(await acceptance.read(id, outs)).toEqual({});
    await acceptance.delete(id, outs);
  });

  test("as the state has them may be old, and that is said", async () => {
    const { connection, acceptance, crossAccount, acceptanceOf, fault } = await openBench(under);
    const { id } = await connection.create(crossAccount());
    const { outs } = await acceptance.create({ ...acceptanceOf(id), ...standalone({}) });
    await fault("*", { type: "error", ...under.expired }, { times: 0 });
    const { message } = await failure(acceptance.read(id, outs));
    expect(message).toContain("run `pulumi refresh --run-program`");
    expect((await failure(acceptance.delete(id, outs))).message).toContain(
      "run `pulumi destroy --run-program`",
    );
  });
});

test("keys that are asked for their account may be old, too", async () => {
  const { identity, anew, fault } = await openBench(exampleCloud);
  const { id, outs } = await identity.create({ cloud: exampleCloud.cloud });
  await fault("*", { type: "error", ...exampleCloud.expired }, { times: 0 });
  const { message } = await failure(anew().identity.read(id, outs));
  expect(message).toContain("run `pulumi refresh --run-program`");
});
