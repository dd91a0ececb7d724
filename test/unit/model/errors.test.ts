import { isPeeringError, PeeringError } from "../../../src/model/errors";

const full = new PeeringError("The VPC is busy.", {
  kind: "busy",
  cloud: "alicloud",
  action: "CreateVpcPeerConnection",
  code: "Conflict.Operation",
  requestId: "473469C7",
  executed: "yes",
  remedy: "Try again later.",
});

describe("an error of this package", () => {
  test("says what failed, what to do, and what to quote to the cloud's support, in this order", () => {
    expect(full.message).toBe(
      "The VPC is busy. Try again later. [CreateVpcPeerConnection, Conflict.Operation, request 473469C7]",
    );
  });

  test("leaves out what is not known", () => {
    const message = (facts: object): string => new PeeringError("No.", { kind: "invalid", ...facts }).message;
    expect(message({})).toBe("No.");
    expect(message({ remedy: "Do." })).toBe("No. Do.");
    expect(message({ requestId: "1" })).toBe("No. [request 1]");
    expect(message({ action: "Get" })).toBe("No. [Get]");
    expect(message({ code: "X" })).toBe("No. [X]");
  });

  test("has no stack and no class name, which would only be noise in the user's terminal", () => {
    expect(full.stack).toBe("");
    expect(String(full)).toBe(full.message);
    expect(`${full}: ${full.stack}`).not.toMatch(/PeeringError|\bat\b.*:\d+/);
  });

  test("told within something larger keeps its facts, and tells remedy and origin once", () => {
    const larger = full.within("Cannot create the connection a → b");
    expect(larger.message).toBe(
      "Cannot create the connection a → b: The VPC is busy. Try again later. [CreateVpcPeerConnection, Conflict.Operation, request 473469C7]",
    );
    expect(larger.facts).toEqual(full.facts);
    expect(larger.within("pulumi up").sentence).toBe(
      "pulumi up: Cannot create the connection a → b: The VPC is busy.",
    );
  });

  test("is told from others by its class, and by its kind if one is asked for", () => {
    expect(isPeeringError(full)).toBe(true);
    expect(isPeeringError(full, "busy")).toBe(true);
    expect(isPeeringError(full, "gone", "busy")).toBe(true);
    expect(isPeeringError(full, "gone")).toBe(false);
    for (const other of [new Error("busy"), { kind: "busy" }, "busy", undefined, null])
      expect(isPeeringError(other)).toBe(false);
  });

  test("is an Error", () => {
    expect(full).toBeInstanceOf(Error);
  });
});
