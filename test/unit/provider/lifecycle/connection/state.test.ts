import fc from "fast-check";
import type { SideInputs } from "../../../../../src/model/peering";
import type { ConnectionInputs } from "../../../../../src/provider/lifecycle/connection/inputs";
import { propertiesIn } from "../../../../../src/provider/lifecycle/connection/inputs";
import { accountOf } from "../../../../../src/model/account";
import { inputsOf, outputsOf } from "../../../../../src/provider/lifecycle/connection/state";
import { STATE_VERSION } from "../../../../../src/provider/lifecycle/stateVersion";
import {
  A,
  anyInputs,
  anyStatus,
  inputs,
  madeFrom,
  outputs,
  peering,
  without,
} from "../../../support/samples";

describe("the state of a connection", () => {
  test("is its inputs, and what was observed", () => {
    const written = outputsOf(inputs, peering, "mark");
    expect(written).toEqual({ ...inputs, stateVersion: 1, status: "active", marker: "mark", account: A });
  });

  test("shows what is really there where that differs from what is declared", () => {
    const drifted = { ...peering, name: "renamed", bandwidth: 50, tags: { team: "network", by: "hand" } };
    const shown = { name: "renamed", bandwidth: 50, tags: { team: "network", by: "hand" } };
    expect(outputsOf(inputs, drifted, "mark")).toMatchObject(shown);
    expect(inputsOf(outputs, drifted)).toEqual({ ...inputs, ...shown });
    expect(outputsOf(inputs, drifted, "mark").description).toBe(inputs.description);
  });

  test("does not show what nobody declared", () => {
    const bare = without(inputs, "tags", "bandwidth", "linkType", "description", "resourceGroupId");
    const written = outputsOf(bare, { ...peering, tags: { by: "hand" } }, "mark");
    for (const key of ["tags", "bandwidth", "linkType", "description", "resourceGroupId"])
      expect(written).not.toHaveProperty(key);
    expect(inputsOf(written, peering)).toEqual(bare);
  });

  test("keeps an account that is declared as it is declared, and the observed one beside it", () => {
    const unnamed = { ...inputs, requester: { vpcId: "vpc-hub", region: "cn-hangzhou" } };
    const written = outputsOf(unnamed, peering, "mark");
    expect(written.requester).toEqual(unnamed.requester);
    expect(written.account).toBe(A);
    expect(inputsOf(written, peering)).toEqual(unnamed);
  });

  test("for any connection as declared: reading it back gives the inputs", () => {
    fc.assert(
      fc.property(anyInputs, anyStatus, (declared, status) => {
        const seen = madeFrom(declared, status);
        const written = outputsOf(declared, seen, "mark");
        expect(written).toEqual({
          ...declared,
          stateVersion: STATE_VERSION,
          status,
          marker: "mark",
          account: seen.requester.account,
        });
        expect(inputsOf(written, seen)).toEqual(declared);
      }),
    );
  });

  test("for any connection that was changed by hand: inputs and outputs show the same, and what is there", () => {
    fc.assert(
      fc.property(anyInputs, anyInputs, (declared, byHand) => {
        const seen = { ...madeFrom(byHand), requester: madeFrom(declared).requester };
        const written = outputsOf(declared, seen, "mark");
        const read = inputsOf(written, seen);
        expect(propertiesIn(read)).toEqual(propertiesIn(written));
        // What a cloud cannot change is not shown as drift, which would ask for a replacement.
        if (declared.cloud !== "alicloud") return;
        for (const key of ["bandwidth", "linkType", "tags", "resourceGroupId"] as const)
          if (declared[key] !== undefined) expect(read[key]).toEqual(seen[key]);
      }),
    );
  });

  test("is small: a connection with tags takes less than two kilobytes with its inputs", () => {
    const state = JSON.stringify([inputs, outputsOf(inputs, peering, outputs.marker ?? "")]);
    expect(state.length).toBeLessThan(2_048);
  });
});

test("an account goes by the name that its cloud has for it", () => {
  const end: SideInputs = { vpcId: "v", region: "r" };
  expect(accountOf({ ...end, accountId: "1" })).toBe("1");
  expect(accountOf({ ...end, projectId: "2" })).toBe("2");
  expect(accountOf(end)).toBeUndefined();
});

test("what is declared of the connection itself is neither its ends nor the options of this package", () => {
  const options: ConnectionInputs = { ...inputs, waitFor: "active", adopt: true, forceDelete: true };
  expect(Object.keys(propertiesIn(options)).sort()).toEqual([
    "bandwidth",
    "description",
    "linkType",
    "name",
    "resourceGroupId",
    "tags",
  ]);
});

describe("what the cloud has beside what is declared", () => {
  test.each(["name", "description", "resourceGroupId"] as const)(
    "no %s at all is drift, and shows",
    (key) => {
      const seen = without(peering, key);
      const shown = outputsOf(inputs, seen, "m");
      expect(shown[key]).not.toBe(inputs[key]);
      expect(inputsOf(shown, seen)[key]).not.toBe(inputs[key]);
    },
  );

  test("tags of its own are not shown among those that drifted", () => {
    const seen = { ...peering, tags: { team: "x", "acs:rm:rgId": "1" } };
    expect(outputsOf(inputs, seen, "m").tags).toEqual({ team: "x" });
  });
});
