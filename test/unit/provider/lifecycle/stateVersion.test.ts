import { assertReadable, STATE_VERSION } from "../../../../src/provider/lifecycle/stateVersion";

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
