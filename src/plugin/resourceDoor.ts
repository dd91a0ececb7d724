import type { OwnerInputs } from "../model/owner";
import type { ResourceKind } from "../model/resourceKinds";
import { forTransit, fromTransit, said } from "../model/transit";
import { UNKNOWN } from "../model/unknown";
import { messageIn } from "../provider/engine/failures";
import type { Compared, EngineRequest, Props } from "../provider/engine/engineCalls";
import { EngineCalls } from "../provider/engine/engineCalls";
import { storable } from "../provider/engine/storable";
import { isPeeringError } from "../model/errors";
import type { Settings } from "../provider/clouds/cloud";
import { Unfinished } from "../provider/lifecycle/resource";
import { RESOURCES } from "../provider/lifecycle/resources";
import { assertShape, OWNER, shapeOf } from "../provider/lifecycle/shape";
import { assertReadable, whoseAre } from "../provider/lifecycle/stateVersion";
import type { Session } from "../provider/lifecycle/session";
import type { Timeouts } from "../provider/lifecycle/timeouts";
import { ownerAt } from "./tokens";

/** What a request of the engine says of a resource. */
export interface Asked {
  urn: string;
  props: Props;
  timeouts?: Timeouts;
}

/** What only the cloud can say of a resource, and a preview therefore does not know. */
const TO_COME: Record<ResourceKind, readonly string[]> = {
  Connection: ["status", "account", "marker"],
  Acceptance: ["status", "peer"],
  Identity: ["accountId", "projectId", "region"],
  Routes: ["routes"],
};

/**
 * Members of older properties that are not read here. A dynamic resource has stored them; to the plugin, the engine tells
 * the timeouts beside the properties, and no `__provider` is needed.
 */
const OTHERS: readonly string[] = ["__provider", "timeouts"];

/** Who declares a resource, where a component has named it. */
const DECLARED = shapeOf({ __owner: OWNER });

/** The engine's door for the plugin: gives it one kind of resource, in values as they go over the wire. */
export class ResourceDoor {
  private readonly calls: EngineCalls;
  /** The ids of what this process has found for an import. */
  private readonly imported = new Set<string>();

  constructor(
    private readonly kind: ResourceKind,
    sessionFor?: (settings: Settings) => Session,
  ) {
    this.calls = new EngineCalls(kind, RESOURCES[kind], sessionFor);
  }

  configure(settings: Settings): void {
    this.calls.configure(settings);
  }

  async check(asked: Asked, before: Props): Promise<{ inputs: Props; complaints: string[] }> {
    const { values } = taken(asked.props);
    const olds = Object.keys(before).length === 0 ? undefined : taken(before).values;
    try {
      const { inputs, complaints } = await this.calls.check(this.requestOf(asked), olds);
      return { inputs: this.stored(inputs, asked), complaints };
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      return { inputs: this.stored(values, asked), complaints: [messageIn(error)] };
    }
  }

  diff(id: string, before: Props, asked: Asked): Compared {
    const compared = this.calls.diff(id, taken(before).values, this.requestOf(asked));
    // What is left to do on what was found is for the next update: an import itself changes nothing.
    const isLater = this.imported.has(id) && compared.changes === true && compared.replaces === undefined;
    return isLater ? { changes: false } : compared;
  }

  async create(asked: Asked): Promise<{ id: string; outs: Props }> {
    const { id, outs } = await this.keeping(asked, () => this.calls.create(this.requestOf(asked)));
    return { id, outs: this.stored(outs, asked) };
  }

  /** What a create would answer, as far as that is known before. */
  foreseen({ props }: Asked): Props {
    const toCome = TO_COME[this.kind].map((name) => [name, UNKNOWN]);
    return { ...taken(props).values, ...(Object.fromEntries(toCome) as Props) };
  }

  async update(id: string, before: Props, asked: Asked): Promise<Props> {
    const olds = taken(before).values;
    return this.stored(
      await this.keeping(asked, () => this.calls.update(id, olds, this.requestOf(asked))),
      asked,
    );
  }

  /** What an update would answer, as far as that is known before. */
  foreseenUpdate(before: Props, { props }: Asked): Props {
    const olds = taken(before).values;
    const kept = [...TO_COME[this.kind], "stateVersion"].filter((name) => Object.hasOwn(olds, name));
    return { ...taken(props).values, ...Object.fromEntries(kept.map((name) => [name, olds[name]])) };
  }

  async read(id: string, asked: Asked): Promise<{ props: Props; inputs?: Props } | undefined> {
    const now = await this.calls.read(id, this.requestOf(asked));
    if (now === undefined) return undefined;
    const { props, inputs } = now;
    return {
      props: this.stored(props, asked),
      ...(inputs === undefined ? {} : { inputs: this.stored(inputs, asked) }),
    };
  }

  /** What exists and no state has yet, by the text that stands for its id in an import. */
  async found(text: string, asked: Asked): Promise<{ id: string; props: Props; inputs: Props }> {
    const { id, props, inputs } = await this.calls.found(text, this.requestOf(asked));
    this.imported.add(id);
    return { id, props: this.stored(props, asked), inputs: this.stored(inputs, asked) };
  }

  async delete(id: string, asked: Asked): Promise<void> {
    await this.calls.delete(id, this.requestOf(asked));
  }

  private requestOf({ urn, props, timeouts = {} }: Asked): EngineRequest {
    const { values, owner } = taken(props);
    if (owner === undefined) return { values, urn, owner: ownerAt(urn, this.kind), timeouts };
    assertReadable(values);
    assertShape({ __owner: owner }, DECLARED, whoseAre(values));
    return { values, urn, owner, timeouts };
  }

  /** Values as the engine stores them: with their owner, where a component has named it. */
  private stored(values: object, { props }: Asked): Props {
    const { owner } = taken(props);
    const all = storable(values) as Props;
    return owner === undefined ? all : forTransit({ ...all, __owner: owner });
  }

  /** What is known of an unfinished resource is stored like any other. */
  private async keeping<T>(asked: Asked, operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      throw new Unfinished(error.id, this.stored(error.properties, asked), error.cause);
    }
  }
}

/**
 * Properties, taken apart into the resource's own values and who declares it, if that is said. Only this package's components
 * say it, and what comes from them has come through the SDK.
 */
function taken(props: Props): { values: Props; owner?: OwnerInputs } {
  const isOfComponent = props["__owner"] !== undefined && props["__owner"] !== null;
  const { __owner, ...rest } = isOfComponent ? fromTransit(props) : said(props);
  const own = Object.entries(rest).filter(([name]) => !OTHERS.includes(name));
  return {
    values: Object.fromEntries(own),
    ...(isOfComponent ? { owner: __owner as OwnerInputs } : {}),
  };
}
