import { exitCodeOf, judged } from "../../../../src/cli/doctor/judge/judge";
import type { Known, KnownEnd, Network } from "../../../../src/cli/doctor/judge/known";
import { textOf } from "../../../../src/cli/doctor/report/text";
import type { Peering } from "../../../../src/model/peering";
import type { TableInUse, TableRoute } from "../../../../src/provider/clouds/routing";

const hub = { vpcId: "vpc-hub", region: "r", account: "1" };
const app = { vpcId: "vpc-app", region: "r", account: "2" };
const peering: Peering = {
  id: "pcc-1",
  status: "active",
  cloudStatus: "Activated",
  requester: hub,
  accepter: app,
};

const route = (destination: string, more: Partial<TableRoute> = {}): TableRoute => ({
  destination,
  hop: { kind: "peering", id: "pcc-1", word: "VpcPeer" },
  state: "present",
  ...more,
});
const table = (id: string, local: string[], ...routes: TableRoute[]): TableInUse => ({
  id,
  isMain: true,
  subnets: 1,
  local,
  routes,
});

interface Setting {
  requester?: Partial<KnownEnd>;
  accepter?: Partial<KnownEnd>;
  declared?: Partial<Known["declared"]>;
  peering?: Partial<Peering>;
}

/** A connection that is well, but for what a test says. */
function network(setting: Setting = {}, more: Partial<Network> = {}): Network {
  const end = { status: "active", unseen: [] } as const;
  const known: Known = {
    declared: {
      name: "hub-app",
      cloud: "alicloud",
      id: "pcc-1",
      role: "declared",
      isAccepted: true,
      requester: { ...hub, isManaged: true },
      accepter: { ...app, isManaged: true },
      ...setting.declared,
    },
    peering: { ...peering, ...setting.peering },
    ends: {
      requester: {
        ...hub,
        ...end,
        keys: "provider instance a",
        blocks: ["10.0.0.0/16"],
        tables: [table("vtb-hub", ["10.0.1.0/24"], route("10.1.0.0/16"))],
        ...setting.requester,
      },
      accepter: {
        ...app,
        ...end,
        keys: "provider instance b",
        blocks: ["10.1.0.0/16"],
        tables: [table("vtb-app", ["10.1.1.0/24"], route("10.0.0.0/16"))],
        ...setting.accepter,
      },
    },
  };
  return { connections: [known], bridges: new Map(), quotas: [], unseen: [], ...more };
}

const kindsIn = (one: Network): string[] =>
  judged(one).connections.flatMap(({ findings }) => findings.map(({ kind }) => kind));

test("nothing is said of what is well", () => {
  const verdict = judged(network());
  expect(kindsIn(network())).toEqual([]);
  expect(verdict.connections[0]?.reaches).toBe(true);
  expect(exitCodeOf(verdict)).toBe(0);
  expect(textOf(verdict, "acme/net/dev", { width: 80, hasColours: false })).toBe(
    "1 connection of acme/net/dev: 1 well.\n\n✓ hub-app  pcc-1  vpc-hub ⇄ vpc-app\n",
  );
});

test("a connection that one side does not see is a risk, and names whose keys these are", () => {
  const [one] = judged(network({ accepter: { status: "missing" } })).connections;
  expect(one?.findings).toMatchObject([
    {
      kind: "seen-from-one-side",
      severity: "risk",
      what: "The accepter's keys (provider instance b) do not see connection pcc-1 in r.",
    },
  ]);
});

test.each([
  ["creating", "connection-busy"],
  ["updating", "connection-busy"],
  ["deleting", "connection-missing"],
  ["failed", "connection-failed"],
] as const)("a connection that is %s is a finding, and carries nothing", (status, kind) => {
  const [one] = judged(network({ peering: { status } })).connections;
  expect(one?.findings.map((finding) => finding.kind)).toEqual([kind]);
  expect(one?.reaches).toBe(false);
});

test("routes of IPv6 are looked at where they are asked for", () => {
  const routes = { tables: "all" as const, destinations: ["2001:db8::/56"], isNarrow: false, routes: [] };
  const asked = { declared: { requester: { ...hub, isManaged: true, routes } } };
  expect(kindsIn(network(asked))).toEqual(["route-missing"]);
  const tables = [table("vtb-hub", [], route("10.1.0.0/16"), route("2001:db8::/56"))];
  expect(kindsIn(network({ ...asked, requester: { tables } }))).toEqual([]);
});

test("a route that leads to no block is no matter", () => {
  const tables = [table("vtb-hub", [], route("10.1.0.0/16"), route("pl-bp1list"))];
  expect(kindsIn(network({ requester: { tables } }))).toEqual([]);
});

test("what nobody can look at leaves the answer open; it fails the command only if it should have worked", () => {
  const blind = (lack: { isExpected: boolean }): Network => {
    const { blocks: _b, tables: _t, ...rest } = network().connections[0]?.ends.accepter ?? { unseen: [] };
    const accepter = {
      ...rest,
      unseen: [{ what: "the route tables of vpc-app", why: "no keys", ...lack }],
    };
    const one = network().connections[0] as Known;
    return { ...network(), connections: [{ ...one, ends: { ...one.ends, accepter } }] };
  };
  const verdict = judged(blind({ isExpected: true }));
  expect(verdict.connections[0]?.directions.map(({ reaches }) => reaches)).toEqual([undefined, undefined]);
  expect([exitCodeOf(verdict), exitCodeOf(judged(blind({ isExpected: false })))]).toEqual([0, 1]);
  expect(textOf(verdict, "acme/net/dev", { width: 80, hasColours: false })).toContain(
    "  ? Not looked at: the route tables of vpc-app. No keys.\n",
  );
});

test("of a quota that is nearly used up, it says how much is left", () => {
  const quota = (used: number) => ({ of: "connections" as const, owner: "vpc-hub", used, limit: 10 });
  const found = (used: number) => judged(network({}, { quotas: [quota(used)] })).findings;
  expect(found(8)).toEqual([]);
  expect(found(9)).toMatchObject([
    { kind: "quota-connections", meaning: "After 1 more, the cloud refuses the next one." },
  ]);
  expect(found(10)).toMatchObject([{ meaning: "The cloud refuses the next one." }]);
});
