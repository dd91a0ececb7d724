import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { BUDGET, packageFiles } from "../../tools/packageFiles.cjs";
import { EXAMPLE } from "./clouds";
import { openStack } from "./support";

const execute = promisify(execFile);

/** What `npm pack --json` tells. */
interface Packed {
  filename: string;
  files: { path: string }[];
  size: number;
  unpackedSize: number;
}

const ROOT = resolve(__dirname, "../..");

test("the packed package, installed in an empty folder, peers two VPCs and takes the connection down again; its plugin tells its schema", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vpc-peering-package-"));
  try {
    const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT });
    const [{ filename, files, size, unpackedSize }] = JSON.parse(stdout) as [Packed];
    expect(files.map(({ path }) => path).sort()).toEqual(packageFiles(ROOT));
    expect(size).toBeLessThan(BUDGET.size);
    expect(unpackedSize).toBeLessThan(BUDGET.unpackedSize);

    await writeFile(join(folder, "package.json"), "{}");
    const packages = [join(folder, filename), "@pulumi/pulumi@3.250.0"];
    await execute("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], {
      cwd: folder,
    });

    const { cloud, prelude, vpcs } = EXAMPLE;
    const program = `${prelude} new VpcPeering("packed", {
      cloud: "${cloud}",
      requester: { vpcId: "${vpcs.hub.vpcId}" },
      accepter: { vpcId: "${vpcs.afar.vpcId}", provider: b() },
    }, { provider: a() });`;
    const stack = await openStack(program, { modules: join(folder, "node_modules") });
    await stack.ok("up", "--yes", "--skip-preview");
    expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);
    await stack.ok("destroy", "--yes");
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);

    const plugin = join(folder, "node_modules", ".bin", "pulumi-resource-vpc-peering");
    const schema = JSON.parse(await stack.ok("package", "get-schema", plugin)) as { resources: object };
    expect(Object.keys(schema.resources)).toContain("vpc-peering:index:VpcHub");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
