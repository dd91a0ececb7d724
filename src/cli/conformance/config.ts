import { readFileSync } from "node:fs";
import { z } from "zod";
import type { CloudName } from "../../model/clouds";
import { factsOf } from "../../model/clouds";
import type { Privacy } from "../../model/clouds/facts";
import { PeeringError } from "../../model/errors";
import { shown } from "../../model/shown";

const text = z.string("must be a text in quotes").trim().min(1, "must not be empty");
const vpc = z.strictObject({ vpcId: text, region: text });

/** Where keys are, never what they are: a profile, a role, or the variables of the environment that hold them. */
const account = z.looseObject({ environment: z.record(z.string(), text).default({}) });

type Account = z.output<typeof account>;

const schema = z.strictObject({
  /** Another address for all calls, such as that of an emulator. */
  endpoint: text.optional(),
  accounts: z
    .strictObject({
      /** Owns `first`, `second`, `third` and `far`. Left out, its keys are those that the environment has. */
      own: account.prefault({}),
      /** Owns `foreign`. */
      other: account.optional(),
      /** Owns neither. */
      stranger: account.optional(),
      /** Owns `sibling`: another project of the own account, where accounts have projects. */
      sibling: account.optional(),
    })
    .prefault({}),
  vpcs: z.strictObject({
    first: vpc,
    /** In the region of `first`, and so are those below, but for `far`. No address is in two of these. */
    second: vpc.optional(),
    third: vpc.optional(),
    far: vpc.optional(),
    foreign: vpc.optional(),
    sibling: vpc.optional(),
  }),
});

/** What a run may use: accounts by where their keys are, and VPCs in which nothing is that anybody needs. */
export type Config = z.output<typeof schema>;
/** Whose keys are used. */
export type AccountName = keyof Config["accounts"];
/** A VPC of the config. */
export type VpcName = keyof Config["vpcs"];

/** Who owns a VPC of the config. */
export const OWNERS: Record<VpcName, AccountName> = {
  first: "own",
  second: "own",
  third: "own",
  far: "own",
  foreign: "other",
  sibling: "sibling",
};

/** Reads a config. Whatever is wrong with it is told in one error that names the file. */
export function configIn(path: string, cloud: CloudName): Config {
  return checked(parsed(path), `Config ${path}`, cloud);
}

/** Checks a config. `source` is how an error calls it. */
export function checked(input: unknown, source: string, cloud: CloudName): Config {
  const result = schema.safeParse(input);
  const problems = result.success
    ? [...wrongAccounts(result.data, cloud), ...wrongPlaces(result.data)]
    : result.error.issues.map(({ path, message }) => `${path.join(".") || "the file"} ${message}`);
  if (result.success && problems.length === 0) return result.data;
  throw refused(`${source}: ${problems.join("; ")}.`);
}

function wrongAccounts({ accounts, vpcs }: Config, cloud: CloudName): string[] {
  const settings: Readonly<Record<string, Privacy>> = factsOf(cloud).settings;
  const given: [string, Account | undefined][] = Object.entries(accounts);
  const wrong = given.flatMap(([name, { environment = {}, ...others } = {}]) => [
    ...Object.keys(others).flatMap((setting) => {
      if (settings[setting] === "open" && setting !== "endpoint") return [];
      const where = `accounts.${name}.${setting}`;
      if (settings[setting] === undefined || setting === "endpoint")
        return [`${where} is no setting of this cloud's accounts`];
      return [
        `${where} must not be in a file: name the variable that holds it, {"environment": {"${setting}": "A_VARIABLE"}}`,
      ];
    }),
    ...Object.entries(environment).flatMap(([setting, variable]) => {
      const where = `accounts.${name}.environment.${setting}`;
      if (settings[setting] === undefined) return [`${where} is no setting of this cloud`];
      return process.env[variable] ? [] : [`${where}: the variable ${variable} is not set`];
    }),
  ]);
  const ownerless = (Object.keys(vpcs) as VpcName[])
    .filter((name) => accounts[OWNERS[name]] === undefined)
    .map((name) => `vpcs.${name} needs accounts.${OWNERS[name]}, which owns it`);
  return [...wrong, ...ownerless];
}

function wrongPlaces({ vpcs }: Config): string[] {
  const { region } = vpcs.first;
  const ids = Object.values(vpcs).flatMap((one) => (one === undefined ? [] : [one.vpcId]));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  const elsewhere = (Object.keys(vpcs) as VpcName[]).filter(
    (name) => (vpcs[name]?.region === region) === (name === "far"),
  );
  return [
    ...(twice === undefined ? [] : [`vpcs names ${shown(twice)} twice`]),
    ...elsewhere.map((name) =>
      name === "far"
        ? `vpcs.far must be in another region than vpcs.first (${region})`
        : `vpcs.${name} must be in the region of vpcs.first (${region})`,
    ),
  ].filter((sentence) => !sentence.startsWith("vpcs.first"));
}

function parsed(path: string): unknown {
  try {
    // The mark with which tools of Windows begin a text is no part of it.
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw refused(`Config ${path} does not exist.`);
    throw refused(`Config ${path} cannot be read: ${(code ?? message).replaceAll(/\s+/g, " ")}.`);
  }
}

function refused(sentence: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy: "docs/conformance.md has an example." });
}
