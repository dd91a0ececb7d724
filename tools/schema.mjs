/**
 * Writes schema.json, by which the engine and the SDKs of other languages know the plugin, from the types and doc
 * comments of the components and from src/model/clouds.
 *
 *   npm run schema             writes it
 *   npm run schema -- --check  fails if it is not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { asked, whose } from "./schema/identity.mjs";
import { blocks } from "./schema/keys.mjs";
import { resources } from "./schema/resources.mjs";
import { types } from "./schema/words.mjs";

const FILE = join(root, "schema.json");
const { version, description, license, keywords } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

const schema = {
  name: "vpc-peering",
  displayName: "VPC Peering",
  version,
  description,
  keywords,
  license,
  publisher: "pulumi-vpc-peering",
  config: { variables: blocks },
  provider: {
    description:
      "A set of keys: a block for each cloud that it has keys for. Without keys in it, they come from the profile, the environment, or the files of the cloud's own tools.",
    inputProperties: blocks,
    properties: {},
  },
  resources,
  functions: {
    "vpc-peering:index:getIdentity": {
      description: "Answers whose keys a provider instance has, and its region.",
      inputs: { properties: asked, required: ["cloud"] },
      outputs: { properties: whose },
    },
  },
  language: {
    python: {
      packageName: "pulumi_vpc_peering",
      respectSchemaVersion: true,
      // Of a dictionary the SDK sends a provider's settings by the names that they have in Python.
      inputTypes: "classes",
      pyproject: { enabled: true },
      requires: { pulumi: ">=3.216.0,<4.0.0" },
    },
    go: {
      importBasePath: "pulumi-vpc-peering/sdk/go/vpcpeering",
      generateResourceContainerTypes: true,
      respectSchemaVersion: true,
    },
    csharp: { rootNamespace: "Pulumi", respectSchemaVersion: true },
    java: { basePackage: "com.pulumi" },
  },
};

/** The types in the order of their names, whichever was met first. @param {Record<string, object>} all */
const byName = (all) =>
  Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));

const text = `${JSON.stringify({ ...schema, types: byName(types.all) }, undefined, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("schema.json is not up to date: run npm run schema.");
  process.exitCode = 1;
}
