import { EventEmitter } from "node:events";
import { onUnwritable } from "../../../commandLine/shell";

/** What is told of a stream that fails so. */
function toldOf(code: string): string[] {
  const told: string[] = [];
  const stream = new EventEmitter();
  onUnwritable(stream, ({ message }) => told.push(message));
  stream.emit("error", Object.assign(new Error(`${code}: write`), { code }));
  return told;
}

test("a reader that has read enough, as head does, is no failure", () => {
  expect(toldOf("EPIPE")).toEqual([]);
});

test("a full disk is", () => {
  expect(toldOf("ENOSPC")).toEqual(["ENOSPC: write"]);
});
