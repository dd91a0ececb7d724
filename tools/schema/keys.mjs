import { CLOUDS, factsOf, typeName } from "./clouds.mjs";
import { types } from "./words.mjs";

/** The block of a cloud in a provider instance. @param {typeof CLOUDS[number]} name */
function block(name) {
  const { title, settings } = factsOf(name);
  const members = types.membersOf(`src/program/clouds/${name}.ts`, `${typeName(name)}ProviderArgs`, {
    whose: typeName(name),
  });
  for (const [setting, privacy] of Object.entries(settings)) {
    if (privacy !== "open") members.properties[setting] = { ...members.properties[setting], secret: true };
  }
  return {
    ...types.object(typeName(name), members, `Keys for ${title}.`),
    description: `Keys for ${title}.`,
  };
}

/** The settings of a provider instance. */
export const blocks = {
  ...Object.fromEntries(CLOUDS.map((name) => [name, block(name)])),
  requestTimeoutMs: {
    type: "integer",
    description:
      "How long one attempt of a call may take, in milliseconds. Default: 10000 if it reads, 30000 if it changes something.",
  },
};
