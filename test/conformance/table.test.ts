import { guesses } from "../../emulator/guesses";
import { probesOf } from "../../src/cli/conformance/probes";
import { MAKES } from "../../src/cli/conformance/probe";
import { clouds } from "./support";

describe.each(clouds)("the emulator's guesses of %s and the probes", (cloud) => {
  const asked = guesses[cloud].flatMap(({ name, probe }) =>
    probe === undefined ? [] : [`${probe} asks ${name}`],
  );

  test("name each other", () => {
    const asking = probesOf(cloud).flatMap(({ name, asks }) =>
      asks.map((setting) => `${name} asks ${setting}`),
    );
    expect(asking.toSorted()).toEqual(asked.toSorted());
  });

  test("leave no guess without a probe or a reason, and none without where it comes from", () => {
    const silent = guesses[cloud].filter(
      ({ what, from, probe = "", unasked = "" }) =>
        what === "" || from === "" || (probe === "") === (unasked === ""),
    );
    expect(silent).toEqual([]);
  });

  test("are 25 at least that are asked", () => {
    expect(asked.length).toBeGreaterThanOrEqual(25);
  });

  test("have names of their own, and say what is unknown and what is done", () => {
    const probes = probesOf(cloud);
    expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length);
    for (const { unknown, does } of probes) {
      expect(unknown).toMatch(/^(whether|which|what|how) .*[^.]$/);
      expect(does).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("run what only reads first, and what costs something last", () => {
    const order = Object.keys(MAKES);
    const places = probesOf(cloud).map(({ makes }) => order.indexOf(makes));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
