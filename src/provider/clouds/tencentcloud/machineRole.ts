import { send } from "../../../io/http";
import { fieldsIn } from "../kit/json";
import type { Temporary } from "../kit/keys";
import { text } from "../kit/keys";
import type { Keys } from "./sign";

/** Where a machine of the cloud asks for the keys of its own role. Answers on such machines only. */
export const METADATA_URL = "http://metadata.tencentyun.com/latest/meta-data/cam/security-credentials/";

/** Elsewhere the name may lead to nothing that ever answers. */
const LIMIT_MS = 1_000;

/** The temporary keys of the role that this machine has; nothing if it has none, or is none of the cloud's. */
export async function keysOfMachine(
  metadataUrl: string,
  roleName: string | undefined,
): Promise<Temporary<Keys> | undefined> {
  const role = roleName ?? (await ask(metadataUrl))?.trim();
  if (role === undefined || role === "") return undefined;
  const answer = await ask(`${metadataUrl}${encodeURIComponent(role)}`);
  const { TmpSecretId, TmpSecretKey, Token, ExpiredTime, Code } = fieldsIn(answer ?? "") ?? {};
  const [secretId, secretKey, token] = [text(TmpSecretId), text(TmpSecretKey), text(Token)];
  const isComplete = secretId !== undefined && secretKey !== undefined && token !== undefined;
  if (Code !== "Success" || !isComplete) return undefined;
  return { secretId, secretKey, token, endsAt: Number(ExpiredTime) * 1000 };
}

async function ask(address: string): Promise<string | undefined> {
  try {
    const url = new URL(address);
    const { status, body } = await send({ method: "GET", url, headers: {}, body: "", timeoutMs: LIMIT_MS });
    return status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}
