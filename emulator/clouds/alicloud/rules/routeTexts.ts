import { apiError } from "../errors";

interface RouteTexts {
  readonly name: string | undefined;
  readonly description: string | undefined;
}

/** The name and description of a route, checked; undefined where not given. */
export function readRouteTexts({ name, description }: RouteTexts): RouteTexts {
  if (!isFine(name, 128)) throw apiError("InvalidRouteEntryName.Malformed");
  if (!isFine(description, 256)) throw apiError("InvalidDescription.Malformed");
  return { name, description };
}

function isFine(text: string | undefined, longest: number): boolean {
  return !text || (text.length <= longest && !/^https?:\/\//.test(text));
}
