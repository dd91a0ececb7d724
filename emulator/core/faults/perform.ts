import { setTimeout as sleep } from "node:timers/promises";
import type { Hit, Release } from "./faultBook";
import type { Answer } from "../http/http";
import type { Call } from "../http/call";

/** What becomes of a call: an answer, perhaps cut short, or no answer at all. */
export type Outcome =
  { readonly kind: "answer"; readonly answer: Answer; readonly cutAt?: number } | { readonly kind: "drop" };

const drop: Outcome = { kind: "drop" };

/** Does the work of a call, with a fault before or after it. A client that is gone does not stop the work. */
export async function perform(call: Call, hit: Hit | undefined): Promise<Outcome> {
  if (!hit) return answered(call.answer());
  if (hit.kind.when === "after") {
    const done = call.answer();
    return (await pause(hit)) === "drop" ? drop : spoil(call, hit, done);
  }
  if ((await pause(hit)) === "drop") return drop;
  return isPause(hit) ? answered(call.answer()) : spoil(call, hit, nothingDone(call));
}

function isPause(hit: Hit): boolean {
  return hit.kind.type === "hold" || hit.kind.type === "delay";
}

async function pause(hit: Hit): Promise<Release> {
  if (hit.kind.type === "hold") return hit.hold();
  if (hit.kind.type === "delay") await sleep(hit.kind.ms, undefined, { ref: false });
  return "goOn";
}

/** The answer as the fault leaves it. */
function spoil(call: Call, { kind }: Hit, answer: Answer): Outcome {
  switch (kind.type) {
    case "error":
      return answered(call.failure(kind));
    case "drop":
      return drop;
    case "body":
      return answered({ status: kind.status, headers: rawHeaders(kind.body), body: kind.body, code: null });
    case "truncate":
      return { kind: "answer", answer, cutAt: kind.bytes };
    case "hold":
    case "delay":
      return answered(answer);
  }
}

function answered(answer: Answer): Outcome {
  return { kind: "answer", answer };
}

function rawHeaders(body: string): Record<string, string> {
  return { "content-type": body.trimStart().startsWith("<") ? "text/html" : "application/json" };
}

/** What an answer that is cut looks like where the work was never done: a success up to the cut. */
function nothingDone(call: Call): Answer {
  const body = JSON.stringify({ RequestId: call.requestId, padding: ".".repeat(1000) });
  return { status: 200, headers: { "content-type": "application/json" }, body, code: null };
}
