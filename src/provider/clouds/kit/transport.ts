import type { HttpAnswer, HttpRequest } from "../../../io/http";
import { send } from "../../../io/http";
import { NoAnswer } from "../../../io/noAnswer";
import { PeeringError } from "../../../model/errors";
import type { Origin } from "./answer";

/** How long an address where nobody answers is tried. */
const UNREACHABLE_MS = 5_000;

/** Whose request it is, and which address the user gave for it, if any. */
interface Sender extends Origin {
  endpoint: string | undefined;
}

/** Sends a request of a cloud. Where no answer comes, the error says what is known of the effect. */
export async function exchange(request: HttpRequest, sender: Sender): Promise<HttpAnswer> {
  const { endpoint, ...origin } = sender;
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new PeeringError(`No answer from ${request.url.host}: ${error.reason}.`, {
      ...origin,
      kind: error.isFinal ? "invalid" : "transient",
      executed: error.executed,
      ...(error.executed === "no" ? { retryForMs: UNREACHABLE_MS } : {}),
      remedy: error.remedy ?? unreachable(endpoint),
    });
  }
}

function unreachable(endpoint: string | undefined): string {
  return endpoint === undefined
    ? "Check the network, and that the region's id is right."
    : `Is it running? It is named by \`endpoint\` (${endpoint}).`;
}
