import { textOf } from "../../../../src/cli/preview/input";
import { readPreview } from "../../../../src/cli/preview/steps";

const TEXT = '{"changeSummary":{},"diagnostics":[{"severity":"error","message":"größer → 错误"}]}\r\n';

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a mark, as PowerShell 5 writes it", Buffer.from(`\ufeff${TEXT}`)],
  ["UTF-16 with a mark, as PowerShell 5 redirects it", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
  ["UTF-16 in the other order", swapped(Buffer.from(`\ufeff${TEXT}`, "utf16le"))],
  ["UTF-16 in the other order without a mark", swapped(Buffer.from(TEXT, "utf16le"))],
])("a preview in %s is read", (_, bytes) => {
  expect(textOf(bytes)).toBe(TEXT);
  expect(readPreview(textOf(bytes)).diagnostics).toEqual([{ severity: "error", message: "größer → 错误" }]);
});

test.each([
  ["nothing", Buffer.of()],
  ["one byte", Buffer.of(0xfe)],
  ["an odd number of bytes", Buffer.of(0xfe, 0xff, 0x00)],
])("%s is no preview, and no failure of the reader", (_, bytes) => {
  expect(() => readPreview(textOf(bytes))).toThrow("This is not the output of `pulumi preview --json`.");
});
