import { z } from "zod";
import { wholeNumber } from "../../../core/fields";

/** An error of the VPC service: an HTTP status, and the type in its NeutronError, or its code. */
export const refusal = (status: number, type: string, message: string) =>
  z
    .strictObject({
      status: wholeNumber("", { from: 400, to: 599 }).default(status),
      type: z.string().min(1).default(type),
      message: z.string().default(message),
    })
    .prefault({});
