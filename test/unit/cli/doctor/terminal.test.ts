import { painter, terminalOf, wrapped } from "../../../../src/cli/doctor/report/terminal";

const TTY = { isTTY: true, columns: 80 };

test.each([
  ["a terminal", TTY, {}, true],
  ["a terminal that can do nothing", TTY, { TERM: "dumb" }, false],
  ["a file", {}, {}, false],
  ["a file that is to have them", {}, { FORCE_COLOR: "1" }, true],
  ["a terminal that is not", TTY, { FORCE_COLOR: "0" }, false],
  ["whoever wants none", TTY, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ["an empty NO_COLOR", TTY, { NO_COLOR: "" }, true],
])("colours for %s", (_, stream, environment, hasColours) => {
  expect(terminalOf(stream, environment).hasColours).toBe(hasColours);
});

test("a report is as wide as its terminal, and 100 characters in a file", () => {
  expect(terminalOf(TTY, {}).width).toBe(80);
  expect(terminalOf({ isTTY: true, columns: 10 }, {}).width).toBe(40);
  expect(terminalOf({ columns: 80 }, {}).width).toBe(100);
});

test("lines are no longer than they may be, unless a word is", () => {
  const lines = wrapped("one two three four five sixsixsixsixsixsixsixsix seven", { indent: 4, width: 24 });
  expect(lines).toEqual(["one two three four", "five", "sixsixsixsixsixsixsixsix", "seven"]);
});

test("what would turn a line around is shown, not done", () => {
  expect(wrapped("vpc\u202eevil", { indent: 0, width: 80 })).toEqual(["vpc\\u202eevil"]);
});

test("nothing is painted where there are no colours", () => {
  expect(painter({ width: 80, hasColours: false })("text", "red", "bold")).toBe("text");
  expect(painter({ width: 80, hasColours: true })("text", "red", "bold")).toBe(
    "\u001b[31m\u001b[1mtext\u001b[0m",
  );
});
