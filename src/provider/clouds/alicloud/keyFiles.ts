import { homedir } from "node:os";
import { join } from "node:path";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import { fieldsInFile, profilesIn, UnreadableFile } from "../kit/keyFiles";
import { text } from "../kit/keys";

/** A profile of Alibaba Cloud's command line, as far as it is used here. */
export interface Profile {
  name: string;
  mode?: string;
  access_key_id?: string;
  access_key_secret?: string;
  sts_token?: string;
  region_id?: string;
  ram_role_arn?: string;
  ram_session_name?: string;
  /** Seconds. */
  expired_seconds?: number;
  policy?: string;
  external_id?: string;
  source_profile?: string;
}

/** The profiles of one file, and the one in use. */
export interface Profiles {
  current?: string;
  all: Profile[];
}

/** Reads the command line's profiles; nothing if it was never set up. */
export async function readProfiles(file: string | undefined): Promise<Profiles | undefined> {
  const path = file ?? join(homedir(), ".aliyun", "config.json");
  try {
    const fields = await fieldsInFile(path);
    if (fields === undefined && file === undefined) return undefined;
    if (fields === undefined) throw new UnreadableFile("is not there");
    return { ...defined({ current: text(fields["current"]) }), all: profilesIn<Profile>(fields) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new PeeringError(`The file of profiles ${path} ${error.message}.`, {
      kind: "credentials",
      cloud: "alicloud",
      remedy: "Run `aliyun configure`, or correct `sharedCredentialsFile`.",
    });
  }
}
