import { isList, type Json, type JsonObject } from "./json";

/** Writes an object as XML: a list is one element again and again, and what is not there is left out. */
export function writeXml(root: string, fields: JsonObject): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${elements(root, fields)}`;
}

function elements(name: string, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return `<${name}>${escaped(String(value))}</${name}>`;
  if (isList(value)) return value.map((item) => elements(name, item)).join("");
  const inner = Object.entries(value).map(([field, part]) => elements(field, part));
  return `<${name}>${inner.join("")}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
