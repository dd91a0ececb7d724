import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { commentOf } from "../../../src/cli/preview/comment";
import { readPreview } from "../../../src/cli/preview/steps";
import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const BEGIN = `${PRELUDE}
const { VpcPeeringAccepter } = require("pulumi-vpc-peering");
const [A, B] = [a(), b()];
const connect = (name, requester, accepter, more = {}) =>
  new VpcPeering(name, { cloud: "alicloud", requester: { vpcId: requester }, accepter, ...more }, { provider: A });
`;

const BEFORE = `${BEGIN}
connect("hub-spoke", "vpc-bp1hub01", { vpcId: "vpc-2zepartner02", provider: B }, { bandwidth: 100 });
connect("hub-data", "vpc-bp1hub01", { vpcId: "vpc-2zedata01", region: "cn-beijing" });
connect("to-partner", "vpc-bp1app01", { vpcId: "vpc-bp1partner01", accountId: "1000000000000002" });
connect("hub-app", "vpc-bp1hub01", { vpcId: "vpc-bp1app01" });
`;

const AFTER = `${BEGIN}
connect("hub-spoke", "vpc-bp1hub01", { vpcId: "vpc-2zepartner02", provider: B }, { bandwidth: 300, tags: { team: "net|work" } });
connect("hub-data", "vpc-bp1app01", { vpcId: "vpc-2zedata01", region: "cn-beijing" });
connect("hub-app", "vpc-bp1hub01", { vpcId: "vpc-bp1app01" });
connect("app-spoke", "vpc-bp1app01", { vpcId: "vpc-2zepartner02", provider: B });
new VpcPeeringAccepter("from-shop", { cloud: "alicloud", requester: { vpcId: "vpc-bp1shop01" },
  accepter: { vpcId: "vpc-2zepartner02" }, expect: { accountId: "1000000000000009", region: "cn-hangzhou" } }, { provider: B });
`;

/** The connections' ids are the emulator's, and new each time. */
const normal = (comment: string): string =>
  comment.replace(/pcc-[a-z0-9]+/g, "pcc-…").replace(/since \d{4}-[\d:T-]+Z/g, "since …");

async function commentFor(stack: Stack, ...flags: string[]): Promise<string> {
  const { output } = await stack.pulumi("preview", "--json", ...flags);
  return normal(commentOf(readPreview(output)));
}

test("a pull request's comment tells what becomes of each peering, and why", async () => {
  const stack = await openStack(BEFORE);
  expect(await commentFor(stack)).toMatchSnapshot("everything is new");
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await commentFor(stack, "--show-sames")).toMatchSnapshot("nothing changes");

  await stack.write(AFTER);
  const mixed = await commentFor(stack, "--show-sames");
  expect(mixed).toMatchSnapshot("everything that can happen");
  const without = await commentFor(stack);
  expect(without).toContain("--show-sames` includes it");
  expect(without.split("\n").filter((line) => line.startsWith("| <code>"))).toEqual(
    mixed.split("\n").filter((line) => line.startsWith("| <code>") && !line.includes("**= unchanged**")),
  );

  stack.environment["PULUMI_ENABLE_STREAMING_JSON_PREVIEW"] = "true";
  expect(await commentFor(stack)).toBe(mixed);
  delete stack.environment["PULUMI_ENABLE_STREAMING_JSON_PREVIEW"];

  const partner = (await stack.peerings()).find(({ name }) => name === "to-partner");
  await stack.admin("PATCH", `/peerings/${partner?.id ?? ""}`, { status: "rejected" });
  await stack.write(BEFORE);
  expect(await commentFor(stack, "--refresh")).toMatchSnapshot("the partner rejected the connection");

  await stack.write(
    `${BEGIN} VpcPeering.get("theirs", "${partner?.id ?? ""}", { cloud: "alicloud" }, { provider: A });`,
  );
  expect(await commentFor(stack)).toContain("1 only read");
});

test("the command prints the comment of a preview that failed, and refuses what is no preview", async () => {
  const stack = await openStack(`${BEGIN}
    connect("wrong", "vpc-bp1hub01", { vpcId: "vpc-bp1app01" }, { bandwidth: 100, description: "" });`);
  const { output } = await stack.pulumi("preview", "--json");
  const command = (input: string | Buffer, ...flags: string[]) =>
    spawnSync("node", [resolve(__dirname, "../../../dist/src/cli/preview/cli.js"), ...flags], {
      input,
      encoding: "utf8",
    });

  const failed = command(output, "--stack", "dev");
  expect(failed.status).toBe(0);
  expect(failed.stdout).toMatch(
    /^<!-- vpc-peering-preview:dev -->\n### VPC peerings of .*\*\*the preview failed\*\*/,
  );
  expect(failed.stdout).toContain("> [!CAUTION]\n> - <code>wrong</code>: ");
  expect(failed.stdout).toContain("bandwidth is 100: it is for connections between regions");
  expect(failed.stdout).toContain('description is "": it must be 2 to 256 characters');

  const redirected = command(Buffer.from(`\ufeff${output}`, "utf16le"), "--stack", "dev");
  expect(redirected.stdout).toBe(failed.stdout);
  for (const flags of [
    ["a.json", "b.json"],
    ["--stack", ""],
  ]) {
    expect(command(output, ...flags)).toMatchObject({ status: 1, stdout: "" });
  }

  const refused = command("error: no stack selected");
  expect(refused.status).toBe(1);
  expect(refused.stdout).toBe("");
  expect(refused.stderr).toContain("This is not the output of `pulumi preview --json`.");
  expect(command(output, "--wrong").stderr).toContain("--wrong");

  await stack.write("");
  const none = await stack.pulumi("preview", "--json");
  expect(command(none.output, "--fail-on-replace").stdout).toMatch(/: none\n$/);
});
