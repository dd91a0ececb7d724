import { blocksIn } from "../../../emulator/core/addresses/block";
import {
  type Bridge,
  type Place,
  reachBetween,
  type ReachEnd,
  type WayOn,
} from "../../../emulator/core/reach/reach";

type Kind = WayOn["hop"]["kind"];

function way(destination: string, id: string, kind: Kind = "peering"): WayOn {
  const [block] = blocksIn([destination]);
  if (block === undefined) throw new Error(destination);
  return { destination: block, hop: { kind, id } };
}

/** A VPC whose subnets are all on one table, and have all its addresses. */
function end(vpcId: string, subnets: readonly string[], routes: readonly WayOn[]): ReachEnd {
  const local = subnets.map((subnet) => way(subnet, vpcId, "local"));
  const places = blocksIn(subnets).map((block, index): Place => {
    return { block, subnet: `${vpcId}-${index}`, table: `table-${vpcId}`, routes: [...local, ...routes] };
  });
  return { vpcId, account: "1", places, addresses: blocksIn(subnets) };
}

const bridges: Readonly<Record<string, Bridge>> = {
  p: bridge("active", "a", "b"),
  waiting: bridge("pending", "a", "b"),
  other: bridge("active", "a", "c"),
};

function bridge(status: Bridge["status"], ...vpcIds: string[]): Bridge {
  return { status, ends: vpcIds.map((vpcId) => ({ vpcId, account: "1" })) };
}

const find = (id: string) => bridges[id];
const home = end("b", ["10.1.0.0/16"], [way("10.0.0.0/16", "p")]);

/** What becomes of packets of a VPC that has these routes, and of their answers. */
function fromA(routes: readonly WayOn[], to: ReachEnd = home) {
  return reachBetween(end("a", ["10.0.0.0/16"], routes), to, find);
}

test("it takes a route on both sides", () => {
  const both = fromA([way("10.1.0.0/16", "p")]);
  expect(both).toMatchObject({ reaches: true, reasons: [] });
  expect(both.forward).toEqual({
    from: "a",
    to: "b",
    reaches: true,
    paths: [
      {
        subnet: "a-0",
        from: "10.0.0.0/16",
        table: "table-a",
        to: "10.1.0.0/16",
        reaches: true,
        through: ["p"],
        reasons: [],
      },
    ],
  });
  const oneWay = fromA([way("10.1.0.0/16", "p")], end("b", ["10.1.0.0/16"], []));
  expect([oneWay.reaches, oneWay.forward.reaches, oneWay.back.reaches]).toEqual([false, true, false]);
  expect(oneWay.reasons).toEqual([
    "10.1.0.0/16 to 10.0.0.0/16: table-b has no route for some of these addresses",
  ]);
});

test.each<[string, WayOn[], string | undefined]>([
  ["a route to more than the other VPC will do", [way("10.0.0.0/8", "p")], undefined],
  ["so will the default route", [way("0.0.0.0/0", "p")], undefined],
  ["two halves make a whole", [way("10.1.0.0/17", "p"), way("10.1.128.0/17", "p")], undefined],
  ["one half does not", [way("10.1.0.0/17", "p")], "has no route for some of these addresses"],
  [
    "a longer route takes its addresses elsewhere",
    [way("10.1.0.0/16", "p"), way("10.1.7.0/24", "nat-1", "other")],
    "leads 10.1.7.0/24 to nat-1, which is no peering",
  ],
  [
    "what longer routes cover whole does not matter",
    [way("10.1.0.0/16", "nat-1", "other"), way("10.1.0.0/17", "p"), way("10.1.128.0/17", "p")],
    undefined,
  ],
  [
    "a peering that waits carries nothing",
    [way("10.1.0.0/16", "waiting")],
    "leads 10.1.0.0/16 to waiting, which is pending",
  ],
  [
    "nor does one that is gone",
    [way("10.1.0.0/16", "gone")],
    "leads 10.1.0.0/16 to gone, which is not there",
  ],
  [
    "nor one to another VPC",
    [way("10.1.0.0/16", "other")],
    "leads 10.1.0.0/16 to other, which leads to another VPC",
  ],
  ["routes of IPv6 do not count", [way("::/0", "p")], "has no route for some of these addresses"],
])("%s", (_, routes, why) => {
  const { forward } = fromA(routes);
  expect(forward.reaches).toBe(why === undefined);
  expect(forward.paths.flatMap(({ reasons }) => reasons)).toEqual(
    why === undefined ? [] : [`table-a ${why}`],
  );
});

test("what is local stays where it is, even where a route of the same block leads away", () => {
  const twin = end("b", ["10.0.0.0/16"], [way("10.0.0.0/16", "p")]);
  const { reaches, reasons } = fromA([way("10.0.0.0/16", "p")], twin);
  expect(reaches).toBe(false);
  expect(reasons).toEqual([
    "10.0.0.0/16 to 10.0.0.0/16: table-a keeps 10.0.0.0/16 where it is, as it is local there",
    "10.0.0.0/16 to 10.0.0.0/16: table-b keeps 10.0.0.0/16 where it is, as it is local there",
  ]);
});

test("VPCs of one block reach each other's subnets by routes to those", () => {
  const a = end("a", ["10.0.1.0/24"], [way("10.0.2.0/24", "p")]);
  const b = end("b", ["10.0.2.0/24"], [way("10.0.1.0/24", "p")]);
  expect(reachBetween(a, b, find).reaches).toBe(true);
});

test("every subnet counts, by the table that it is on", () => {
  const addresses = blocksIn(["10.0.0.0/16"]);
  const [place] = end("a", ["10.0.0.0/24"], [way("10.1.0.0/16", "p")]).places;
  const [other] = end("a", ["10.0.1.0/24"], []).places;
  if (place === undefined || other === undefined) throw new Error("no places");
  const places = [place, { ...other, table: "custom" }];
  const a: ReachEnd = { vpcId: "a", account: "1", places, addresses };
  const { forward, reasons } = reachBetween(a, home, find);
  expect(forward.paths.map(({ reaches }) => reaches)).toEqual([true, false]);
  expect(reasons).toEqual(["10.0.1.0/24 to 10.1.0.0/16: custom has no route for some of these addresses"]);
});

test("packets may be for addresses that no subnet has", () => {
  const half = end("b", ["10.1.0.0/24"], [way("10.0.0.0/16", "p")]);
  const whole = { ...half, addresses: blocksIn(["10.1.0.0/16"]) };
  const routes = [way("10.1.0.0/16", "p"), way("10.1.9.0/24", "nat-1", "other")];
  expect(fromA(routes, half).reaches).toBe(true);
  expect(fromA(routes, whole).reasons).toEqual([
    "10.0.0.0/16 to 10.1.0.0/16: table-a leads 10.1.9.0/24 to nat-1, which is no peering",
  ]);
});

test("a VPC of another account with the same id is another VPC", () => {
  const stranger = { ...home, account: "2" };
  expect(fromA([way("10.1.0.0/16", "p")], stranger).forward.paths[0]?.reasons).toEqual([
    "table-a leads 10.1.0.0/16 to p, which leads to another VPC",
  ]);
});

test("a VPC without addresses is reached by nobody", () => {
  const { reaches, reasons } = fromA([way("0.0.0.0/0", "p")], end("b", [], []));
  expect([reaches, reasons]).toEqual([false, ["b has no addresses of this version of IP"]]);
});
