import { waitUntil } from "../../../io/wait";
import { isPeeringError } from "../../../model/errors";
import type { Owner, Peering, Side } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import { GOING, SETTLED } from "../../../model/status";
import type { EndName } from "../../../model/ends";
import { allOf } from "../../../provider/clouds/kit/pages";
import { verbOf } from "../../../provider/clouds/verbs";
import type { AccountName } from "../config";
import { markOf, NAME } from "../mark";
import { Unclear } from "../unclear";
import type { Account } from "./keys";

/** A VPC of the config, and who owns it. */
export interface End extends Side {
  owner: AccountName;
}

/** A connection that was made. */
export interface Made {
  id: string;
  requester: End;
  accepter: End;
  owner: Owner;
}

/** Connections that a run makes, and removes. Each bears the run's mark. */
export class Connections {
  private readonly made = new Map<string, Made>();
  private readonly marks = new Map<string, Owner>();

  constructor(
    private readonly run: string,
    private readonly accountOf: (name: AccountName) => Account,
  ) {}

  /** Makes a connection, and waits until it needs no more than the other account's answer. */
  async make(requester: End, accepter: End, bandwidth?: number): Promise<Made> {
    const { cloud, context } = this.accountOf(requester.owner);
    const owner = this.nextMark();
    const sides = { requester: sideOf(requester), accepter: sideOf(accepter) };
    const spec = { ...sides, owner, name: NAME, ...(bandwidth === undefined ? {} : { bandwidth }) };
    const id = await cloud.create({ spec, seed: { marker: owner.marker, attempt: 1 } }, context());
    const made = this.note({ id, requester, accepter, owner });
    await this.until(made, ["active", "pending"]);
    return made;
  }

  /** A mark that nothing bears yet. */
  nextMark(): Owner {
    const owner = markOf(this.run, String(this.marks.size + 1));
    this.marks.set(owner.marker, owner);
    return owner;
  }

  /** Remembers a connection that a call has made, to be removed. */
  note(made: Made): Made {
    this.made.set(made.id, made);
    return made;
  }

  async accept(made: Made): Promise<void> {
    await this.decide(made, "accept");
    await this.until(made, ["active"]);
  }

  async reject(made: Made): Promise<void> {
    await this.decide(made, "reject");
    await this.until(made, ["rejected"]);
  }

  /** As an end's owner sees it; nothing if it is gone. */
  async look(made: Made, as: EndName = "requester"): Promise<Peering | undefined> {
    const { owner, region } = made[as];
    const { cloud, context } = this.accountOf(owner);
    return await cloud.get({ id: made.id, region }, context());
  }

  /** Waits until it is settled, and fails unless it is as is wanted. */
  async until(made: Made, wanted: readonly PeeringStatus[]): Promise<void> {
    const status = await this.awaitStatus(made, (now) => now !== undefined && SETTLED.has(now));
    if (status === undefined || !wanted.includes(status))
      throw new Unclear(`connection ${made.id} is ${status ?? "gone"}, and not ${wanted.join(" or ")}`);
  }

  /** Removes a connection, and waits until it is gone or known to be deleted. */
  async remove(made: Made): Promise<void> {
    const { cloud, context } = this.accountOf(made.requester.owner);
    const { id, owner } = made;
    const isStill = (now: PeeringStatus | undefined): boolean =>
      now === undefined || SETTLED.has(now) || GOING.has(now);
    const status = await this.awaitStatus(made, isStill);
    if (status !== undefined && !GOING.has(status)) {
      const seed = { marker: owner.marker, attempt: 1 };
      const request = { id, region: made.requester.region, force: true, seed };
      try {
        await cloud.delete(request, context());
      } catch (error) {
        if (!isPeeringError(error, "gone")) throw error;
      }
    }
    await this.awaitStatus(made, (status) => status === undefined || status === "deleted");
    this.made.delete(id);
  }

  /** Removes all that were made since. */
  async removeAll(but?: Made): Promise<void> {
    for (const made of [...this.made.values()].reverse()) if (made !== but) await this.remove(made);
  }

  /** Finds what was made by a call that got no answer: by its mark, in the region of an end and with the keys of its owner. */
  async recall(end: End): Promise<void> {
    const { cloud, context } = this.accountOf(end.owner);
    const rows = await allOf(verbOf(cloud, "list")({ region: end.region }, context()));
    for (const { id, owner, status } of rows) {
      const mark = this.marks.get(owner?.marker ?? "");
      if (mark !== undefined && !this.made.has(id) && !GOING.has(status))
        this.note({ id, requester: end, accepter: end, owner: mark });
    }
  }

  private async decide({ id, accepter, owner }: Made, verb: "accept" | "reject"): Promise<void> {
    const { cloud, context } = this.accountOf(accepter.owner);
    const seed = { marker: owner.marker, attempt: 1 };
    await cloud[verb]?.({ id, region: accepter.region, seed }, context());
  }

  private async awaitStatus(
    made: Made,
    until: (status: PeeringStatus | undefined) => boolean,
  ): Promise<PeeringStatus | undefined> {
    const { context } = this.accountOf(made.requester.owner);
    const { clock, deadline } = context();
    const waited = await waitUntil({
      clock,
      deadline,
      observe: async () => (await this.look(made))?.status,
      until,
      word: (status) => status ?? "gone",
      report: () => undefined,
    });
    if ("reached" in waited) return waited.reached;
    throw new Unclear(`connection ${made.id} did not settle: ${waited.timedOut}`);
  }
}

function sideOf({ vpcId, region, account }: End): Side {
  return { vpcId, region, account };
}
