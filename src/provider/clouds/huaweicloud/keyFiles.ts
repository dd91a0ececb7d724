import { homedir } from "node:os";
import { join } from "node:path";
import { PeeringError } from "../../../model/errors";
import { fieldsInFile, profilesIn, UnreadableFile } from "../kit/keyFiles";
import { text } from "../kit/keys";

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

/** Reads the profile in use; nothing if the command line was never set up, or not for good. */
export async function readProfile(
  name: string | undefined,
  file: string | undefined,
): Promise<Profile | undefined> {
  const path = file ?? join(homedir(), ".hcloud", "config.json");
  const isAskedFor = name !== undefined || file !== undefined;
  try {
    const fields = await fieldsInFile(path);
    if (fields === undefined) throw new UnreadableFile("is not there");
    const wanted = name ?? text(fields["current"]) ?? "default";
    const profile = profilesIn<Profile>(fields).find((one) => one.name === wanted);
    if (profile === undefined) throw new UnreadableFile(`has no profile "${wanted}"`);
    return profile;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (isAskedFor) throw unusable(path, error.message);
    return undefined;
  }
}

function unusable(path: string, problem: string): PeeringError {
  return new PeeringError(`The file of profiles ${path} ${problem}.`, {
    kind: "credentials",
    cloud: "huaweicloud",
    remedy: "Run `hcloud configure init`, or correct HW_PROFILE and HW_SHARED_CONFIG_FILE.",
  });
}
