import { readFileSync } from "node:fs";
import { UserError } from "../core/userError";
import { type Clouds, type WorldOf, parseWorld } from "./world";

/** Reads a world file. Whatever is wrong with it is one line that names the file. */
export function readWorldFile<All extends Clouds>(clouds: All, path: string): WorldOf<All> {
  return parseWorld(clouds, parseJson(readText(path), path), `World file ${path}`);
}

function readText(path: string): string {
  try {
    // The mark with which tools of Windows begin a text is no part of it.
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? "unknown reason"})`;
    throw new UserError(`World file ${path} ${reason}: give the path of a JSON file, or leave --world out.`);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new UserError(`World file ${path} is not JSON: ${reason}. Correct it there.`);
  }
}
