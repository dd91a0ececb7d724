import { inputs, outputs } from "../../../support/samples";

/** What the state holds of a finished connection, and the inputs that made it. */
export const [olds, news] = [outputs, inputs];

/** Leaves the comparison of what is shown to the engine, which an answer with `changes` would hide. */
export const inPlace = { replaces: [], deleteBeforeReplace: true };
/** The answer that replaces, with the paths that call for it. */
export const replacing = (...paths: string[]) => ({ replaces: paths, deleteBeforeReplace: true });
export const unchanged = { changes: false };
