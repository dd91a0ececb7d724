import type { InjectedError } from "../../core/http/call";

/** An error answer of the API. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message?: string,
    readonly status = STATUSES[code] ?? 400,
  ) {
    super(message ?? `The request is refused: ${code}.`);
  }
}

/** The HTTP status of each code. */
const STATUSES: Readonly<Record<string, number>> = {
  BadKey: 401,
  NoSuchConnection: 404,
  AlreadyConnected: 409,
  Busy: 409,
  TooLarge: 413,
  SlowDown: 429,
  Trouble: 500,
};

/** The error that a fault injects. */
export function injected({ code, message, status }: InjectedError): ApiError {
  return new ApiError(code, message, status);
}
