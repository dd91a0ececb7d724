import type { RawRefusal } from "../../../../provider/clouds/raw";

/**
 * A refusal as the emulator's settings have it: HTTP status, code and text. In the text, `%s` stands for ids, blocks and
 * the word for a status, since the next refusal has others.
 */
export function wordsOf({ status, code, message }: RawRefusal, statusWord?: string): object {
  const detail = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\.\d+\.\d+\.\d+\/\d+/g;
  const gaps = message.replaceAll(detail, "%s").replaceAll("%s and %s", "%s");
  return { status, type: code, message: statusWord === undefined ? gaps : gaps.replace(statusWord, "%s") };
}
