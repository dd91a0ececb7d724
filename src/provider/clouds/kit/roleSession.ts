import type { CloudName } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import { shown } from "../../../model/shown";
import { noKeys, text } from "./keys";

/** One thing that can be said of a role's session: its name among the role's properties, and its variables. */
interface Said {
  property: string;
  variables: readonly string[];
}

/** What can be said of the session of a role that is taken on, on one cloud. */
export interface SessionRules {
  /** Left out where the cloud's tools name no sessions. */
  name?: Said & { pattern: RegExp; rule: string };
  /** How long it lasts, in seconds. */
  length: Said & { min: number; max: number };
}

/** The session that a role is taken on for; what is left out is the default. */
export interface RoleSession {
  name?: string;
  /** Seconds. */
  length?: number;
}

/** A value, and where it is from. */
interface Given {
  where: string;
  value: unknown;
}

/**
 * The session of a role: as the role says it, else as the variables of the cloud's own tools do. What the cloud would
 * refuse is refused by name. A length of 0 is none, as those tools have it.
 */
export function sessionOf(cloud: CloudName, rules: SessionRules, role: object): RoleSession {
  const { name, length } = rules;
  const named = name === undefined ? undefined : given(name, role);
  const limited = given(length, role);
  if (name !== undefined && named !== undefined && !name.pattern.test(String(named.value))) {
    throw refused(cloud, named, name.rule);
  }
  const seconds = limited === undefined ? 0 : Number(limited.value);
  const isInRange = Number.isInteger(seconds) && seconds >= length.min && seconds <= length.max;
  if (limited !== undefined && seconds !== 0 && !isInRange) {
    throw refused(cloud, limited, `a whole number of seconds, ${length.min} to ${length.max}`);
  }
  return defined({
    name: named === undefined ? undefined : String(named.value),
    length: seconds === 0 ? undefined : seconds,
  });
}

function given({ property, variables }: Said, role: object): Given | undefined {
  const ofRole: Given = { where: `\`assumeRole.${property}\``, value: role[property as keyof typeof role] };
  const ofEnvironment = variables.map((name): Given => ({ where: name, value: text(process.env[name]) }));
  return [ofRole, ...ofEnvironment].find(
    ({ value }) => value !== undefined && value !== null && value !== "",
  );
}

function refused(cloud: CloudName, { where, value }: Given, rule: string): Error {
  return noKeys(cloud, `${where} is ${shown(value)}: it must be ${rule}.`, "Correct it, or leave it out.");
}
