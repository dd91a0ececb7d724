import { destinationsOf } from "../../../../../src/provider/lifecycle/routes/destinations";
import { UNKNOWN } from "../../../../../src/model/unknown";

const SIX = "2001:db8::/56";

type Asked = Parameters<typeof destinationsOf>[0];
const cases: [name: string, asked: Asked, destinations: string[] | string | undefined][] = [
  [
    "those that a program names, in canonical form",
    { destinations: ["10.2.0.0/16", "2001:DB8:0::/56"] },
    ["10.2.0.0/16", SIX],
  ],
  [
    "each once, in the order of naming",
    { destinations: ["10.3.0.0/16", "10.2.0.0/16", "10.3.0.0/16"] },
    ["10.3.0.0/16", "10.2.0.0/16"],
  ],
  [
    "those named, whatever else is said",
    { destinations: [SIX], __blocks: ["10.2.0.0/16"], exclude: [SIX] },
    [SIX],
  ],
  ["none, if none are named", { destinations: [], __blocks: ["10.2.0.0/16"] }, []],
  [
    "all blocks of the other VPC",
    { __blocks: ["10.2.0.0/16", "10.3.0.0/16"] },
    ["10.2.0.0/16", "10.3.0.0/16"],
  ],
  [
    "all but the excluded ones",
    { __blocks: ["10.2.0.0/16", SIX], exclude: ["10.2.0.0/16"], ipv6: true },
    [SIX],
  ],
  [
    "all but the excluded ones, however they are written",
    { __blocks: [SIX, "10.2.0.0/16"], exclude: ["2001:DB8:0:0::/56"], ipv6: true },
    ["10.2.0.0/16"],
  ],
  ["no IPv6 unless asked for", { __blocks: ["10.2.0.0/16", SIX] }, ["10.2.0.0/16"]],
  [
    "IPv6 where both VPCs have it",
    { __blocks: [SIX], __own: ["10.0.0.0/16", "2001:db8:1::/56"], ipv6: true },
    [SIX],
  ],
  [
    "no IPv6 where the own VPC has none",
    { __blocks: ["10.2.0.0/16", SIX], __own: ["10.0.0.0/16"], ipv6: true },
    ["10.2.0.0/16"],
  ],
  ["IPv6 where nobody knows whether the own VPC has it", { __blocks: [SIX], ipv6: true }, [SIX]],
  ["nothing if nobody says and nobody sees them", {}, undefined],
  ["unknown while one of the named is", { destinations: ["10.2.0.0/16", UNKNOWN] }, UNKNOWN],
  ["unknown while the blocks are", { __blocks: UNKNOWN as unknown as string[] }, UNKNOWN],
  ["unknown while what is excluded is", { __blocks: ["10.2.0.0/16"], exclude: [UNKNOWN] }, UNKNOWN],
  ["unknown while ipv6 is", { __blocks: ["10.2.0.0/16"], ipv6: UNKNOWN as unknown as boolean }, UNKNOWN],
];

test.each(cases)("routes lead to %s", (_, asked, destinations) => {
  expect(destinationsOf(asked)).toEqual(destinations);
});
