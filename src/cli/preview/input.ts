/**
 * The text of a file or pipe. PowerShell writes UTF-16 or begins UTF-8 with a mark, where other shells write plain UTF-8.
 * JSON begins with an ASCII character, so a zero byte beside it tells UTF-16 also without a mark.
 */
export function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || first === 0) return fromUtf16(swapped(bytes));
  if ((first === 0xff && second === 0xfe) || second === 0) return fromUtf16(bytes);
  return new TextDecoder().decode(bytes);
}

function fromUtf16(bytes: Buffer): string {
  return new TextDecoder("utf-16le").decode(bytes);
}

function swapped(bytes: Buffer): Buffer {
  const even = bytes.length - (bytes.length % 2);
  return Buffer.from(bytes.subarray(0, even)).swap16();
}
