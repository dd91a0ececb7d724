import { accepterMembers } from "./ends.mjs";
import { merged } from "./types.mjs";
import { CLOUDS, factsOf, typeName } from "./clouds.mjs";
import { types } from "./words.mjs";

/** @typedef {import("./types.mjs").Members} Members */
/** @typedef {import("./types.mjs").Spec} Spec */

/** What can be said on any of the clouds; what one of them lacks, a preview refuses. @type {Members} */
const peering = (() => {
  const perCloud = CLOUDS.map((name) => ({
    title: factsOf(name).title,
    ...types.membersOf(`src/program/clouds/${name}.ts`, `${typeName(name)}PeeringArgs`, {
      without: ["cloud", "requester", "accepter"],
    }),
  }));
  const names = [...new Set(perCloud.flatMap(({ properties }) => Object.keys(properties)))];
  /** @type {Record<string, Spec>} */
  const properties = {};
  for (const name of names) {
    const having = perCloud.filter(({ properties: own }) => name in own);
    const said = [...new Set(having.map(({ properties: own }) => own[name]?.["description"]))];
    const texts = having.map(({ title, properties: own }) => `${title}: ${own[name]?.["description"]}`);
    const isEverywhere = having.length === CLOUDS.length && said.length === 1;
    properties[name] = {
      ...having[0]?.properties[name],
      description: isEverywhere ? said[0] : texts.join(" "),
    };
  }
  return { properties, required: [] };
})();

export const { properties } = peering;

export const spoke = types.object(
  "Spoke",
  merged([
    accepterMembers,
    { properties, required: [] },
    { properties: { routes: accepterMembers.properties["routes"] ?? {} }, required: [] },
  ]),
  "A spoke: what an accepter's side is made of, and any property of a peering, which goes before what is said of all.",
);
