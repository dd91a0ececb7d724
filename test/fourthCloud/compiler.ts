import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const { sys } = ts;

/** The compiler, which keeps what it knows while single files change. */
export interface Compiler {
  /** What is wrong with files of the project, as texts that begin with the file. */
  errorsIn(files: readonly string[]): string[];
  /** The first of them. */
  firstErrorIn(files: readonly string[]): string | undefined;
  /** Has the compiler see another text in place of a file's own; none puts its own back. */
  replace(file: string, text: string | undefined): void;
  /** Every file that it sees and that is the project's. */
  files(): string[];
}

/** Opens a compiler for a folder, with the project's own options; scripts with types in their comments are checked, too. */
export function openCompiler(folder: string): Compiler {
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), (path) =>
    readFileSync(path, "utf8"),
  ) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, sys, folder, {
    checkJs: true,
    types: ["node", "jest"],
  });
  const roots = [...fileNames, ...["tools", "test"].map((part) => join(folder, part, "clouds", "index.cjs"))];
  const texts = new Map<string, { version: number; text: string | undefined }>();
  const textOf = (path: string): string | undefined => texts.get(path)?.text ?? sys.readFile(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => roots,
    getScriptVersion: (path) => String(texts.get(path)?.version ?? 0),
    getScriptSnapshot: (path) => {
      const text = textOf(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => sys.fileExists(path),
    readFile: (path) => sys.readFile(path),
    readDirectory: (...asked) => sys.readDirectory(...asked),
    directoryExists: (path) => sys.directoryExists(path),
    getDirectories: (path) => sys.getDirectories(path),
    realpath: (path) => sys.realpath?.(path) ?? path,
  });
  const errorsOf = (file: string): string[] => {
    const path = join(folder, file);
    // What nobody imports is not the compiler's business.
    if (service.getProgram()?.getSourceFile(path) === undefined) return [];
    return [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)].map(
      ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  };
  return {
    errorsIn: (files) => files.flatMap(errorsOf),
    firstErrorIn: (files) => firstOf(files, errorsOf),
    replace(file, text) {
      const path = join(folder, file);
      texts.set(path, { version: (texts.get(path)?.version ?? 0) + 1, text });
    },
    files: () =>
      (service.getProgram()?.getSourceFiles() ?? [])
        .map(({ fileName }) => fileName)
        .filter((name) => name.startsWith(`${folder}/`) && !name.includes("/node_modules/"))
        .map((name) => name.slice(folder.length + 1)),
  };
}

function firstOf(files: readonly string[], errorsOf: (file: string) => string[]): string | undefined {
  for (const file of files) {
    const [first] = errorsOf(file);
    if (first !== undefined) return first;
  }
  return undefined;
}
