import fc from "fast-check";
import type { ConnectionInputs, SideInputs } from "../../../../../src/provider/lifecycle/connection/state";
import { accountOf } from "../../../../../src/model/account";
import {
  assertReadable,
  declaredOf,
  inputsOf,
  outputsOf,
  STATE_VERSION,
} from "../../../../../src/provider/lifecycle/connection/state";
import {
  A,
  anyInputs,
  anyStatus,
  inputs,
  madeFrom,
  outputs,
  peering,
  URN,
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

  test("forgets former names, which matter at create only", () => {
    const renamed = { ...inputs, __owner: { urn: URN, formerUrns: ["urn:pulumi:a::b::c::d"] } };
    expect(outputsOf(renamed, peering, "mark").__owner).toEqual({ urn: URN });
  });

  test("keeps the line that loads the provider, without which nothing could be done any more", () => {
    const engine = { ...inputs, __provider: "exports.handler=…" };
    expect(outputsOf(engine, peering, "mark")).toHaveProperty("__provider", engine.__provider);
    expect(inputsOf({ ...outputs, ...engine }, peering)).toHaveProperty("__provider", engine.__provider);
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
        expect(declaredOf(read)).toEqual(declaredOf(written));
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

describe("the state of another release", () => {
  test.each([{}, { stateVersion: 1 }])("that is older or the same is read: %j", (state) => {
    expect(() => {
      assertReadable(state);
    }).not.toThrow();
  });

  test("that is newer is refused, and the remedy is an update", () => {
    expect(() => {
      assertReadable({ stateVersion: STATE_VERSION + 1 });
    }).toThrow(/later release.*npm install pulumi-vpc-peering@latest/);
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
  expect(Object.keys(declaredOf(options)).sort()).toEqual([
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
