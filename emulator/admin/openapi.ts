import { z } from "zod";
import { inputsFor } from "../world/inputs";
import type { Clouds } from "../world/world";
import type { Endpoint } from "./endpoints";
import { adminEndpoints } from "./endpoints";

/** The admin API as OpenAPI, made from the table that it answers by. */
export function openApiOf(clouds: Clouds, version: string): object {
  const inputs = inputsFor(clouds);
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of adminEndpoints) {
    const path = `/_emulator${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, inputs) };
  }
  const info = {
    title: "Admin API of vpc-peering-emulator",
    description: "What a test does to the emulated clouds. Calls come from this machine alone, without keys.",
    version,
  };
  return { openapi: "3.1.0", info, paths };
}

function operationOf(endpoint: Endpoint, inputs: ReturnType<typeof inputsFor>): object {
  const { path, about, body, query = {} } = endpoint;
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const asked = Object.entries(query).map(([name, { about: description, needed, values }]) => ({
    name,
    in: "query",
    description,
    required: needed,
    schema: { type: "string", ...(values === undefined ? {} : { enum: values }) },
  }));
  const parameters = [...(path.includes("{id}") ? [id] : []), ...asked];
  return {
    summary: about,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: jsonOf(schemaOf(body(inputs))) } }),
    responses: { 200: { description: "Done.", content: jsonOf({}) }, default: mistake },
  };
}

const mistake = {
  description: "A mistake in the call, in one sentence.",
  content: jsonOf({
    type: "object",
    properties: { error: { type: "object", properties: { message: { type: "string" } } } },
  }),
};

function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

function jsonOf(schema: object): object {
  return { "application/json": { schema } };
}
