import { PeeringError } from "../../model/errors";
import { nameInUrn } from "../../model/owner";
import type { OwnerInputs } from "../../model/owner";
import type { ResourceKind } from "../../model/resourceKinds";
import type { Settings } from "../clouds/cloud";
import type { Caller, Checked, DiffAnswer } from "../lifecycle/resource";
import type { AnyResource } from "../lifecycle/resources";
import { assertKnown, assertShape } from "../lifecycle/shape";
import { assertReadable, whoseAre } from "../lifecycle/stateVersion";
import type { Timeouts } from "../lifecycle/timeouts";
import { Announcer, onRow } from "./row";
import { sharedSession } from "./sessions";

/** Values by name. */
export type Props = Record<string, unknown>;

/** What the engine says of one resource, whichever door it says it through. */
export interface EngineRequest {
  values: Props;
  /** The row on which the engine shows the resource. */
  urn: string | undefined;
  owner: OwnerInputs | undefined;
  timeouts: Timeouts;
}

/** What the engine is told of a comparison, after warnings and notes went to the resource's row. */
export type Compared = Omit<DiffAnswer, "warning" | "note">;

/**
 * What happens when the engine calls, between its doors and the lifecycle of one kind of resource: values are looked at
 * before anything relies on them, what there is to say goes to the resource's row, and it is remembered whose what is.
 */
export class EngineCalls {
  private session;
  private readonly announcer = new Announcer();

  constructor(
    private readonly kind: ResourceKind,
    private readonly resource: AnyResource,
    private readonly sessionFor = sharedSession,
  ) {
    this.session = sessionFor(() => undefined);
  }

  configure(settings: Settings): void {
    this.session = this.sessionFor(settings);
  }

  async check(request: EngineRequest, before: Props | undefined): Promise<Checked<object>> {
    if (before !== undefined) assertShape(before, this.resource.shapes.inputs, "state");
    const checked = await this.called(request, (caller) =>
      this.resource.check(request.values, caller, before),
    );
    this.say(request, "warning", checked.warnings);
    this.say(request, "note", checked.notes);
    return checked;
  }

  diff(id: string, before: Props, request: EngineRequest): Compared {
    this.assertState(before);
    this.assertSound(request.values);
    const { warning, note, ...compared } = this.resource.diff(id, before, request.values, request.owner);
    const isReplaced = (compared.replaces ?? []).length > 0;
    this.session.holders.compare({ kind: this.kind, id }, request.owner, { isReplaced });
    this.say(request, "warning", [warning]);
    this.say(request, "note", [note]);
    return compared;
  }

  async create(request: EngineRequest): Promise<{ id: string; outs: object }> {
    this.assertComplete(request.values);
    const made = await this.called(request, (caller) => this.resource.create(request.values, caller));
    this.session.holders.make({ kind: this.kind, id: made.id }, request.owner);
    return made;
  }

  async update(id: string, before: Props, request: EngineRequest): Promise<object> {
    this.assertState(before);
    this.assertComplete(request.values);
    return await this.called(request, (caller) => this.resource.update(id, before, request.values, caller));
  }

  async read(id: string, request: EngineRequest): Promise<{ props: object; inputs?: object } | undefined> {
    this.assertState(request.values);
    return await this.called(request, (caller) => this.resource.read(id, request.values, caller));
  }

  /** What exists and no state has yet, by the text that a user gives for its id. */
  async found(text: string, request: EngineRequest): Promise<{ id: string; props: object; inputs: object }> {
    const { kind, resource } = this;
    return await this.called(request, async (caller) => {
      if (resource.found !== undefined) return await resource.found(text, caller);
      throw new PeeringError(`${kind} is a question and nothing that exists: there is nothing to import.`, {
        kind: "unsupported",
        remedy: "Declare it.",
      });
    });
  }

  async delete(id: string, request: EngineRequest): Promise<void> {
    this.assertState(request.values);
    const { kind, resource } = this;
    const why = this.whyLeft(id, request);
    await this.called(request, async (caller) => {
      if (why === undefined) {
        await resource.delete(id, request.values, caller);
        this.session.holders.end({ kind, id });
      } else caller.row.warn(`${kind} ${id} is left as it is: ${why}.`);
    });
  }

  /** Why a delete leaves its thing as it is, since a resource of this run has it now; nothing if none has. */
  private whyLeft(id: string, { owner }: EngineRequest): string | undefined {
    const held = { kind: this.kind, id };
    const { holders } = this.session;
    const taker = holders.otherThan(held, owner);
    if (taker !== undefined) return `${nameInUrn(taker)} has taken it over`;
    if (!holders.isRemade(held)) return undefined;
    return "what was made in its place, before it was deleted, is the very same. Leave out `deleteBeforeReplace: false` to have it made anew";
  }

  private async called<T>(
    { urn, owner, timeouts }: EngineRequest,
    operation: (caller: Caller) => Promise<T>,
  ): Promise<T> {
    const { session } = this;
    const end = session.traffic.begin();
    return await onRow(urn, (row) => operation({ session, row, owner, timeouts })).finally(end);
  }

  private say(
    { urn }: EngineRequest,
    kind: "warning" | "note",
    texts: readonly (string | undefined)[] = [],
  ): void {
    for (const text of texts) if (text !== undefined) this.announcer.say(urn, text, kind);
  }

  /**
   * Refuses properties that no release of this package has written into a state. What `VpcPeering.get` looks for comes this
   * way, too: that a program has written.
   */
  private assertState(values: Props): void {
    assertReadable(values);
    const whose = whoseAre(values);
    assertShape(values, this.resource.shapes.outputs, whose);
    assertKnown(values, whose);
  }

  /** Refuses what no program says. Some of it may not be known yet. */
  private assertSound(values: Props): void {
    assertShape(values, this.resource.shapes.inputs, "program");
  }

  private assertComplete(values: Props): void {
    this.assertSound(values);
    assertKnown(values, "program");
  }
}
