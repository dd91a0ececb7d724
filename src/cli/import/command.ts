import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { EXIT } from "../../../commandLine/command";
import { withProgress } from "../../../commandLine/progress";
import { NOWHERE } from "../../../commandLine/shell";
import { redacted } from "../../io/secrets";
import { cloudModule } from "../../provider/clouds/registry";
import { commandOf, printable } from "../kit/command";
import { argumentsIn, OPTIONS } from "./arguments";
import { compose } from "./compose";
import { alreadyThere, written } from "./file";
import { existing } from "./existing";
import type { Outcome } from "./report";
import { jsonOf, linesOf } from "./report";
import { surroundingsIn } from "./surroundings";
import { typescriptOf } from "./typescript";
import { yamlOf } from "./yaml";

const NAME = "vpc-peering-import";

const LANGUAGES = { typescript: typescriptOf, yaml: yamlOf };

/** `vpc-peering-import`: connections that exist already, as a program. */
export const importer = commandOf({
  usage: {
    name: NAME,
    ways: [
      `${NAME} --cloud NAME [--region ID]... [--vpc ID]... [--routes] [--language NAME] [--out FILE [--force]]
    [--json] [--stack NAME] [--cwd FOLDER]`,
    ],
    about: `Writes a program that declares the connections that exist already, as they are. Its first \`pulumi up\` takes them over and
changes nothing but the mark that says whose they are, its second one nothing at all. This command itself only reads.`,
    options: OPTIONS,
    notes: `Keys are those of the stack's config and of the environment. The program has none in it. What it does not declare is
listed at its end, with why. Exits with 0 if it declares something, with 2 if there is nothing to declare (no program is
written then), and with 1 if not all could be read: the program's end says what.`,
  },
  async main(line, { stdout, stderr }) {
    const say = (text: string): unknown => stderr.write(`${printable(text)}\n`);
    const asked = argumentsIn(line);
    const { cloud, out, force } = asked;
    if (out !== undefined && !force && existsSync(out)) throw alreadyThere(out);
    const outcome = await withProgress(
      NAME,
      asked.json ? NOWHERE : stderr,
      async (progress): Promise<Outcome> => {
        const which = { cwd: resolve(asked.cwd), stack: asked.stack };
        const around = await surroundingsIn(cloud, which, progress, say);
        const seen = await existing(asked, around, progress);
        const { complaints } = await cloudModule(cloud);
        return { ...seen, keys: around.keys, ...compose({ ...around, ...seen, cloud, complaints }) };
      },
    );
    const { program, unread } = outcome;
    const isEmpty = program.declarations.length === 0;
    const text = isEmpty ? undefined : redacted(LANGUAGES[asked.language](program));
    for (const sentence of linesOf(outcome, asked)) say(sentence);
    if (text !== undefined && out !== undefined) {
      written(text, { file: out, force });
      say(`Written to ${out}.`);
    }
    if (asked.json) stdout.write(redacted(jsonOf(outcome, text)));
    else if (text !== undefined && out === undefined) stdout.write(text);
    return unread.length > 0 ? EXIT.failed : isEmpty ? EXIT.found : EXIT.ok;
  },
});
