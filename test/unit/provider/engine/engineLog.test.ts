import { showOnRow } from "../../../../src/provider/engine/engineLog";

const URN = "urn:pulumi:a::b::c::d";

test("outside of the engine's provider process nothing is printed: programs and tests stay quiet", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  showOnRow(URN, "a line", "warning");
  showOnRow(undefined, "a line", "progress");
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
