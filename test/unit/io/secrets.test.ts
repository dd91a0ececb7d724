import fc from "fast-check";

/** Each test has a memory of its own. */
async function fresh() {
  jest.resetModules();
  return await import("../../../src/io/secrets.js");
}

describe("secrets", () => {
  test("are blotted out wherever they stand, as often as they stand there", async () => {
    const { keepSecret, redacted } = await fresh();
    keepSecret("hunter22");
    expect(redacted("key hunter22, again:hunter22!")).toBe("key [secret], again:[secret]!");
  });

  test("are not known before they were in our hands", async () => {
    const { redacted } = await fresh();
    expect(redacted("hunter22")).toBe("hunter22");
  });

  test("come back unchanged from being kept, and none is none", async () => {
    const { keepSecret } = await fresh();
    const given: (string | undefined)[] = ["hunter22", undefined];
    expect(given.map((secret) => keepSecret(secret))).toEqual(["hunter22", undefined]);
  });

  test("of one to three letters are left, since they would blot out words", async () => {
    const { keepSecret, redacted } = await fresh();
    ["", "a", "abc"].forEach(keepSecret);
    expect(redacted("abc is a word")).toBe("abc is a word");
  });

  test("with letters that mean something in patterns are blotted out too", async () => {
    const { keepSecret, redacted } = await fresh();
    keepSecret("a+b/c==$&(.*)");
    expect(redacted("<a+b/c==$&(.*)>")).toBe("<[secret]>");
  });

  test("leave every other text as it is", async () => {
    const { keepSecret, redacted } = await fresh();
    const secret = "S3cr3t+key/==";
    keepSecret(secret);
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!text.includes(secret)) expect(redacted(text)).toBe(text);
      }),
    );
  });

  test("never show, whatever surrounds them", async () => {
    const { keepSecret, redacted } = await fresh();
    const secret = keepSecret("LTAI5tSecretSecret");
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redacted(before + secret + after)).not.toContain(secret);
      }),
    );
  });

  test("that begin with another one are blotted out whole", async () => {
    const { keepSecret, redacted } = await fresh();
    keepSecret("abcdef");
    keepSecret("abcdefghijkl");
    expect(redacted("x abcdefghijkl y")).not.toContain("ghijkl");
  });
});
