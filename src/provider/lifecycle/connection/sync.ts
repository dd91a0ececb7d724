import { defined } from "../../../model/defined";
import type { Difference } from "../../../model/difference";
import { changeable, difference } from "../../../model/difference";
import type { Owner, Peering } from "../../../model/peering";
import type { Properties } from "../../../model/properties";
import type { Ref } from "../../clouds/cloud";
import { verbOf } from "../../clouds/verbs";
import type { Declared } from "../steps/sync";
import { sync } from "../steps/sync";
import type { Work } from "../work";
import { markFor } from "./marks";
import { connectionAt } from "./subject";

/** What a connection should be like, and from which side it is spoken to. */
export interface Target {
  ref: Ref;
  properties: Properties;
  /** Whose mark it should bear; nothing if that is for others to say. */
  owner?: Owner | undefined;
}

/** Changes a connection in place, as far as its cloud can, until it is as declared. */
export async function syncConnection(seen: Peering, target: Target, work: Work): Promise<Peering> {
  return await sync(connectionAt(target.ref, work), seen, declaredFor(target, work), work);
}

function declaredFor(
  { ref, properties, owner }: Target,
  { cloud, context }: Work,
): Declared<Peering, Difference> {
  const declared = changeable(properties, cloud.name);
  const marker = owner?.marker ?? ref.id;
  return {
    difference: (seen) =>
      difference(
        { ...declared, ...defined({ owner: markFor(owner, seen, cloud.name, declared.name) }) },
        seen,
      ),
    words: wordsOf,
    sides: ({ requester, accepter }) => [requester, accepter],
    apply: (change, attempt) =>
      verbOf(cloud, "update")({ ...ref, difference: change, seed: { marker, attempt } }, context),
    // Failing would keep the acceptance from being given, without which the change stays impossible.
    putOff: ({ status }, left) =>
      status === "pending"
        ? `${wordsOf(left)} can only be changed once the connection is accepted. The next \`pulumi up\` after that does it.`
        : undefined,
  };
}

function wordsOf(change: Difference): string {
  return [...Object.keys(change.set), ...tagWord(change), ...markWord(change)].join(", ");
}

function tagWord({ setTags, dropTags }: Difference): string[] {
  return Object.keys(setTags).length + dropTags.length === 0 ? [] : ["tags"];
}

function markWord({ owner }: Pick<Difference, "owner">): string[] {
  return owner === undefined ? [] : ["the owner's mark"];
}
