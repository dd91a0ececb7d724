import { readFile } from "node:fs/promises";
import type { Fields } from "./json";
import { fieldsIn, isFields } from "./json";

/** What is wrong with a file of keys: what follows its name in a sentence. It never quotes the file. */
export class UnreadableFile extends Error {}

/** The text of a file; nothing if there is none. The mark with which some tools begin a text is no part of it. */
export async function textInFile(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UnreadableFile(`cannot be read (${code ?? "unknown reason"})`);
  }
}

/** The fields of a file that holds a JSON object; nothing if there is no file. */
export async function fieldsInFile(path: string): Promise<Fields | undefined> {
  const text = await textInFile(path);
  if (text === undefined) return undefined;
  const fields = fieldsIn(text);
  if (fields === undefined) throw new UnreadableFile("is not a JSON object");
  return fields;
}

/** The profiles that a command line keeps in its file, as far as they are any. */
export function profilesIn<Profile extends object>({ profiles }: Fields): Profile[] {
  return Array.isArray(profiles) ? (profiles as unknown[]).filter(isFields).map((one) => one as Profile) : [];
}
