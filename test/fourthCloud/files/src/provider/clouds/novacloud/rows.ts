import type { FactsByCloud } from "../../../model/clouds";
import type { Peering, Side } from "../../../model/peering";
import type { PropertyOf } from "../../../model/properties";
import type { PeeringStatus } from "../../../model/status";
import { nonsense, present } from "../kit/answer";
import type { FieldMap } from "../kit/fields";
import { propertiesIn } from "../kit/fields";
import type { Fields } from "../kit/json";
import { splitTags } from "../kit/markerTag";

/** The API's field for each property. A create and a row go by this one map. */
export const FIELDS = {
  name: "name",
  tags: "tags",
} as const satisfies FieldMap<PropertyOf<FactsByCloud["novacloud"]>>;

/** The cloud's words for a status, and ours. */
const STATUSES: Readonly<Record<string, PeeringStatus>> = { building: "creating", up: "active" };

/** A connection as the API shows it. */
interface Row extends Fields {
  id: string;
  state: string;
  tags: Record<string, string>;
  from: Side;
  to: Side;
}

/** Reads a row. A status that nobody documents counts as on its way. */
export function peeringOf(answer: Fields): Peering {
  const origin = { cloud: "novacloud", action: "ShowConnection" } as const;
  if (!isRow(answer)) throw nonsense(origin, "no connection");
  const { id, state, from, to } = answer;
  const { tags, owner } = splitTags(answer.tags);
  const ends = { requester: from, accepter: to };
  const status = STATUSES[state] ?? "updating";
  return {
    id,
    status,
    cloudStatus: state,
    ...ends,
    ...propertiesIn(FIELDS, answer, origin),
    tags,
    ...present({ owner }),
  };
}

function isRow(answer: Fields): answer is Row {
  const { id, state, tags, from, to } = answer;
  return (
    [id, state].every((text) => typeof text === "string") &&
    [tags, from, to].every((part) => typeof part === "object" && part !== null)
  );
}
