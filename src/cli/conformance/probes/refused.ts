import type { ErrorKind } from "../../../model/errors";
import type { RawRefusal } from "../../../provider/clouds/raw";
import type { Makes, Need, Probe } from "../probe";
import type { Ask } from "../stage/asking";
import type { Stage } from "../stage/stage";

/** A call that has to be refused, where nobody says with which words. */
export interface Refused {
  name: string;
  /** The setting that holds the words. */
  setting: string;
  unknown: string;
  does: string;
  makes?: Makes;
  needs?: readonly Need[];
  /** Kinds of refusal that speak of what was asked, although they mostly speak of keys or the hour. */
  telling?: readonly ErrorKind[];
  ask: (stage: Stage) => Ask | Promise<Ask>;
  /** What of the refusal is the answer. Default: its code. */
  words?: (refusal: RawRefusal) => unknown;
}

/** The probe of such a call: what it is refused with is the answer. */
export function refused(question: Refused): Probe {
  const { name, setting, unknown, does, makes = "refusals", needs = [], telling, ask } = question;
  const { words = ({ code }: RawRefusal) => code } = question;
  return {
    name,
    asks: [setting],
    unknown,
    does,
    makes,
    needs,
    async run(stage, tell) {
      tell({ [setting]: words(await stage.asking.refusal(await ask(stage), telling)) });
    },
  };
}
