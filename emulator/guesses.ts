import { clouds } from "./clouds";
import type { GuessRow } from "./core/guess";
import { guessesAmong } from "./core/guess";

type CloudName = (typeof clouds)[number]["name"];

/** Every setting that stands for something that no document says, by cloud. */
export const guesses = Object.fromEntries(
  clouds.map(({ name, world }) => [name, guessesAmong(world.settings)]),
) as Readonly<Record<CloudName, readonly GuessRow[]>>;
