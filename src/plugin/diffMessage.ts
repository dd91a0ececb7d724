import type { Compared } from "../provider/engine/engineCalls";
import type { Difference } from "./differences";
import { differencesIn } from "./differences";
import type { ProviderMessages } from "./protocol";
import { messages } from "./protocol";

type Kind = ProviderMessages.PropertyDiff.Kind;

const { Kind } = messages.PropertyDiff;

/** How a difference is shown: first where it is changed in place, then where it replaces the resource. */
const KINDS: Record<Difference, readonly [Kind, Kind]> = {
  added: [Kind.ADD, Kind.ADD_REPLACE],
  deleted: [Kind.DELETE, Kind.DELETE_REPLACE],
  changed: [Kind.UPDATE, Kind.UPDATE_REPLACE],
};

/** What was declared, and what is declared now. */
interface Inputs {
  before: object;
  after: object;
}

/** The answer to a comparison, property by property, so that a preview shows what differs and what that does. */
export function diffMessage(compared: Compared, { before, after }: Inputs): ProviderMessages.DiffResponse {
  const response = new messages.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  const { changes, replaces = [], deleteBeforeReplace = false } = compared;
  const differences = changes === false ? new Map<string, Difference>() : differencesIn(before, after);
  const isSome = changes ?? (differences.size > 0 || replaces.length > 0);
  response.setChanges(isSome ? DIFF_SOME : DIFF_NONE);
  if (!isSome) return response;
  response.setReplacesList([...replaces]);
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setDiffsList([...new Set([...differences.keys()].map(nameIn))]);
  response.setHasdetaileddiff(true);
  const detailed = response.getDetaileddiffMap();
  for (const [path, how] of differences) {
    const [inPlace, replacing] = KINDS[how];
    const kind = replaces.some((name) => isWithin(path, name)) ? replacing : inPlace;
    detailed.set(path, new messages.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  // What the cloud has done is no difference of inputs.
  for (const name of replaces) {
    if ([...differences.keys()].some((path) => isWithin(path, name))) continue;
    detailed.set(name, new messages.PropertyDiff().setKind(Kind.UPDATE_REPLACE).setInputdiff(false));
  }
  return response;
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
}

/** The property that a path is in: `tags` of `tags.team`. */
function nameIn(path: string): string {
  return /^\w+/.exec(path)?.[0] ?? path;
}
