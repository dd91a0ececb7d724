/** A mistake of the person at the keyboard: shown as one line, without a stack. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    message: string,
    /** What the admin API answers. */
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}
