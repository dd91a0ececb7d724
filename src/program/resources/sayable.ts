/** The SDK makes a text of each input, and hangs if there is a member `toString` in the way; not so of a Promise. */
export function sayable(input: unknown): unknown {
  return hidesToString(input) ? Promise.resolve(input) : input;
}

function hidesToString(input: unknown): boolean {
  if (Array.isArray(input)) return input.some(hidesToString);
  return isPlain(input) && Object.hasOwn(input, "toString");
}

/** Whether a value is an object of a program's own making. */
export function isPlain(input: unknown): input is object {
  return typeof input === "object" && input !== null && Object.getPrototypeOf(input) === Object.prototype;
}
