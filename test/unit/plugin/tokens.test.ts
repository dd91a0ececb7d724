import { kindIn, ownerAt } from "../../../src/plugin/tokens";

const AT = "urn:pulumi:dev::net::";

test("a resource's kind is the last of its types", () => {
  expect(kindIn(`${AT}vpc-peering:index:VpcPeering$vpc-peering:index:Routes::a-requester`)).toBe("Routes");
  expect(kindIn(`${AT}vpc-peering:index:Connection::a`)).toBe("Connection");
  expect(kindIn(`${AT}alicloud:vpc/network:Network::a`)).toBeUndefined();
});

test.each([
  ["Connection", "vpc-peering:index:VpcPeering$vpc-peering:index:Connection::a", "VpcPeering::a"],
  ["Routes", "vpc-peering:index:VpcPeering$vpc-peering:index:Routes::a-requester", "VpcPeering::a"],
  [
    "Connection",
    "vpc-peering:index:VpcHub$vpc-peering:index:VpcPeering$vpc-peering:index:Connection::a-b",
    "VpcHub$vpc-peering:index:VpcPeering::a-b",
  ],
] as const)("%s at %s is declared by its component", (kind, urn, component) => {
  expect(ownerAt(AT + urn, kind)).toEqual({ urn: `${AT}vpc-peering:index:${component}` });
});

test("a resource that a program declares itself, or in a component of its own, is its own owner", () => {
  for (const urn of [
    `${AT}vpc-peering:index:Connection::a`,
    `${AT}my:index:Net$vpc-peering:index:Connection::a`,
  ])
    expect(ownerAt(urn, "Connection")).toEqual({ urn });
});
