import { z } from "zod";
import { ACCOUNT_KEYS, accountKeyOf } from "../../../model/account";
import { canonical, hasHostBits } from "../../../model/cidr";
import type { CloudName, FactsByCloud } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import { DURATION_RULE, isDuration } from "../../../model/duration";
import type { PropertyOf } from "../../../model/properties";
import { PROPERTY_NAMES } from "../../../model/properties";
import type { Complaints } from "../cloud";
import type { CrossFieldRule } from "./crossFieldRules";
import type { Members, RawInputs } from "./schema";
import { complaintsOf, listOf, objectOf, oneOf, text, truth, value } from "./schema";

/** What a program may say of a connection on one cloud, of which nothing may be forgotten. */
export interface Grammar<C extends CloudName> {
  vpcId: z.ZodType;
  region: z.ZodType;
  /** The owner of a VPC. */
  account: z.ZodType;
  connectionId: z.ZodType;
  /** A route table's id. Left out where this package writes no routes. */
  table?: z.ZodType;
  /** Its properties and options. */
  own: Record<PropertyOf<FactsByCloud[C]> | keyof FactsByCloud[C]["options"], z.ZodType>;
  /** What is to be seen only from several inputs. */
  rules: readonly CrossFieldRule[];
  /** The same of what an accepter says of tags. */
  labelRules?: readonly CrossFieldRule[];
}

/** What is wrong with what a program says on one cloud, all at once; what is not known yet passes. */
export function complaintsBy<C extends CloudName>(cloud: C, grammar: Grammar<C>): Complaints {
  const connection = connectionSchema(cloud, grammar);
  const acceptance = acceptanceSchema(cloud, grammar);
  const { region, connectionId, rules, labelRules = [] } = grammar;
  const existing = objectOf(
    { ...ANYWHERE, id: connectionId, requester: objectOf({ region }, PLACE) },
    "an object",
  );
  const routes = routesSchema(cloud, grammar);
  const identity = objectOf({ cloud: text, where: region.optional() }, "an object");
  const told = (all: readonly CrossFieldRule[], inputs: RawInputs): string[] =>
    all.flatMap((rule) => rule(inputs) ?? []);
  return {
    connection: (inputs) => [...complaintsOf(connection, inputs), ...told(rules, inputs)],
    acceptance: (inputs) => {
      const { rest, told: others } = withoutOthersProperties(cloud, inputs);
      return [...others, ...complaintsOf(acceptance, rest), ...told(labelRules, inputs)];
    },
    existing: (inputs) => complaintsOf(existing, inputs),
    identity: (inputs) => complaintsOf(identity, inputs),
    routes: (inputs) =>
      routes === undefined
        ? [`routes: this package writes none on ${factsOf(cloud).title}. Leave them out.`]
        : complaintsOf(routes, inputs),
  };
}

const PLACE = "an object with a region";
const END = "an object with vpcId and region";

/** What `VpcPeering.get` brings along. */
const ANYWHERE: Members = { cloud: text, accepter: objectOf({}, "left to the cloud").optional() };

const ADOPT = value(
  (given) => typeof given === "boolean" || (typeof given === "string" && given !== ""),
  "true, false, or the id of the connection to take over",
);

/** The address blocks that one preflight tells another. */
const BLOCKS = value((given) => Array.isArray(given), "a list of address blocks");

/** What routes need to know of a connection. */
const ROUTED = objectOf({ ipv6: truth.optional() }, "an object");

function connectionSchema<C extends CloudName>(
  cloud: C,
  { vpcId, region, account, own }: Grammar<C>,
): z.ZodType {
  const end = objectOf({ vpcId, region, [accountKeyOf(cloud)]: account.optional() }, END);
  const treatment = { waitFor: oneOf("active", "pending"), adopt: ADOPT, preflight: truth };
  const optional = Object.entries<z.ZodType>({ ...own, ...treatment, __blocks: BLOCKS, __routed: ROUTED });
  return objectOf(
    {
      cloud: text,
      requester: end,
      accepter: end,
      ...Object.fromEntries(optional.map(([name, schema]) => [name, schema.optional()])),
    },
    "an object",
  );
}

function acceptanceSchema<C extends CloudName>(cloud: C, grammar: Grammar<C>): z.ZodType {
  const { vpcId, region, account, connectionId, own } = grammar;
  const owner = { [accountKeyOf(cloud)]: account.optional() };
  const { accepterLabels } = factsOf(cloud);
  const labels = Object.entries<z.ZodType>(own).filter(([name]) =>
    (accepterLabels as readonly string[]).includes(name),
  );
  // Either word for an account has always been taken here.
  const anybody = Object.fromEntries(ACCOUNT_KEYS.map((key) => [key, account.optional()]));
  const members = {
    connectionId,
    requester: objectOf({ vpcId }, "an object with vpcId"),
    expect: objectOf(
      { ...anybody, vpcId: vpcId.optional(), region: region.optional() },
      "an object that says who may ask",
    ),
    decision: oneOf("accept", "reject"),
    onDelete: oneOf("keep", "delete", "reject"),
    pendingTimeout: value(isDuration, DURATION_RULE),
    preflight: truth,
    __blocks: BLOCKS,
    __routed: ROUTED,
    ...Object.fromEntries(labels),
  };
  return objectOf(
    {
      cloud: text,
      accepter: objectOf({ vpcId: vpcId.optional(), region, ...owner }, END),
      ...Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, schema.optional()])),
    },
    "an object",
  );
}

const BLOCK = value(
  (given) => typeof given === "string" && canonical(given) !== undefined && !hasHostBits(given),
  'an address block without host bits, such as "10.2.0.0/16"',
);

/** The routes of one end; nothing where this package writes none. */
function routesSchema<C extends CloudName>(
  cloud: C,
  { vpcId, region, account, connectionId, table }: Grammar<C>,
): z.ZodType | undefined {
  if (table === undefined) return undefined;
  const owner = { [accountKeyOf(cloud)]: account.optional() };
  const members = {
    destinations: listOf(BLOCK, "a list of address blocks"),
    exclude: listOf(BLOCK, "a list of address blocks"),
    ipv6: truth,
    preflight: truth,
    __blocks: listOf(text, "a list of address blocks"),
    __own: listOf(text, "a list of address blocks"),
    __unseen: truth,
    __accepted: truth,
    __named: truth,
  };
  const tables = z.union([
    oneOf("all", "main"),
    listOf(table, '"all", "main", or a list of route tables\' ids'),
  ]);
  return objectOf(
    {
      cloud: text,
      connectionId,
      end: oneOf("requester", "accepter"),
      vpcId,
      region,
      ...owner,
      peer: objectOf(
        { vpcId: vpcId.optional(), region: region.optional(), ...owner },
        "an object with vpcId",
      ),
      tables,
      ...Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, schema.optional()])),
    },
    "an object",
  );
}

/** What can be said of a connection, but not by its accepter. */
function withoutOthersProperties(cloud: CloudName, inputs: RawInputs): { rest: RawInputs; told: string[] } {
  const { accepterLabels } = factsOf(cloud);
  const isOthers = (name: string): boolean =>
    (PROPERTY_NAMES as string[]).includes(name) && !(accepterLabels as readonly string[]).includes(name);
  const entries = Object.entries(inputs);
  return {
    rest: Object.fromEntries(entries.filter(([name]) => !isOthers(name))),
    told: entries
      .filter(([name, given]) => isOthers(name) && given !== undefined)
      .map(([name]) => `${name}: on this cloud an accepter cannot set it. Remove it.`),
  };
}
