/** A state as `pulumi stack export` prints it. */
interface Exported {
  deployment: { resources: { urn: string; type: string; id?: string; outputs?: object }[] };
}

/** What is another thing in every run, by its key. All else of a state is compared as it stands. */
const ACCIDENTAL: ReadonlySet<string> = new Set(["manifest", "salt", "ciphertext", "created", "modified"]);

/** The resources whose ids the engine or a cloud makes up. */
const NAMED_AT_RANDOM = /^pulumi:providers:|:Connection$/;

/** What belongs to this machine and this run: a port of the emulator, the folder that packages are in. */
const ACCIDENTAL_TEXT: readonly (readonly [RegExp, string])[] = [
  [/http:\/\/127\.0\.0\.1:\d+/g, "http://127.0.0.1:0"],
  [/project:\/\/\/[^"#]*node_modules\//g, "project:///node_modules/"],
];

/** A state in which components store nothing of their own: what they show is stored with their resources. */
export function withBareComponents(exported: string): string {
  const state = JSON.parse(exported) as Exported;
  for (const resource of state.deployment.resources)
    if (/^vpc-peering:index:/.test(resource.type)) delete resource.outputs;
  return JSON.stringify(state);
}

/** A state without what belongs to the machine that wrote it: what can be kept as a file. */
export function withoutMachine(exported: string): string {
  return ACCIDENTAL_TEXT.reduce((text, [found, instead]) => text.replace(found, instead), exported);
}

/**
 * A state with names in place of ids, times, salts and ciphertexts. The engine makes what does not depend on each
 * other in any order, so resources stand in the order of their URNs; the keys of each stay in the order they had.
 */
export function normalised(exported: string): string {
  const state = JSON.parse(withoutMachine(exported)) as Exported;
  state.deployment.resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const text = JSON.stringify(state, (key, value: unknown) => (ACCIDENTAL.has(key) ? `<${key}>` : value), 2);
  return state.deployment.resources
    .filter(({ type }) => NAMED_AT_RANDOM.test(type))
    .reduce(
      (rest, { urn, id }) => (id === undefined ? rest : rest.replaceAll(id, `<id of ${nameIn(urn)}>`)),
      text,
    );
}

function nameIn(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
