import { clouds } from "../../clouds/index.cjs";
import { ResourceDoor } from "../../../src/plugin/resourceDoor";
import { Session } from "../../../src/provider/lifecycle/session";

const { vpcs, cloud, accountKey } = clouds.alicloud;

/** Inputs of a connection that a program in another language declares by itself, without a component. */
const props = {
  cloud,
  requester: { ...vpcs.hub, [accountKey]: null },
  accepter: { ...vpcs.app, [accountKey]: null },
  tags: { team: "network", none: null, ___proto__: "as it is" },
  name: null,
};

test("what is null is as good as left out at every depth, and names stay as they are", async () => {
  const door = new ResourceDoor("Connection", () => new Session(() => undefined));
  const urn = "urn:pulumi:dev::net::vpc-peering:index:Connection::net";
  const { inputs, complaints } = await door.check({ urn, props }, {});
  expect(complaints).toEqual([]);
  expect(inputs).toMatchObject({
    requester: vpcs.hub,
    accepter: vpcs.app,
    tags: { team: "network", ___proto__: "as it is" },
  });
  expect(JSON.stringify(inputs)).not.toContain("null");
});
