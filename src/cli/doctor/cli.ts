#!/usr/bin/env node
import { resolve } from "node:path";
import { redacted } from "../../io/secrets";
import { CLOUDS } from "../../model/clouds";
import { isPeeringError } from "../../model/errors";
import { runCommand } from "../kit/command";
import { keyRings } from "../kit/keyRings";
import { factsOf } from "../kit/pulumi";
import type { One } from "./arguments";
import { argumentsIn } from "./arguments";
import { declaredIn } from "./declared";
import { exitCodeOf, judged } from "./judge/judge";
import type { Network } from "./judge/known";
import { lookAt } from "./look/look";
import { jsonOf } from "./report/json";
import { terminalOf } from "./report/terminal";
import { textOf } from "./report/text";

const HELP = `vpc-peering-doctor [--stack NAME] [--cwd FOLDER] [--json]
vpc-peering-doctor --cloud NAME --region ID --connection ID [--json]

Looks at every connection of a stack, and says whether packets get through, what is in their way, and what mends it.
It only reads.

  --stack NAME     the stack (default: the one that is selected)
  --cwd FOLDER     the folder of the Pulumi project (default: this one)
  --cloud NAME     look at one connection instead, in whosever stack it is: its cloud, ${CLOUDS.join(", ")}
  --region ID      its region, on either side
  --connection ID  its id
  --json           answer JSON
  --help           this text

Keys are those of the provider instances in the stack's state, of its config, and of the environment; where there is no
stack, of the environment alone. Exits with 0 if all is well, with 2 if there are findings, and with 1 if there are none but
something could not be looked at.
`;

async function main(): Promise<void> {
  const { cwd, stack, one, json, help } = argumentsIn(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const which = { cwd: resolve(cwd), stack };
  const { of, network } = one === undefined ? await ofStack(which) : await ofOne(one, which);
  const verdict = judged(network);
  const { stdout, env } = process;
  const report = json
    ? jsonOf(verdict, one === undefined ? of : undefined)
    : textOf(verdict, of, terminalOf(stdout, env));
  stdout.write(redacted(report));
  process.exitCode = exitCodeOf(verdict);
}

/** A stack, and where it is. */
type Which = Parameters<typeof factsOf>[0];

async function ofStack(which: Which): Promise<{ of: string; network: Network }> {
  const facts = factsOf(which);
  const declared = declaredIn(facts.resources);
  const clouds = new Set(declared.map(({ cloud }) => cloud));
  const rings = new Map([...clouds].map((cloud) => [cloud, keyRings(facts, cloud)]));
  const of = `${facts.organization}/${facts.project}/${facts.name}`;
  return { of, network: await lookAt(declared, rings) };
}

async function ofOne({ cloud, region, id }: One, which: Which): Promise<{ of: string; network: Network }> {
  const declared = {
    name: id,
    cloud,
    id,
    role: "none",
    isAccepted: false,
    requester: { region, isManaged: false },
    accepter: { isManaged: false },
  } as const;
  const rings = new Map([[cloud, keyRings(stackIfAny(which), cloud)]]);
  return { of: cloud, network: await lookAt([declared], rings) };
}

/** The stack whose keys may be used; where there is none, the environment has to have some. */
function stackIfAny(which: Which): Parameters<typeof keyRings>[0] {
  try {
    return factsOf(which);
  } catch (error) {
    if (isPeeringError(error) && which.stack === undefined) return { resources: [], config: {} };
    throw error;
  }
}

runCommand("vpc-peering-doctor", main);
