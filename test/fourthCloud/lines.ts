/** The lines that a registry gets for one more cloud. */
export interface Registry {
  /** The shared file. */
  file: string;
  /** Each piece of text, and the piece of the file as it is that it comes before. */
  lines: readonly (readonly [line: string, before: string])[];
}

/** All that is said of the made-up cloud outside its own files. */
export const REGISTRIES: readonly Registry[] = [
  {
    file: "src/model/clouds/index.ts",
    lines: [
      ['import { novacloud } from "./novacloud";\n', 'import { tencentcloud } from "./tencentcloud";'],
      [", novacloud", " } as const satisfies Record<string, CloudFacts>"],
    ],
  },
  {
    file: "src/program/clouds/index.ts",
    lines: [['export * from "./novacloud";\n', 'export * from "./tencentcloud";']],
  },
  {
    file: "src/program/clouds/registry.ts",
    lines: [["  novacloud: clouds.NovacloudPeeringArgs;\n", "}\n\n/** The arguments of {@link VpcPeering}"]],
  },
  {
    file: "src/provider/clouds/registry.ts",
    lines: [
      [
        '  novacloud: async () => (await import("./novacloud/index.js")).novacloud,\n',
        "};\n\n/** Loads a cloud's code. */",
      ],
    ],
  },
  {
    file: "emulator/clouds/index.ts",
    lines: [
      [
        'import { novacloud } from "./novacloud/cloud";\n',
        'import { tencentcloud } from "./tencentcloud/cloud";',
      ],
      [", novacloud", "] as const"],
    ],
  },
  ...["tools/clouds/index.cjs", "test/clouds/index.cjs"].map((file) => ({
    file,
    lines: [
      [
        'const { novacloud } = require("./novacloud.cjs");\n',
        'const { tencentcloud } = require("./tencentcloud.cjs");',
      ],
      [", novacloud", " };\n\nmodule.exports = { clouds };"],
    ] as const,
  })),
];

/** A registry's text with its lines for the made-up cloud. */
export function withLines(text: string, { file, lines }: Registry): string {
  return lines.reduce((before, [line, place]) => {
    const parts = before.split(place);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times ${JSON.stringify(place)}`);
    return parts.join(line + place);
  }, text);
}
