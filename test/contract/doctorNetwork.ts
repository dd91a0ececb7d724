import type { DoctorBench, PlacedVpc, PlannedVpc, Wishes } from "./doctorBench";
import { openDoctor } from "./doctorBench";
import type { RoutedCloud } from "./routingBench";

export const HUB = ["10.0.0.0/16", "10.100.0.0/16"];
export const APP = ["10.1.0.0/16"];
export const PARTNER = ["10.8.0.0/16"];

export const VPCS: PlannedVpc[] = [
  {
    who: "a",
    cidrBlocks: HUB.slice(0, 1),
    secondaryCidrBlocks: HUB.slice(1),
    subnets: [{ cidr: "10.0.1.0/24" }, { cidr: "10.0.2.0/24", isOnCustom: true }, { cidr: "10.100.1.0/24" }],
  },
  { who: "a", cidrBlocks: APP, subnets: [{ cidr: "10.1.1.0/24" }] },
  { who: "b", cidrBlocks: PARTNER },
];

/** A hub with a VPC of its own account and one of another's: all is well. */
export interface Network extends DoctorBench {
  hub: PlacedVpc;
  app: PlacedVpc;
  partner: PlacedVpc;
  toApp: string;
  toPartner: string;
}

/** What the program says of the connection with the app, and whether its routes are there. */
export interface Setting {
  toApp?: Wishes;
  routed?: ("hub" | "app")[];
  vpcs?: PlannedVpc[];
  status?: string;
}

export async function openNetwork(under: RoutedCloud, setting: Setting = {}): Promise<Network> {
  const bench = await openDoctor(under, setting.vpcs ?? VPCS);
  const [hub, app, partner] = bench.vpcs as [PlacedVpc, PlacedVpc, PlacedVpc];
  const toApp = await bench.connect(hub, app, setting.status);
  const toPartner = await bench.connect(hub, partner);
  bench.declare(
    toApp,
    hub,
    app,
    setting.toApp ?? { requester: { destinations: APP }, accepter: { destinations: HUB } },
  );
  bench.declare(toPartner, hub, partner, {
    requester: { destinations: PARTNER },
    accepter: { destinations: HUB },
  });
  const { routed = ["hub", "app"] } = setting;
  for (const table of [hub.main, hub.custom]) {
    if (routed.includes("hub")) await bench.route(table, "10.1.0.0/16", toApp);
    await bench.route(table, "10.8.0.0/16", toPartner);
  }
  for (const block of HUB) {
    if (routed.includes("app")) await bench.route(app.main, block, toApp);
    await bench.route(partner.main, block, toPartner);
  }
  return { ...bench, hub, app, partner, toApp, toPartner };
}

/** What mends what is not as this stack has left it. */
export const REFRESH = /Run `pulumi refresh`, then `pulumi up`/;
