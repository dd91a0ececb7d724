import { join } from "node:path";

import { Application, LogLevel } from "typedoc";

import { root } from "../root.mjs";
import { FRONT } from "./contents.mjs";
import { arrangeDocuments } from "./documents.mjs";
import { dressMarkdown } from "./markdown.mjs";
import { simplifyTypes, TOLD_ELSEWHERE } from "./types.mjs";

/**
 * Makes the site of these pages and of the doc comments. What TypeDoc warns of is an error.
 *
 * @param {{ pages: import("./contents.mjs").Page[], out: string, source: string | undefined }} options source: as
 *   `site.mjs` has it
 */
export async function generate({ pages, out, source }) {
  const sections = [...new Set(pages.map(({ section }) => section))];
  const app = await Application.bootstrap({
    name: "pulumi-vpc-peering",
    includeVersion: true,
    entryPoints: ["src/program/index.ts", "emulator/index.ts"].map((file) => join(root, file)),
    tsconfig: join(root, "tsconfig.build.json"),
    // Whoever builds the package checks the types.
    skipErrorChecking: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    disableSources: true,
    readme: join(root, FRONT),
    projectDocuments: pages.map(({ file }) => join(root, file)),
    sort: ["required-first", "alphabetical-ignoring-documents"],
    // The types stand before the last section, which is about the project.
    groupOrder: [...sections.slice(0, -1), "*", ...sections.slice(-1)],
    navigation: { includeGroups: true },
    headings: { readme: false, document: false },
    searchInComments: true,
    searchInDocuments: true,
    router: "paths",
    favicon: join(root, "tools/site/favicon.svg"),
    customCss: join(root, "tools/site/site.css"),
    highlightLanguages: [
      "bash",
      "console",
      "go",
      "javascript",
      "json",
      "markdown",
      "python",
      "typescript",
      "yaml",
    ],
    markdownItLoader: dressMarkdown,
    externalSymbolLinkMappings: { "pulumi-vpc-peering": TOLD_ELSEWHERE },
    jsDocCompatibility: { defaultTag: false },
    locales: { en: { kind_plural_module: "Types" } },
    // Paths are looked at in `arrangeDocuments`, which leads some to the repository.
    validation: { invalidPath: false, invalidLink: true, notExported: true },
    logLevel: LogLevel.Warn,
  });
  arrangeDocuments(app, { pages, source });
  simplifyTypes(app);
  const project = await app.convert();
  if (project === undefined) throw new Error("site: TypeDoc could not read the types");
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("site: see what TypeDoc said");
}
