import { timed, UP, withBoth } from "../lab.mjs";
import { atMost, told } from "./row.mjs";

/** What is measured by a run of `beyondTrivial`. @param {{s: number, times?: number}} budgets */
export const measuresBeyond = ({ s, times }) => ({
  "beyond trivial": atMost(s, "s"),
  "times trivial": atMost(times, "×"),
  calls: told(""),
});

/** Up of both: the seconds between them, and one as a multiple of the other. @param {import("./row.mjs").CloudName} cloud @param {import("../lab.mjs").Setting} setting */
export const beyondTrivial = (cloud, setting) =>
  withBoth(cloud, setting, async ({ mine, base }) => {
    const least = await timed(base, ...UP);
    const own = await timed(mine, ...UP);
    return {
      "beyond trivial": own.seconds - least.seconds,
      "times trivial": own.seconds / least.seconds,
      calls: own.requests.length,
    };
  });
