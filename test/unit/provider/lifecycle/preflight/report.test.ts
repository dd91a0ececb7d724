import { Report } from "../../../../../src/provider/lifecycle/preflight/report";
import type { ErrorKind } from "../../../../../src/model/errors";
import { PeeringError } from "../../../../../src/model/errors";

const failing =
  (kind: ErrorKind, text = "Sorry.") =>
  (): Promise<never> =>
    Promise.reject(new PeeringError(text, { kind, action: "DescribeVpcs" }));
const fine = (): Promise<number> => Promise.resolve(1);

test("what was looked at and found to be good is said", async () => {
  const report = new Report();
  expect(await report.ask("the VPC", fine)).toBe(1);
  expect(report.findings()).toEqual({
    complaints: [],
    warnings: [],
    notes: ["Preflight found nothing wrong with the VPC."],
  });
});

test.each(["transient", "throttled", "timeout", "busy"] as const)(
  "a cloud that gives no answer (%s) is a warning that names what was not checked",
  async (kind) => {
    const report = new Report();
    await report.ask("the VPC", failing(kind));
    await report.ask("the quota", failing(kind));
    expect(report.findings()).toEqual({
      complaints: [],
      warnings: ["Preflight could not check the VPC, the quota: Sorry."],
      notes: [],
    });
  },
);

test("what the keys may not look at is reported as not checked", async () => {
  const report = new Report();
  await report.ask("the VPC", failing("permission"));
  expect(report.findings()).toEqual({
    complaints: [],
    warnings: [],
    notes: ["Not checked by preflight: the VPC (these keys may not call DescribeVpcs)."],
  });
});

test("but if whether they may is the question, it is a failure", async () => {
  const report = new Report();
  await report.askLeave("a dry run", failing("permission", "You may not."));
  expect(report.findings().complaints).toEqual(["You may not. [DescribeVpcs]"]);
});

test("wrong keys are one failure, however many questions meet it", async () => {
  const report = new Report();
  await report.ask("the VPC", failing("credentials", "Wrong keys."));
  await report.ask("the quota", failing("credentials", "Wrong keys."));
  expect(report.findings().complaints).toEqual(["Wrong keys. [DescribeVpcs]"]);
});

test("a bug is not mistaken for an answer", async () => {
  await expect(new Report().ask("the VPC", () => Promise.reject(new TypeError("bug")))).rejects.toThrow(
    "bug",
  );
});
