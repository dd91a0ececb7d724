import fc from "fast-check";

export const DESTINATIONS = ["10.1.0.0/16", "10.101.0.0/16", "10.1.3.0/24"] as const;

/** What a program says of routes. */
export interface Wish {
  tables: "all" | "main" | "custom";
  destinations: readonly string[];
}

/** A place, as steps name it. */
export interface At {
  table: "main" | "custom";
  destination: string;
}

/** What users, strangers and the network do. */
export type Step =
  | { do: "up"; wish: Wish; dies: boolean }
  | { do: "refresh" }
  | { do: "destroy"; dies: boolean }
  | {
      do:
        "a stranger writes" | "a stranger removes" | "a stranger leads elsewhere" | "a stranger switches off";
      at: At;
    }
  | { do: "a stranger writes through the connection"; at: At }
  | { do: "fault"; kind: number; action: "tables" | "add" | "addMany" | "redirect" | "remove" };

const chance = (times: number): fc.Arbitrary<boolean> => fc.nat(times - 1).map((n) => n === 0);
const at: fc.Arbitrary<At> = fc.record({
  table: fc.constantFrom("main" as const, "custom" as const),
  destination: fc.constantFrom(...DESTINATIONS),
});
const wish: fc.Arbitrary<Wish> = fc.record({
  tables: fc.constantFrom("all" as const, "main" as const, "custom" as const),
  destinations: fc.subarray([...DESTINATIONS], { minLength: 1 }),
});

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant("up" as const), wish, dies: chance(4) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("refresh" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy" as const), dies: chance(3) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          "a stranger writes" as const,
          "a stranger removes" as const,
          "a stranger leads elsewhere" as const,
          "a stranger switches off" as const,
        ),
        at,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("a stranger writes through the connection" as const), at }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("fault" as const),
        kind: fc.nat(100),
        action: fc.constantFrom(
          "tables" as const,
          "add" as const,
          "addMany" as const,
          "redirect" as const,
          "remove" as const,
        ),
      }),
    },
  ),
  { minLength: 3, maxLength: 12 },
);
