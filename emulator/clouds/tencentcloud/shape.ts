/** What a parameter has to look like. */
export type Shape =
  | { readonly kind: "text" | "integer" | "boolean" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "object"; readonly members: Members };

/** Parameters by name. */
export type Members = Readonly<Record<string, Shape>>;

export const text: Shape = { kind: "text" };
export const integer: Shape = { kind: "integer" };
export const boolean: Shape = { kind: "boolean" };

/** A list of values of one shape. */
export function listOf(of: Shape): Shape {
  return { kind: "list", of };
}

/** A list of objects with these members. */
export function listOfObjects(members: Members): Shape {
  return { kind: "list", of: { kind: "object", members } };
}

/** `[{Key, Value}]`, as tags are written. */
export const tags = listOfObjects({ Key: text, Value: text });

/** `[{Name, Values}]`, as filters are written. */
export const filters = listOfObjects({ Name: text, Values: listOf(text) });
