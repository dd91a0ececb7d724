import * as pulumi from "@pulumi/pulumi";

/**
 * What ends a program because of what it says. It carries no stack: Pulumi shows none with such an error, but colours
 * it all the same, and Node's colours run for some twenty seconds on a file that lies right in a scope, such as
 * `node_modules/@pulumi/resource.ts`, where the SDK's source maps place its own.
 */
export function refusal(message: string): Error {
  const error = new pulumi.RunError(message);
  error.stack = error.message;
  return error;
}
