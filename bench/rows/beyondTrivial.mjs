import { timed, UP, withBoth } from "../lab.mjs";
import { measure } from "./row.mjs";

/** Up of both: the seconds between them, and one as a multiple of the other. @param {import("./row.mjs").CloudName} cloud @param {import("../lab.mjs").Setting} setting @param {{s: number, times: number}} budget */
export const beyondTrivial = (cloud, setting, { s, times }) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    return [
      measure("beyond trivial", own.seconds - least.seconds, s, "s"),
      measure("times trivial", own.seconds / least.seconds, times, "×"),
    ];
  });
