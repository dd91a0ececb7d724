import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { PeeringError } from "../../../model/errors";

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

/** Reads the command line's profiles; nothing if it was never set up. Never quotes the file, which holds keys. */
export async function readProfiles(file: string | undefined): Promise<Profiles | undefined> {
  const path = file ?? join(homedir(), ".aliyun", "config.json");
  try {
    const { current, profiles } = JSON.parse(await readFile(path, "utf8")) as {
      current?: string;
      profiles?: Profile[];
    };
    return { ...(current === undefined ? {} : { current }), all: profiles ?? [] };
  } catch (error) {
    if (file === undefined && (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    const reason = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new PeeringError(`The file of profiles ${path} ${reason}.`, {
      kind: "credentials",
      cloud: "alicloud",
      remedy: "Run `aliyun configure`, or correct `sharedCredentialsFile`.",
    });
  }
}
