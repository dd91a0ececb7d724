import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { PeeringError } from "../../../model/errors";

/** A profile of Huawei Cloud's command line (KooCLI), as far as it is used here. */
export interface Profile {
  name: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  securityToken?: string;
  region?: string;
  projectId?: string;
  agencyName?: string;
  agencyDomainName?: string;
}

interface ProfileFile {
  current?: string;
  profiles?: Profile[];
}

/** Reads the profile in use; nothing if the command line was never set up. Never quotes the file, which holds keys. */
export async function readProfile(
  name: string | undefined,
  file: string | undefined,
): Promise<Profile | undefined> {
  const path = file ?? join(homedir(), ".hcloud", "config.json");
  const isAskedFor = name !== undefined || file !== undefined;
  let read: ProfileFile;
  try {
    read = JSON.parse(await readFile(path, "utf8")) as ProfileFile;
  } catch (error) {
    if (!isAskedFor) return undefined;
    throw unusable(path, error instanceof SyntaxError ? "is not JSON" : "cannot be read");
  }
  const wanted = name ?? read.current ?? "default";
  const profile = read.profiles?.find((one) => one.name === wanted);
  if (profile === undefined && isAskedFor) throw unusable(path, `has no profile "${wanted}"`);
  return profile;
}

function unusable(path: string, problem: string): PeeringError {
  return new PeeringError(`The file of profiles ${path} ${problem}.`, {
    kind: "credentials",
    cloud: "huaweicloud",
    remedy: "Run `hcloud configure init`, or correct HW_PROFILE and HW_SHARED_CONFIG_FILE.",
  });
}
