import type { Input, ProviderResource } from "@pulumi/pulumi";
import { accountKeyOf, accountOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { shown } from "../../model/shown";
import { isKnown } from "../../model/unknown";
import type { CloudInstance } from "../clouds/cloudInstance";
import type { Surroundings } from "../instances/surroundings";
import { orElse } from "../given";
import { surroundingsOf } from "../instances/surroundings";
import { atHand } from "./look";
import type { Member, MemberSaid } from "./plan";

/**
 * Members of a mesh as ends of connections. A member is the same VPC whichever member asks, so what it does not say comes
 * from its own provider instance or from the mesh's, never from the other end.
 */
export class MeshEnds {
  /** `instance`: whose keys members have that bring none along; none means the stack's config. */
  constructor(
    private readonly cloud: CloudName,
    private readonly instance: CloudInstance | undefined,
  ) {}

  /** Where a member is. */
  regionOf({ said: { region, provider } }: Member): Input<string> {
    return orElse(region, () => this.surroundings(provider).region());
  }

  /** What a member's side is where another asks. */
  accepter({ path, key, said }: Member, { said: { provider: asking } }: Member): MemberSaid {
    if (said.provider !== undefined) return said;
    const region = this.regionOf({ path, said, ...(key === undefined ? {} : { key }) });
    const isAskedByOthers = asking !== undefined && asking !== this.instance;
    const provider = isAskedByOthers && this.isOwn(said) ? this.instance : undefined;
    return { ...said, region, ...(provider === undefined ? {} : { provider }) };
  }

  /** What is wrong with whose keys ask, and with whose keys accept. */
  complaints(pairs: readonly (readonly [Member, Member])[]): string[] {
    const first = new Set(pairs.map(([requester]) => requester));
    const asked = new Map(
      pairs
        .filter(([requester]) => requester.said.provider !== undefined)
        .map(([requester, accepter]) => [accepter, requester]),
    );
    return [
      ...[...first].flatMap((member) => this.strangersAsking(member)),
      ...[...asked].flatMap(([accepter, requester]) => this.nobodyAccepting(accepter, requester)),
    ];
  }

  /** A member of another account cannot ask with the mesh's own keys. */
  private strangersAsking({ path, said }: Member): string[] {
    const own = this.surroundings(undefined).declaredAccount;
    const account = atHand(accountOf(said));
    const isStrange =
      ![account, own].includes(undefined) && isKnown([account, atHand(own)]) && account !== own;
    if (said.provider !== undefined || !isStrange) return [];
    return [
      `${path}.${accountKeyOf(this.cloud)} is ${shown(account)}, and this program's keys are of ${shown(own)}: it has to ask for connections, since its key sorts first. Give it a \`provider\`, or a key that sorts last.`,
    ];
  }

  /** The stack's config is no provider instance with which a member could accept what another instance asks for. */
  private nobodyAccepting({ path, said }: Member, requester: Member): string[] {
    if (said.provider !== undefined || this.instance !== undefined || accountOf(said) !== undefined)
      return [];
    return [
      `${path} has no \`provider\`, and ${requester.path}, which asks for their connection, has one: the keys of the stack's config cannot accept it. Give ${path} a provider instance; or, if its owner accepts elsewhere, its ${accountKeyOf(this.cloud)}.`,
    ];
  }

  /** Whether the mesh's own keys are those of a member. */
  private isOwn(said: MemberSaid): boolean {
    const account = accountOf(said);
    return account === undefined || account === this.surroundings(undefined).declaredAccount;
  }

  private surroundings(provider: unknown): Surroundings {
    return surroundingsOf(
      this.cloud,
      (provider as (CloudInstance & ProviderResource) | undefined) ?? this.instance,
    );
  }
}
