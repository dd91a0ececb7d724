import { serviceError } from "../errors";
import { isFields, type Fields, shown } from "../params";

/** How long the texts of a table may be. */
const longest = { name: 64, description: 255 } as const;

/** What may be in them. */
const allowed = { name: /^[\p{L}\p{N}_.-]*$/u, description: /^[^<>]*$/ } as const;

/** A route as a body writes it. */
export interface RouteBody {
  readonly type: string | undefined;
  readonly destination: string;
  readonly nexthop: string | undefined;
  readonly description: string | undefined;
}

/** The object under a name in a body, with no other fields than these. */
export function objectIn(body: unknown, name: string, members: readonly string[]): Fields {
  const object = isFields(body) ? body[name] : undefined;
  if (!isFields(object)) throw badParam(`'${name}' is missing`);
  const other = Object.keys(object).find((field) => !members.includes(field));
  if (other !== undefined) throw badParam(`'${other}' is not allowed`);
  return object;
}

/** The name or description of a table or route; undefined where it is not there. */
export function textIn(fields: Fields, name: keyof typeof longest): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  const isFine = typeof value === "string" && value.length <= longest[name] && allowed[name].test(value);
  if (!isFine) throw badParam(`${name} ${shown(value)} is not valid`);
  return value;
}

/** A list of routes; empty where it is not there. */
export function routesIn(value: unknown, required: readonly (keyof RouteBody)[]): RouteBody[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badParam("routes are no list");
  return value.map((item: unknown): RouteBody => {
    if (!isFields(item)) throw badParam("a route is no object");
    const text = (name: "type" | "destination" | "nexthop"): string | undefined => {
      const given = item[name];
      if (given === undefined || given === null) return undefined;
      if (typeof given !== "string") throw badParam(`${name} ${shown(given)} is not valid`);
      return given;
    };
    const route = { type: text("type"), nexthop: text("nexthop"), description: textIn(item, "description") };
    const missing = required.find((name) => !item[name]);
    if (missing !== undefined) throw badParam(`${missing} of a route is missing`);
    return { ...route, destination: text("destination") ?? "" };
  });
}

/** A body that makes no sense. */
export function badParam(problem: string): Error {
  return serviceError("VPC.0101", `: ${problem}`);
}
