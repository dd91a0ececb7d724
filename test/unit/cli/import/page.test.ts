import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { typescriptOf } from "../../../../src/cli/import/typescript";
import { existingOn, programOf } from "./support";

test("the program that docs/import.md shows is the one that is written", async () => {
  const side = (vpcId: string, region = "cn-hangzhou", account = "1000000000000001") => ({
    vpcId,
    region,
    account,
  });
  const [hub, app] = [side("vpc-bp1hub01"), side("vpc-bp1app01")];
  const partner = side("vpc-bp1partner01", "cn-hangzhou", "1000000000000002");
  const told = (routes: true | { tables: string }) => ({ routes, notes: [] });
  const text = { description: "Made by hand in 2023", tags: { team: "network" }, bandwidth: -1 };
  const far = {
    bandwidth: 500,
    linkType: "Gold",
    requester: hub,
    accepter: side("vpc-2zedata01", "cn-beijing"),
  };
  const dead = { status: "rejected", cloudStatus: "Rejected", requester: hub, accepter: partner } as const;
  const { program } = await programOf("alicloud", [
    {
      ...existingOn("alicloud", {
        id: "pcc-1bp0hub",
        name: "hub-app",
        ...text,
        requester: hub,
        accepter: app,
      }),
      routes: { requester: told(true), accepter: told(true) },
    },
    {
      ...existingOn("alicloud", { id: "pcc-7bp0far", name: "hub-data", ...far }),
      routes: { requester: told({ tables: "main" }) },
    },
    existingOn("alicloud", { id: "pcc-9bp0from", name: "from-partner", requester: partner, accepter: app }),
    existingOn("alicloud", { id: "pcc-3bp0dead", name: "old", ...dead }),
  ]);
  const page = readFileSync(resolve(__dirname, "../../../../docs/import.md"), "utf8");
  // Lines on our pages are longer.
  const options = { parser: "typescript", plugins: [typescript, estree], printWidth: 110 };
  expect(/```ts\n([^]*?)```/.exec(page)?.[1]).toBe(await format(typescriptOf(program), options));
});
