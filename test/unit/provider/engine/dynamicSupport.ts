import type { ResourceKind } from "../../../../src/model/resourceKinds";
import type { DynamicProvider } from "../../../../src/provider/engine/dynamicProvider";
import { dynamicProvider } from "../../../../src/provider/engine/dynamicProvider";
import type { Resource } from "../../../../src/provider/lifecycle/resource";
import { shapeOf } from "../../../../src/provider/lifecycle/shape";
import { URN } from "../../support/samples";

export type Props = Record<string, unknown>;

/** What a resource gets to see. */
export const values: Props = { cloud: "alicloud", a: 1 };
/** What the engine sends. */
export const inputs: Props = { ...values, __provider: "exports.handler=…", __owner: { urn: URN } };

const unexpected = (): never => {
  throw new Error("this call was not expected");
};

/** The engine's door for a resource of which only these hooks are called. */
export function wrap(
  resource: Partial<Resource<Props, Props>>,
  kind: ResourceKind = "Connection",
): DynamicProvider {
  const shapes = { inputs: shapeOf({}), outputs: shapeOf({}) };
  const none = { shapes, check: unexpected, diff: unexpected, create: unexpected } as const;
  return dynamicProvider(kind, {
    ...none,
    update: unexpected,
    read: unexpected,
    delete: unexpected,
    ...resource,
  });
}

/** What the engine gets to see of a failure. */
interface Failure extends Error {
  id?: string;
  properties?: Record<string, unknown>;
  reasons?: string[];
}

/** How a hook failed, as the engine gets to see it. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Failure;
}
