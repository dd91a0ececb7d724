import type { Call } from "./http/call";
import type { RawRequest } from "./http/http";

/** A cloud at work: reads a request of its protocol. Never throws. */
export interface Room {
  read(request: RawRequest): Call;
}
