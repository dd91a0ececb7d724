/**
 * Writes docs/reference.md from the doc comments of the public types and from the table of what a change does.
 *
 *   npm run reference             writes it
 *   npm run reference -- --check  fails if it is not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { declarationIn, docOf, isHidden } from "./declarations.mjs";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../dist/src/model/effects.js")} */
const { INPUT_NAMES, ruleOf } = require(join(root, "dist/src/model/effects.js"));
/** @type {typeof import("../dist/src/model/clouds/index.js")} */
const { CLOUDS, factsOf } = require(join(root, "dist/src/model/clouds/index.js"));

const FILE = join(root, "docs/reference.md");

/** What stands in the cells of the table of changes. */
const EFFECTS = { inPlace: "in place", replace: "**replaces**", stateOnly: "state only", none: "nothing" };
const UNSET = { cleared: "cleared", kept: "kept, with a warning", defaulted: "its default", replaced: "" };

/** `Alicloud`: how the types of a cloud begin. @param {string} cloud */
const typeName = (cloud) => cloud.charAt(0).toUpperCase() + cloud.slice(1);

/**
 * The sections, each with the file and the types or classes that it is made of.
 *
 * @type {[title: string, file: string, names: string[]][]}
 */
const SECTIONS = [
  ["VpcPeering", "src/program/vpcPeering.ts", ["VpcPeering"]],
  ["Arguments of VpcPeering", "src/program/args.ts", ["CommonPeeringArgs"]],
  ["The two ends", "src/program/args.ts", ["RequesterArgs", "AccountAccepterArgs", "ProjectAccepterArgs"]],
  ...CLOUDS.map(
    (cloud) =>
      /** @type {[string, string, string[]]} */ ([
        `On ${factsOf(cloud).title}`,
        `src/program/clouds/${cloud}.ts`,
        [`${typeName(cloud)}PeeringArgs`],
      ]),
  ),
  ["Routes", "src/program/routes.ts", ["RoutesArgs", "EndRoutes"]],
  ["A route", "src/model/route.ts", ["Place", "Route"]],
  ["Options", "src/program/resources/options.ts", ["PeeringOptions"]],
  ["VpcPeeringAccepter", "src/program/vpcPeeringAccepter.ts", ["VpcPeeringAccepter"]],
  [
    "Arguments of VpcPeeringAccepter",
    "src/program/accepterArgs.ts",
    ["VpcPeeringAccepterArgs", "OwnEndArgs"],
  ],
  ["VpcHub", "src/program/vpcHub.ts", ["VpcHub"]],
  ["Arguments of VpcHub", "src/program/topologies/args.ts", ["HubMembers"]],
  ["VpcMesh", "src/program/vpcMesh.ts", ["VpcMesh"]],
  ["Arguments of VpcMesh", "src/program/topologies/args.ts", ["MeshMembers"]],
  ...CLOUDS.map(
    (cloud) =>
      /** @type {[string, string, string[]]} */ ([
        `${typeName(cloud)}Provider`,
        `src/program/clouds/${cloud}.ts`,
        ["Provider", "ProviderArgs", "AssumeRole"].map((end) => `${typeName(cloud)}${end}`),
      ]),
  ),
];

/** A type as the reference shows it: without what every property has. @param {ts.TypeNode | undefined} type */
function typeText(type) {
  const text = (type?.getText() ?? "").replaceAll(/\s+/g, " ").replaceAll("pulumi.", "");
  return text
    .replace(/ \| undefined$/, "")
    .replace(/^\| /, "")
    .replaceAll("|", "\\|");
}

/** @param {ts.InterfaceDeclaration | ts.ClassDeclaration} declaration */
function rowsOf(declaration) {
  return [...declaration.members].flatMap((member) => {
    if (!(
      ts.isPropertySignature(member) ||
      ts.isPropertyDeclaration(member) ||
      ts.isMethodDeclaration(member)
    ))
      return [];
    if (isHidden(member) || docOf(member) === "") return [];
    const optional = member.questionToken === undefined ? "" : "?";
    const name = ts.isMethodDeclaration(member)
      ? `${member.name.getText()}(${member.parameters.map((one) => one.name.getText()).join(", ")})`
      : `${member.name.getText()}${optional}`;
    return [[`\`${name}\``, `\`${typeText(member.type)}\``, docOf(member)]];
  });
}

/** @param {string[][]} rows */
function table(rows) {
  const [head = [], ...body] = rows;
  return [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function changes() {
  const rows = INPUT_NAMES.map((input) => {
    const cells = CLOUDS.map((cloud) => {
      const rule = ruleOf(input, cloud);
      if (rule === undefined) return "";
      const unset = rule.unset === undefined ? "" : UNSET[rule.unset];
      return unset === "" ? EFFECTS[rule.effect] : `${EFFECTS[rule.effect]}; unset: ${unset}`;
    });
    const name = input.replace(".account", ".accountId`, `.projectId").replace("timeouts", "customTimeouts");
    return [`\`${name}\``, ...cells];
  });
  return table([["input", ...CLOUDS.map((cloud) => factsOf(cloud).title)], ...rows]);
}

function reference() {
  const sections = SECTIONS.map(([title, file, names]) => {
    const parts = names.map((name) => {
      const declaration = declarationIn(file, name);
      const rows = rowsOf(declaration);
      const heading = names.length > 1 ? [`### ${name}`] : [];
      const list = rows.length === 0 ? [] : [table([["name", "type", "meaning"], ...rows])];
      return [...heading, docOf(declaration), ...list].filter((part) => part !== "").join("\n\n");
    });
    return `## ${title}\n\n${parts.join("\n\n")}`;
  });
  return `# Reference

<!-- Made by npm run reference, from the doc comments of the public types and from src/model/clouds. -->

Values in the wrapping of \`Input\` may be outputs of other resources. What the clouds themselves ask of each value stands on the page of
each: ${CLOUDS.map((cloud) => `[${factsOf(cloud).title}](${cloud}.md)`).join(", ")}.

## What a change does

_In place_: the cloud changes it, and connection and id stay. _Replaces_: the connection is deleted, then made anew. _State only_: the next
\`up\` writes it down and makes no call. _Unset_ is a property that is not declared any more. An empty cell: the cloud has no such input, and
a preview refuses it. On Tencent Cloud, a change of \`tags\` alone is refused, since nobody would expect it to cut the traffic.

${changes()}

${sections.join("\n\n")}
`;
}

const prettier = await import("prettier");
const settings = await prettier.resolveConfig(FILE);
const text = await prettier.format(reference(), { ...settings, filepath: FILE });
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("docs/reference.md is not up to date: run npm run reference.");
  process.exitCode = 1;
}
