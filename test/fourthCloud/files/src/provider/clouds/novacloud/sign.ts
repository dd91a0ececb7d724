import type { Ask, Signed } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";
import { ACTIONS } from "./actions";

/** What a request goes with. */
export interface Keys {
  apiKey: string;
}

/** The request for an action, with the key in a header. */
export function sign(
  { action, request: { id = "", body }, keys }: Ask<ActionName, Request, Keys>,
  endpoint = "https://api.nova.example",
): Signed {
  const { method, path } = ACTIONS[action];
  const url = new URL(path.replace("{id}", encodeURIComponent(id)), endpoint);
  const headers = { "content-type": "application/json", "x-nova-key": keys.apiKey };
  return { method, url, headers, body: body === undefined ? "" : JSON.stringify(body) };
}
