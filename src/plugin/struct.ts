import { OUTPUT, SECRET, SIGNATURE } from "../model/engineValues";
import { UNKNOWN } from "../model/unknown";
import type { StructMessage, ValueMessage } from "./protocol";
import { ListValue, NullValue, Struct, Value } from "./protocol";

/** Values by name. */
type Props = Record<string, unknown>;

/** What a message says, whatever its members are called. Secrets are told from others by the engine, not here. */
export function fromStruct(struct: StructMessage | undefined): Props {
  if (struct === undefined) return {};
  const entries: [string, unknown][] = [];
  struct.getFieldsMap().forEach((value, name) => entries.push([name, valueIn(value)]));
  return Object.fromEntries(entries);
}

function valueIn(value: ValueMessage | undefined): unknown {
  switch (value?.getKindCase()) {
    case Value.KindCase.STRING_VALUE:
      return value.getStringValue();
    case Value.KindCase.NUMBER_VALUE:
      return value.getNumberValue();
    case Value.KindCase.BOOL_VALUE:
      return value.getBoolValue();
    case Value.KindCase.LIST_VALUE:
      return (value.getListValue()?.getValuesList() ?? []).map(valueIn);
    case Value.KindCase.STRUCT_VALUE:
      return plain(fromStruct(value.getStructValue()));
    default:
      return null;
  }
}

function plain(props: Props): unknown {
  if (props[SIGNATURE] === SECRET) return props["value"];
  if (props[SIGNATURE] === OUTPUT) return Object.hasOwn(props, "value") ? props["value"] : UNKNOWN;
  return props;
}

/** The names of the properties that hold something secret, at any depth. */
export function secretsIn(struct: StructMessage | undefined): Set<string> {
  const names = new Set<string>();
  struct?.getFieldsMap().forEach((value, name) => {
    if (holdsSecret(value.toJavaScript())) names.add(name);
  });
  return names;
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const props = value as Props;
  if (props[SIGNATURE] === SECRET || (props[SIGNATURE] === OUTPUT && props["secret"] === true)) return true;
  return Object.values(props).some(holdsSecret);
}

/** Values in which these properties are secret. */
export function withSecrets(props: object, names: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, names.has(name) ? secret(value) : value]),
  );
}

/** A value as the engine keeps it to itself: encrypted in its state, and never shown. */
export function secret(value: unknown): object {
  return { [SIGNATURE]: SECRET, value };
}

/** The same as a message. */
export function toStruct(props: object): StructMessage {
  const struct = new Struct();
  for (const [name, given] of Object.entries(props)) {
    if (given !== undefined) struct.getFieldsMap().set(name, valueOf(given));
  }
  return struct;
}

function valueOf(given: unknown): ValueMessage {
  const value = new Value();
  if (typeof given === "string") return value.setStringValue(given);
  if (typeof given === "number") return value.setNumberValue(given);
  if (typeof given === "boolean") return value.setBoolValue(given);
  if (Array.isArray(given)) return value.setListValue(new ListValue().setValuesList(given.map(valueOf)));
  if (typeof given === "object" && given !== null) return value.setStructValue(toStruct(given));
  return value.setNullValue(NullValue.NULL_VALUE);
}
