import { illegal } from "../errors";
import type { Params } from "../params";

/** How a name or description must look. */
interface TextRule {
  readonly parameter: "Name" | "Description";
  readonly accepts: (text: string) => boolean;
}

const isUrl = (text: string) => /^https?:\/\//.test(text);
const lengthWithin = (text: string, min: number, max: number) => text.length >= min && text.length <= max;

/** Create asks for more than modify does: a letter first, and two characters. */
export const textsAtCreate: readonly TextRule[] = [
  { parameter: "Name", accepts: (text) => /^\p{L}[\p{L}\p{N}_-]{1,127}$/u.test(text) },
  {
    parameter: "Description",
    accepts: (text) => lengthWithin(text, 2, 256) && /^\p{L}/u.test(text) && !isUrl(text),
  },
];

/** What a modify accepts. */
export const textsAtModify: readonly TextRule[] = [
  { parameter: "Name", accepts: (text) => lengthWithin(text, 1, 128) && !isUrl(text) },
  { parameter: "Description", accepts: (text) => lengthWithin(text, 1, 256) && !isUrl(text) },
];

/** The name and description of a call, checked; undefined where not given. */
export function readTexts(
  params: Params,
  rules: readonly TextRule[],
  { emptyIsFine }: { readonly emptyIsFine: boolean },
): { readonly name: string | undefined; readonly description: string | undefined } {
  for (const { parameter, accepts } of rules) {
    const text = params.get(parameter);
    if (text === undefined || (text === "" && emptyIsFine)) continue;
    if (!accepts(text)) throw illegal(parameter);
  }
  return { name: params.get("Name"), description: params.get("Description") };
}
