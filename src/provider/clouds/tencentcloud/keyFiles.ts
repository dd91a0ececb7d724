import { join } from "node:path";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Fields } from "../kit/json";
import { fieldsInFile, textInFile, UnreadableFile } from "../kit/keyFiles";
import { text } from "../kit/keys";

/** Keys, or the role to take on with them, as a file of Tencent Cloud's tools has them. */
export interface KeyFile {
  secretId?: string;
  secretKey?: string;
  token?: string;
  roleArn?: string;
  sessionName?: string;
}

/** Where Tencent Cloud's tools keep their files. */
export interface Folders {
  /** Of the SDKs: `credentials`. */
  sdk: string;
  /** Of the command line: `<profile>.credential` and `<profile>.configure`. */
  tccli: string;
}

/** Reads `<profile>.credential` of the command line; nothing if there is none. */
export async function readTccliKeys(profile: string, { tccli }: Folders): Promise<KeyFile | undefined> {
  const path = join(tccli, `${profile}.credential`);
  const file = await readJson(path);
  if (file === undefined) return undefined;
  return defined({
    secretId: text(file["secretId"]),
    secretKey: text(file["secretKey"]),
    token: text(file["token"]),
    roleArn: text(file["role-arn"]),
    sessionName: text(file["role-session-name"]),
  });
}

/** The region in `<profile>.configure` of the command line. */
export async function readTccliRegion(profile: string, { tccli }: Folders): Promise<string | undefined> {
  const file = await readJson(join(tccli, `${profile}.configure`));
  const system = file?.["_sys_param"];
  const inSystem = typeof system === "object" && system !== null && "region" in system ? system.region : "";
  return text(inSystem) ?? text(file?.["region"]);
}

/** Reads a section of the SDKs' `credentials`; nothing if there is none. */
export async function readSdkKeys(section: string, { sdk }: Folders): Promise<KeyFile | undefined> {
  const file = await readText(join(sdk, "credentials"));
  const lines = file === undefined ? undefined : linesOf(file, section);
  if (lines === undefined) return undefined;
  return defined({
    secretId: text(lines["secret_id"]),
    secretKey: text(lines["secret_key"]),
    token: text(lines["token"]),
  });
}

/** The `name = value` lines of one section of an INI file. */
function linesOf(file: string, section: string): Record<string, string> | undefined {
  let found: Record<string, string> | undefined;
  let current: Record<string, string> | undefined;
  for (const line of file.split(/\r?\n/)) {
    const [, heading] = /^\s*\[([^\]]*)\]/.exec(line) ?? [];
    if (heading !== undefined) {
      current = heading.trim() === section ? (found ??= {}) : undefined;
      continue;
    }
    const [, name, value] = /^\s*([^=;#\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (current !== undefined && name !== undefined) current[name] = value ?? "";
  }
  return found;
}

async function readJson(path: string): Promise<Fields | undefined> {
  return await naming(path, fieldsInFile(path));
}

async function readText(path: string): Promise<string | undefined> {
  return await naming(path, textInFile(path));
}

async function naming<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof UnreadableFile ? unreadable(path, error.message) : error;
  }
}

function unreadable(path: string, reason: string): PeeringError {
  return new PeeringError(`The file ${path} ${reason}.`, {
    kind: "credentials",
    cloud: "tencentcloud",
    remedy: "Run `tccli configure`, or correct the file.",
  });
}
