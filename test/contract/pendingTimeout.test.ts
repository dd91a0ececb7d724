import { virtualClock } from "../support/virtualTime";
import { having } from "./clouds";
import { failure, openBench } from "./support";

describe.each(having("find", "accept"))("on $cloud, an accepter that waits for a request", (under) => {
  const { cloud, vpcs, accounts, accountKey } = under;
  const asked = (more: object) => ({
    cloud,
    requester: { vpcId: vpcs.hub.vpcId },
    accepter: vpcs.partner,
    expect: { [accountKey]: accounts.a, region: vpcs.hub.region },
    decision: "accept",
    onDelete: "keep",
    __owner: { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeeringAccepter::from-hub" },
    ...more,
  });

  test("gives up within the limit that was set for that, and names it", async () => {
    const { acceptance } = await openBench(under);
    const inputs = asked({ pendingTimeout: "3s", timeouts: { create: "10m" } });
    const { message } = await failure(acceptance.create(inputs));
    expect(message).toMatch(/Nobody asked for the connection .* within 3s: saw no request from /);
    expect(message).not.toContain("10m");
  });

  test("without one gives up within its create limit", async () => {
    const { acceptance } = await openBench(under);
    const { message } = await failure(acceptance.create(asked({ timeouts: { create: "7s" } })));
    expect(message).toMatch(/Nobody asked for the connection .* within 7s/);
  });

  test("may wait longer than all the rest may take", async () => {
    const { acceptance, connection, crossAccount, live } = await openBench(under);
    const inputs = asked({ pendingTimeout: "1h", timeouts: { create: "10s" } });
    const accepted = acceptance.create(inputs);
    await virtualClock.sleep(10 * 60_000);
    const { id } = await connection.create(crossAccount({ waitFor: "pending" }));
    expect(await accepted).toMatchObject({ id, outs: { status: "active" } });
    expect((await live()).map(({ status }) => status)).toEqual(["active"]);
  });
});
