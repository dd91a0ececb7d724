import type { CloudName } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import { PeeringError } from "../../../model/errors";
import type { Properties } from "../../../model/properties";
import type { Origin } from "./answer";
import { nonsense } from "./answer";
import type { Fields } from "./json";

/** What the API calls a property: one name, or another one in requests than in answers. */
type FieldName = string | { asked: string; answered: string };

/** A cloud's map from property to field. A create, a change and a row all go by it. */
export type FieldMap<Property extends string> = Readonly<Record<Property, FieldName>>;

/** What a request says of properties. What is undefined stays unsaid; what the cloud does not have is refused. */
export function fieldsOf(
  map: FieldMap<string>,
  values: Readonly<Record<string, unknown>>,
  cloud: CloudName,
): Fields {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  const strangers = said.map(([property]) => property).filter((property) => !Object.hasOwn(map, property));
  if (strangers.length > 0) {
    const { title } = factsOf(cloud);
    throw new PeeringError(`${title}'s connections have no ${strangers.join(", ")}.`, {
      kind: "unsupported",
      cloud,
      remedy: "Remove it.",
    });
  }
  return Object.fromEntries(said.map(([property, value]) => [namesOf(map[property] ?? "").asked, value]));
}

/** What an answer says of properties. Tags are not among them: the owner's mark is to be taken out of them first. */
export function propertiesIn(map: FieldMap<string>, row: object, origin: Origin): Omit<Properties, "tags"> {
  const rules = factsOf(origin.cloud).properties;
  const seen: Record<string, unknown> = {};
  for (const [property, name] of Object.entries(map)) {
    const { answered } = namesOf(name);
    const value = (row as Fields)[answered];
    const holds = rules[property]?.holds;
    if (holds === "tags" || value === undefined || value === null || value === "") continue;
    if (typeof value !== (holds === "number" ? "number" : "string")) throw nonsense(origin, `no ${answered}`);
    seen[property] = value;
  }
  return seen;
}

function namesOf(name: FieldName): { asked: string; answered: string } {
  return typeof name === "string" ? { asked: name, answered: name } : name;
}
