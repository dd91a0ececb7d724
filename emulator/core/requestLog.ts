import type { Clock } from "./time/clock";
import type { Json } from "./http/json";
import { redact } from "./http/redact";
import type { Call } from "./http/call";

/** One request to a cloud, as `GET /_emulator/requests` shows it. */
export interface RequestRow<Name extends string = string> {
  /** Its number: the first since the start is 1, and nothing but a reset begins anew. */
  readonly seq: number;
  /** When it came: ISO 8601, UTC, by the emulator's clock. */
  readonly at: string;
  /** The cloud that was asked. */
  readonly cloud: Name;
  /** The API action. */
  readonly action: string;
  /** The account whose key the request named, whether or not the signature was right. */
  readonly account: string | null;
  /** The region that it named, or that its host is of. */
  readonly region: string | null;
  /** Its parameters, without keys and signatures. */
  readonly params: Json;
  /** Null while the call is held, and for ever when its connection was dropped. */
  httpStatus: number | null;
  /** The error's code; null if there was none. */
  code: string | null;
  /** The id that the answer gave the request. */
  readonly requestId: string;
  /** The id of the fault that hit the call, or null. */
  readonly fault: string | null;
}

/** What clouds were asked, oldest first, without keys and signatures. */
export class RequestLog {
  #rows: RequestRow[] = [];
  #seq = 0;
  #dropped = 0;

  /** `most` requests are kept; beyond that the oldest go. */
  constructor(
    private readonly clock: Clock,
    private readonly most: number,
  ) {}

  open(cloud: string, call: Call, fault: string | null): RequestRow {
    const row: RequestRow = {
      seq: ++this.#seq,
      at: new Date(this.clock.now()).toISOString(),
      cloud,
      action: call.action,
      account: call.account,
      region: call.region,
      params: redact(call.params),
      httpStatus: null,
      code: null,
      requestId: call.requestId,
      fault,
    };
    this.#rows.push(row);
    if (this.#rows.length > this.most) {
      this.#rows.shift();
      this.#dropped++;
    }
    return row;
  }

  list(): readonly RequestRow[] {
    return this.#rows;
  }

  /** How many went since the log was last cleared. */
  get dropped(): number {
    return this.#dropped;
  }

  clear(): void {
    this.#rows = [];
    this.#dropped = 0;
  }
}
