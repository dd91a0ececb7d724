import type { FindingKind } from "../../src/cli/doctor/judge/finding";
import { exitCodeOf } from "../../src/cli/doctor/judge/judge";
import type { Network, Setting } from "./doctorNetwork";
import { APP, HUB, openNetwork, REFRESH, VPCS } from "./doctorNetwork";
import type { RoutedCloud } from "./routingBench";
import { ROUTED } from "./routingBench";

/** Something that is wrong with the connection between hub and app. */
interface Fault {
  name: string;
  setting?: (under: RoutedCloud) => Setting;
  plant?: (network: Network, under: RoutedCloud) => Promise<unknown>;
  /** All kinds of findings, in any order. */
  kinds: FindingKind[];
  /** What the report has to say. */
  says: RegExp;
  mends: RegExp;
  only?: string[];
}

const ONE_WAY: FindingKind[] = ["one-way"];

const FAULTS: Fault[] = [
  {
    name: "a route of the requester was removed",
    plant: ({ unroute, hub }) => unroute(hub.main, "10.1.0.0/16"),
    kinds: [...ONE_WAY, "route-missing"],
    says: /has no route through \S+: 10\.1\.0\.0\/16 in \S+\. /,
    mends: REFRESH,
  },
  {
    name: "a route of the accepter was removed",
    plant: ({ unroute, app }) => unroute(app.main, "10.0.0.0/16"),
    kinds: [...ONE_WAY, "route-missing"],
    says: /What \S+ sends there does not reach/,
    mends: REFRESH,
  },
  {
    name: "a route of a custom table was removed",
    plant: ({ unroute, hub }) => unroute(hub.custom, "10.1.0.0/16"),
    kinds: [...ONE_WAY, "route-missing"],
    says: /10\.1\.0\.0\/16 in \S+/,
    mends: REFRESH,
  },
  {
    name: "a route of this stack was led to a gateway",
    plant: ({ route, hub }) => route(hub.main, "10.1.0.0/16", "gateway-1"),
    kinds: [...ONE_WAY, "route-elsewhere"],
    says: /leads to \S+ gateway-1: 10\.1\.0\.0\/16 in/,
    mends: /it was this stack's route, and they lead it back/,
  },
  {
    name: "a destination was taken before this stack could write it",
    setting: () => ({
      toApp: { requester: { destinations: APP, status: "waiting" }, accepter: { destinations: HUB } },
      routed: ["app"],
    }),
    plant: async ({ route, hub, toApp }) => {
      await route(hub.custom, "10.1.0.0/16", toApp);
      await route(hub.main, "10.1.0.0/16", "gateway-1");
    },
    kinds: [...ONE_WAY, "route-elsewhere"],
    says: /leads to \S+ gateway-1/,
    mends: /Remove that route, or leave its destination out with `exclude`/,
  },
  {
    name: "a route was led into another connection",
    plant: ({ route, hub, toPartner }) => route(hub.main, "10.1.0.0/16", toPartner),
    kinds: [...ONE_WAY, "route-elsewhere"],
    says: /leads to \S+ \S+: 10\.1\.0\.0\/16/,
    mends: REFRESH,
  },
  {
    name: "a route leads into a connection that is gone",
    plant: ({ route, hub }, { routing }) => route(hub.main, "10.1.0.0/16", routing.connections[1]),
    kinds: [...ONE_WAY, "route-dead"],
    says: /leads to connection \S+, which carries nothing any more/,
    mends: REFRESH,
  },
  {
    name: "a longer route takes a part of the packets",
    plant: ({ route, hub }) => route(hub.main, "10.1.1.0/24", "gateway-1"),
    kinds: [...ONE_WAY, "route-shadowed"],
    says: /but 10\.1\.1\.0\/24 is longer and leads to \S+ gateway-1/,
    mends: /Remove the longer route/,
  },
  {
    name: "a default route takes the packets of a route that was removed",
    plant: async ({ route, unroute, app }) => {
      await unroute(app.main, "10.0.0.0/16");
      await route(app.main, "0.0.0.0/0", "gateway-1");
    },
    kinds: [...ONE_WAY, "route-missing"],
    says: /0\.0\.0\.0\/0 takes packets to \S+ gateway-1 instead/,
    mends: REFRESH,
  },
  {
    name: "only a half of a block is routed",
    plant: async ({ route, unroute, hub, toApp }) => {
      await unroute(hub.main, "10.1.0.0/16");
      await route(hub.main, "10.1.0.0/17", toApp);
    },
    kinds: [...ONE_WAY, "route-missing"],
    says: /10\.1\.128\.0\/17 in/,
    mends: REFRESH,
  },
  {
    name: "a route was switched off",
    only: ["tencentcloud"],
    plant: ({ route, hub, toApp }) => route(hub.main, "10.1.0.0/16", toApp, "disabled"),
    kinds: [...ONE_WAY, "route-disabled"],
    says: /that is disabled: 10\.1\.0\.0\/16/,
    mends: /they enable it/,
  },
  {
    name: "the cloud is still at work on a route",
    only: ["alicloud"],
    plant: ({ route, hub, toApp }) => route(hub.main, "10.1.0.0/16", toApp, "pending"),
    kinds: [...ONE_WAY, "route-coming"],
    says: /is still at work on the route/,
    mends: /Look again in a moment/,
  },
  {
    name: "no routes are asked for, and none are there",
    setting: () => ({ toApp: {}, routed: [] }),
    kinds: ["route-missing", "route-missing"],
    says: /has no route through/,
    mends:
      /^Set `routes: true`, or `(requester|accepter)\.routes: true` for this end alone, and run `pulumi up`/,
  },
  {
    name: "routes are asked for at one end alone",
    setting: () => ({ toApp: { requester: { destinations: APP } }, routed: ["hub"] }),
    kinds: [...ONE_WAY, "route-missing"],
    says: /answers gets lost/,
    mends: /Set `routes: true`, which is for both ends/,
  },
  {
    name: "the connection was deleted",
    plant: ({ admin, toApp }) => admin("DELETE", `/peerings/${toApp}`),
    kinds: ["connection-missing"],
    says: /is not there any more/,
    mends: REFRESH,
  },
  ...(["rejected", "expired"] as const).map((status): Fault => ({
    name: `the connection is ${status}`,
    setting: () => ({ status }),
    kinds: [`connection-${status}`],
    says: /carries no packets/,
    mends: REFRESH,
  })),
  {
    name: "the program uses another account's keys for the accepter",
    setting: () => ({
      toApp: { requester: { destinations: APP }, acceptedBy: "b" },
      routed: ["hub", "app"],
    }),
    kinds: ["wrong-keys"],
    says: /for the accepter, whose VPC belongs to/,
    mends: /Give `accepter\.provider` an instance with keys of/,
  },
  {
    name: "both VPCs have some addresses",
    setting: () => ({
      vpcs: VPCS.map((vpc, n) =>
        n === 1 ? { ...vpc, secondaryCidrBlocks: ["10.0.2.0/24"], subnets: [{ cidr: "10.0.2.0/25" }] } : vpc,
      ),
    }),
    plant: async ({ route, hub, toApp }) => {
      for (const table of [hub.main, hub.custom]) await route(table, "10.0.2.0/24", toApp);
    },
    kinds: ["overlap"],
    says: /has addresses of the other VPC itself/,
    mends: /addresses/,
  },
  {
    name: "a spoke counts on the hub to lead it to another spoke",
    plant: ({ route, app, toApp }) => route(app.main, "10.8.0.0/16", toApp),
    kinds: ["transit"],
    says: /to addresses of \S+: 10\.8\.0\.0\/16 in \S+\. The connection ends in/,
    mends: /^Connect \S+ with \S+ directly/,
  },
  {
    name: "the other VPC has got a block since",
    plant: ({ admin, app }) =>
      admin("PATCH", `/vpcs/${app.vpcId}`, { secondaryCidrBlocks: ["10.101.0.0/16"] }),
    kinds: [...ONE_WAY, "route-missing"],
    says: /10\.101\.0\.0\/16 in \S+, 10\.101\.0\.0\/16 in/,
    mends: REFRESH,
  },
  {
    name: "routes wait that a later up would write",
    setting: () => ({
      toApp: { requester: { destinations: APP }, accepter: { destinations: HUB, status: "waiting" } },
      routed: ["hub"],
    }),
    kinds: [...ONE_WAY, "route-missing"],
    says: /has no route through/,
    mends: /^Run `pulumi up`: it writes the routes that wait/,
  },
  {
    name: "the accepter's own stack asks for no routes",
    setting: () => ({ toApp: { role: "accepted" }, routed: ["hub"] }),
    kinds: [...ONE_WAY, "route-missing"],
    says: /has no route through/,
    mends: /^Set `accepter\.routes: (true|\{ destinations: \["10\.0\.0\.0\/16", "10\.100\.0\.0\/16"\] \})`/,
  },
];

describe.each(ROUTED)("on $cloud", (under) => {
  test.each(FAULTS.filter(({ only }) => only?.includes(under.cloud) ?? true))(
    "it is found that $name",
    async ({ setting, plant, kinds, says, mends }) => {
      const network = await openNetwork(under, setting?.(under));
      await plant?.(network, under);
      const verdict = await network.look();
      const [ofApp, ofPartner] = verdict.connections;
      expect(ofApp?.findings.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
      expect(ofApp?.findings.map(({ what, meaning }) => `${what} ${meaning}`).join("\n")).toMatch(says);
      expect(ofApp?.findings.map(({ remedy }) => remedy)).toContainEqual(expect.stringMatching(mends));
      expect(ofPartner?.findings).toEqual([]);
      expect(exitCodeOf(verdict)).toBe(2);
      const { reaches } = await network.reach(network.hub, network.app);
      expect(ofApp?.reaches).toBe(reaches);
    },
  );
});
