import type { Input } from "@pulumi/pulumi";
import { withTextualAccounts } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { CLOUDS, factsOf } from "../../model/clouds";
import { grouped } from "../../model/grouped";
import { PROPERTY_NAMES } from "../../model/properties";
import { shown } from "../../model/shown";
import { given } from "../given";

/** A VPC of a topology, as the program says it. */
export interface Member {
  /** Where it stands among the arguments: `hub`, `spokes.s1`. */
  path: string;
  /** Its key; none for a hub. */
  key?: string;
  said: MemberSaid;
}

/** What a program says of a VPC; whatever else it says of a spoke is of its peering. */
export interface MemberSaid {
  vpcId?: Input<string>;
  region?: Input<string>;
  accountId?: Input<string>;
  projectId?: Input<string>;
  provider?: unknown;
  routes?: unknown;
  [property: string]: unknown;
}

/** A connection that a topology consists of. */
export interface PlannedPair {
  /** By what outputs know it, and what its name ends in: `s1` of a hub, `a-b` of a mesh. */
  key: string;
  requester: Member;
  accepter: Member;
  /** The regions of its requester and accepter, as a peering would take them. */
  regions: readonly [Input<string>, Input<string>];
  /** The arguments of its peering, but for the cloud. */
  args: { requester: object; accepter: object; [property: string]: unknown };
}

/** Everything that a topology is going to declare. */
export interface Plan {
  cloud: CloudName;
  members: readonly Member[];
  pairs: readonly PlannedPair[];
  /** Where to say what is not of all connections. */
  remedy: string;
}

/** The names of what is said of a VPC, where a program says it beside other things. */
export const SIDE_NAMES = ["vpcId", "region", "accountId", "projectId", "provider", "routes"] as const;

/** What can be said of all connections of a topology. Which cloud has what of it is told by the provider. */
export const COMMON_NAMES: readonly string[] = [
  ...PROPERTY_NAMES,
  ...CLOUDS.flatMap((cloud) => Object.keys(factsOf(cloud).options)),
  ...["adopt", "waitFor", "routes", "preflight"],
];

/** The members of a record, by their keys in plain order. Refuses what is no object. `names`: what one may hold, if that is all. */
export function membersOf(
  whose: string,
  part: "spokes" | "members",
  record: object | undefined,
  names?: readonly string[],
): Member[] {
  const keys = Object.keys(record ?? {}).sort();
  const rule = { need: "now", ...(names === undefined ? {} : { names }) } as const;
  const said = given(`${whose}: ${part}`, record ?? {}, {
    objects: Object.fromEntries(keys.map((key) => [key, rule])),
  }) as Record<string, MemberSaid>;
  const members = withTextualAccounts(said, ...keys);
  return keys.map((key) => ({ path: `${part}.${key}`, key, said: members[key] ?? {} }));
}

/** What is wrong with the keys of members: each is a part of the names of resources. */
export function complaintsAboutKeys(members: readonly Member[]): string[] {
  return members
    .filter(({ key }) => key !== undefined && !GOOD_KEY.test(key))
    .map(
      ({ key }) =>
        `the key ${shown(key)} cannot be a part of a resource's name: keys have 1 to 60 letters, digits, and dots, underscores, slashes or hyphens between them. Rename it.`,
    );
}

const GOOD_KEY = /^(?!.{61})[\p{L}\p{N}]([\p{L}\p{N}._/-]*[\p{L}\p{N}])?$/u;

/** What is wrong with keys of pairs: two pairs would be one resource. */
export function complaintsAboutNames(
  name: string,
  pairs: readonly { key: string; ends: readonly Member[] }[],
): string[] {
  const byKey = grouped(pairs, ({ key }) => key);
  return [...byKey]
    .filter(([, same]) => same.length > 1)
    .map(([key, same]) => {
      const sides = same.map(({ ends }) => ends.map(({ path }) => path).join(" with "));
      return `${sides.join(", and ")}: these connections would all be named ${shown(`${name}-${key}`)}. Rename one of these keys.`;
    });
}
