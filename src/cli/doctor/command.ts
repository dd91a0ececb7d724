import { resolve } from "node:path";
import type { Reporter } from "../../../commandLine/progress";
import { withProgress } from "../../../commandLine/progress";
import { NOWHERE } from "../../../commandLine/shell";
import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { commandOf } from "../kit/command";
import { keyRings } from "../kit/keyRings";
import type { StackFacts, Which } from "../kit/pulumi";
import { factsOf } from "../kit/pulumi";
import type { One } from "./arguments";
import { argumentsIn, OPTIONS } from "./arguments";
import { declaredIn } from "./declared";
import { exitCodeOf, judged } from "./judge/judge";
import type { Network } from "./judge/known";
import { lookAt } from "./look/look";
import { jsonOf } from "./report/json";
import { terminalOf } from "./report/terminal";
import { textOf } from "./report/text";

const NAME = "vpc-peering-doctor";

/** `vpc-peering-doctor`: whether packets get through, and what is in their way. */
export const doctor = commandOf({
  usage: {
    name: NAME,
    ways: [
      `${NAME} [--stack NAME] [--cwd FOLDER] [--json]`,
      `${NAME} --cloud NAME --region ID --connection ID [--json]`,
    ],
    about: `Looks at every connection of a stack, and says whether packets get through, what is in their way, and what mends it.
It only reads.`,
    options: OPTIONS,
    notes: `Keys are those of the provider instances in the stack's state, of its config, and of the environment; where there is no
stack, of the environment alone. Exits with 0 if all is well, with 2 if there are findings, and with 1 if there are none but
something could not be looked at.`,
  },
  async main(asked, { env, stdout, stderr }) {
    const { cwd, stack, one, json } = argumentsIn(asked);
    const which = { cwd: resolve(cwd), stack };
    const { of, network } = await withProgress(NAME, json ? NOWHERE : stderr, (progress) =>
      one === undefined ? ofStack(which, progress) : ofOne(one, which, progress),
    );
    const verdict = judged(network);
    const report = json
      ? jsonOf(verdict, one === undefined ? of : undefined)
      : textOf(verdict, of, terminalOf(stdout, env));
    stdout.write(redacted(report));
    return exitCodeOf(verdict);
  },
});

/** What was looked at, in words, and what was seen. */
interface Seen {
  of: string;
  network: Network;
}

async function ofStack(which: Which, progress: Reporter): Promise<Seen> {
  const facts = await factsOf(which, progress);
  const declared = declaredIn(facts.resources);
  const clouds = new Set(declared.map(({ cloud }) => cloud));
  const rings = new Map([...clouds].map((cloud) => [cloud, keyRings(facts, cloud)]));
  const of = `${facts.organization}/${facts.project}/${facts.name}`;
  return { of, network: await lookAt(declared, rings, undefined, progress) };
}

async function ofOne({ cloud, region, id }: One, which: Which, progress: Reporter): Promise<Seen> {
  const declared = {
    name: id,
    cloud,
    id,
    role: "none",
    isAccepted: false,
    requester: { region, isManaged: false },
    accepter: { isManaged: false },
  } as const;
  const rings = new Map([[cloud, keyRings(await stackIfAny(which, progress), cloud)]]);
  return { of: cloud, network: await lookAt([declared], rings, undefined, progress) };
}

/** The stack whose keys may be used; where there is none, the environment has to have some. */
async function stackIfAny(
  which: Which,
  progress: Reporter,
): Promise<Pick<StackFacts, "resources" | "config">> {
  try {
    return await factsOf(which, progress);
  } catch (error) {
    if (isPeeringError(error) && which.stack === undefined) return { resources: [], config: {} };
    throw error;
  }
}
