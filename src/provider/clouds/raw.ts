import type { ErrorKind } from "../../model/errors";
import type { Context } from "./context";
import type { Fields } from "./kit/json";

/** A call as the cloud's own documents have it. What a cloud has no use for is left out. */
export interface RawRequest {
  region: string;
  /** Parameters by name. */
  params?: Readonly<Record<string, unknown>>;
  /** What stands for the id in a path. */
  id?: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
  /** The project that is acted in; left out, that of the keys. */
  projectId?: string;
}

/** A refusal in the cloud's own words, and what this package makes of them. */
export interface RawRefusal {
  /** The HTTP status. */
  status: number;
  /** Empty if there is none. */
  code: string;
  message: string;
  kind: ErrorKind;
}

/** What a cloud answered to one call, as it came. */
export interface RawAnswer {
  requestId?: string;
  fields: Fields;
  refusal?: RawRefusal;
}

/** Makes a call once, whatever comes of it. Throws a `PeeringError` if there is no answer, or one that makes no sense. */
export type Raw = (action: string, request: RawRequest, context: Context) => Promise<RawAnswer>;
