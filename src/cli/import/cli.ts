#!/usr/bin/env node
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { redacted } from "../../io/secrets";
import { CLOUDS } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { cloudModule } from "../../provider/clouds/registry";
import { SILENT } from "../../provider/lifecycle/work";
import { runCommand } from "../kit/command";
import type { Found, Place } from "../kit/search";
import { search } from "../kit/search";
import type { Arguments } from "./arguments";
import { argumentsIn } from "./arguments";
import type { Left } from "./compose";
import { compose } from "./compose";
import type { Existing } from "./declared";
import { reasonToLeave } from "./leftOut";
import { ownEnd, RoutesReader } from "./read";
import type { Surroundings } from "./surroundings";
import { surroundingsIn } from "./surroundings";
import { typescriptOf } from "./typescript";
import { yamlOf } from "./yaml";

const HELP = `vpc-peering-import --cloud NAME [--region ID]... [--vpc ID]... [--routes] [--language NAME] [--out FILE]

Writes a program that declares the connections that exist already, as they are. Its first \`pulumi up\` takes them over and
changes nothing but the mark that says whose they are, its second one nothing at all. This command itself only reads.

  --cloud NAME      the cloud: ${CLOUDS.join(", ")}
  --region ID       read this region; may be repeated (default: the one that config, environment or profile name)
  --vpc ID          declare connections of this VPC only; may be repeated
  --routes          declare the routes through them, too
  --language NAME   typescript (default), or yaml, which needs the plugin for Pulumi's YAML
  --out FILE        write the program to this file (default: standard output)
  --force           even if the file is there already
  --stack NAME      the stack that the program is for (default: the one that is selected, if any)
  --cwd FOLDER      the folder of the Pulumi project (default: this one)
  --help            this text

Keys are those of the stack's config and of the environment. The program has none in it. What it does not declare is
listed at its end, with why. Exits with 0 if it declares something, with 2 if there is nothing to declare (no program is
written then), and with 1 if not all could be read: the program's end says what.
`;

/** How many connections' routes are read at the same time. */
const AT_ONCE = 10;

const LANGUAGES = { typescript: typescriptOf, yaml: yamlOf };

async function main(): Promise<void> {
  const asked = argumentsIn(process.argv.slice(2));
  if (asked === "help") {
    process.stdout.write(HELP);
    return;
  }
  const { cloud, vpcs, out, force } = asked;
  if (out !== undefined && !force && existsSync(out)) throw alreadyThere(out);
  const around = surroundingsIn(cloud, { cwd: resolve(asked.cwd), stack: asked.stack }, say);
  const { found, searched } = await search([await placeOf(asked, around)], SILENT);
  const unread = searched.flatMap(({ region = "", failure }) =>
    failure === undefined ? [] : [`${region === "" ? cloud : region}: ${failure}`],
  );
  const isMeant = ({ peering: { requester, accepter } }: Found): boolean =>
    vpcs.length === 0 || vpcs.includes(requester.vpcId) || vpcs.includes(accepter.vpcId);
  const meant = found.filter(isMeant);
  const reader = new RoutesReader();
  const connections: Existing[] = [];
  while (connections.length < meant.length) {
    const next = meant.slice(connections.length, connections.length + AT_ONCE);
    const read = next.map((one) => existingOf(one, asked.routes ? reader : undefined, around));
    connections.push(...(await Promise.all(read)));
  }
  const { complaints } = await cloudModule(cloud);
  const missing = [...unread, ...reader.failures].map(redacted);
  const { program, left } = compose({ ...around, cloud, complaints, connections, unread: missing });
  for (const { region = "", failure } of searched) {
    if (failure === undefined) say(`Read ${cloud} ${region} with the keys of ${around.keys}.`);
  }
  const count = program.declarations.length;
  for (const sentence of missing) say(`NOT READ: ${sentence}`);
  if (meant.length > 0 || missing.length === 0) for (const line of summary(count, left, asked)) say(line);
  if (count > 0) deliver(redacted(LANGUAGES[asked.language](program)), out, force);
  process.exitCode = missing.length > 0 ? 1 : count === 0 ? 2 : 0;
}

async function placeOf({ cloud, regions }: Arguments, { settings, keys }: Surroundings): Promise<Place> {
  const module = await cloudModule(cloud);
  const implied = regions.length > 0 ? undefined : await module.region(settings);
  return { cloud, settings, keys, regions: implied === undefined ? [...new Set(regions)] : [implied] };
}

async function existingOf(
  found: Found,
  reader: RoutesReader | undefined,
  { held }: Surroundings,
): Promise<Existing> {
  const seen = { peering: found.peering, own: ownEnd(found) };
  const isLeft = reasonToLeave(seen, held) !== undefined;
  return { ...seen, routes: reader === undefined || isLeft ? {} : await reader.of(found) };
}

function summary(count: number, left: readonly Left[], { vpcs }: Arguments): string[] {
  const all = count + left.length;
  const of = vpcs.length === 0 ? "" : ` of ${vpcs.join(", ")}`;
  if (all === 0) return [`There are no connections${of} to declare.`];
  return [
    `${all} ${all === 1 ? "connection" : "connections"}${of}: ${count} declared, ${left.length} not.`,
    ...left.map(({ existing: { peering }, why }) => `  ${peering.id}: ${why}`),
  ];
}

function deliver(text: string, out: string | undefined, force: boolean): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw alreadyThere(out);
    throw error;
  }
  say(`Written to ${out}.`);
}

function alreadyThere(file: string): PeeringError {
  return new PeeringError(`${file} is there already.`, {
    kind: "invalid",
    remedy: "Name another file, or give --force to overwrite it.",
  });
}

function say(line: string): void {
  process.stderr.write(`${redacted(line)}\n`);
}

runCommand("vpc-peering-import", main);
