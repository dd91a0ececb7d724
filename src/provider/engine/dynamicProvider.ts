import type { Row, Settings } from "../clouds/cloud";
import { SETTING_KEYS } from "../../model/settings";
import type { Checked, Hooks } from "../lifecycle/resource";
import { Unfinished } from "../lifecycle/resource";
import { Session } from "../lifecycle/session";
import type { CommonInputs } from "../lifecycle/connection/state";
import { assertReadable } from "../lifecycle/connection/state";
import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { plain } from "./storable";
import type { LineKind } from "./engineLog";
import { progressOn, showOnRow } from "./engineLog";

/** Values as the engine sends them, `__provider` among them. */
type Props = Record<string, unknown>;

/** The kinds of resources, as their types name them. */
export type ResourceType = "Connection" | "Acceptance" | "Identity";

/** The hooks by the names and shapes that Pulumi's dynamic providers have. */
export interface DynamicProvider {
  configure(request: { config: { get(key: string): unknown } }): Promise<void>;
  check(
    olds: Props,
    news: Props,
  ): Promise<{ inputs: Props; failures: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: Props,
    news: Props,
  ): Promise<{ changes?: boolean; replaces?: string[]; deleteBeforeReplace?: boolean }>;
  create(inputs: Props): Promise<{ id: string; outs: Props }>;
  update(id: string, olds: Props, news: Props): Promise<{ outs: Props }>;
  read(id: string, props: Props): Promise<{ id?: string; props?: Props; inputs?: Props }>;
  delete(id: string, props: Props): Promise<void>;
}

/** All kinds of resources in a process share one session: its keys, connections and locks. */
const sessions = new Map<string, Session>();

function sharedSession(settings: Settings): Session {
  const key = JSON.stringify(SETTING_KEYS.map((name) => settings(name) ?? null));
  const session = sessions.get(key) ?? new Session(settings);
  sessions.set(key, session);
  return session;
}

/** Gives a lifecycle to the engine, with every trap between the two taken care of in this one place. */
export function dynamicProvider<I extends CommonInputs, O extends CommonInputs>(
  type: ResourceType,
  hooks: Hooks<I, O>,
  sessionFor: (settings: Settings) => Session = sharedSession,
): DynamicProvider {
  const urnOf = (props: Props): string | undefined => childUrn(props, type);
  const onRow = async <T>(props: Props, hook: (row: Row) => Promise<T>): Promise<T> => {
    const urn = urnOf(props);
    const progress = progressOn(urn);
    const row: Row = {
      report: (message) => {
        progress.report(redacted(message));
      },
      warn: (message) => {
        showOnRow(urn, redacted(message), "warning");
      },
    };
    try {
      return await hook(row);
    } finally {
      progress.end();
    }
  };
  /** The engine may check and compare several times in one run; what is found is told once. */
  const told = new Set<string>();
  const sayOnce = (urn: string | undefined, text: string, kind: LineKind): void => {
    const line = `${urn ?? ""} ${text}`;
    if (told.has(line)) return;
    told.add(line);
    showOnRow(urn, text, kind);
  };
  let session = sessionFor(() => undefined);
  /** A failure of the check itself is one more complaint. */
  const checked = async (news: I, olds: I | undefined): Promise<Checked<I>> => {
    try {
      return await hooks.check(news, session, olds);
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      return { inputs: news, complaints: [error.message] };
    }
  };
  return {
    // Assigned before the first await: the engine calls other hooks without waiting for this one.
    configure({ config }) {
      session = sessionFor((key) => config.get(key));
      return Promise.resolve();
    },

    async check(olds, news) {
      return await telling(async () => {
        const { inputs, complaints, warnings, notes } = await checked(
          news as unknown as I,
          Object.keys(olds).length === 0 ? undefined : (olds as unknown as I),
        );
        for (const warning of warnings ?? []) sayOnce(urnOf(news), redacted(warning), "warning");
        for (const note of notes ?? []) sayOnce(urnOf(news), redacted(note), "note");
        // The engine would print a named property's whole value, so the reason names it instead.
        const failures = complaints.map((complaint) => ({ property: "", reason: redacted(complaint) }));
        return { inputs: plain(inputs) as unknown as Props, failures };
      });
    },

    async diff(id, olds, news) {
      return await telling(() => {
        assertReadable(olds);
        const { warning, ...answer } = hooks.diff(id, olds as unknown as O, news as unknown as I);
        if (warning !== undefined) sayOnce(urnOf(news), warning, "warning");
        return Promise.resolve(answer);
      });
    },

    async create(inputs) {
      return await telling(async () => {
        const { id, outs } = await onRow(inputs, (row) => hooks.create(inputs as unknown as I, session, row));
        return { id, outs: plain(outs) as unknown as Props };
      }, inputs);
    },

    async update(id, olds, news) {
      return await telling(async () => {
        assertReadable(olds);
        const outs = await onRow(news, (row) =>
          hooks.update(id, olds as unknown as O, news as unknown as I, session, row),
        );
        return { outs: plain(outs) as unknown as Props };
      }, news);
    },

    async read(id, props) {
      return await telling(async () => {
        assertReadable(props);
        const now = await onRow(props, (row) => hooks.read(id, props as unknown as O, session, row));
        if (now === undefined) return {};
        return plain({ id, ...now });
      });
    },

    async delete(id, props) {
      await telling(async () => {
        assertReadable(props);
        await onRow(props, (row) => hooks.delete(id, props as unknown as O, session, row));
      });
    },
  };
}

/** Runs a hook and turns its failure into what the engine understands. */
async function telling<T>(hook: () => Promise<T>, inputs: Props = {}): Promise<T> {
  try {
    return await hook();
  } catch (error) {
    throw failureFor(error, inputs);
  }
}

function failureFor(error: unknown, inputs: Props): Error {
  if (!(error instanceof Unfinished)) return expected(error);
  const failure = expected(error.cause);
  return Object.assign(failure, {
    id: error.id,
    // Without `__provider` nothing could ever be done with the resource again.
    properties: plain({ ...error.properties, __provider: inputs["__provider"] }),
    reasons: [failure.message],
  });
}

function expected(error: unknown): Error {
  if (isPeeringError(error)) {
    const failure = new Error(redacted(error.message));
    failure.stack = "";
    failure.toString = () => failure.message;
    return failure;
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  const failure = new Error(redacted(`This is a bug in pulumi-vpc-peering: ${bug.message}`));
  failure.stack = redacted(bug.stack ?? "");
  return failure;
}

/** The URN of a component's child of this type, which bears the component's name. */
function childUrn(props: Props, type: ResourceType): string | undefined {
  const urn = (props["__owner"] as { urn?: string } | undefined)?.urn;
  const [urnType, ...rest] = urn?.split("::").slice(2) ?? [];
  if (urn === undefined || urnType === undefined) return undefined;
  return [
    ...urn.split("::").slice(0, 2),
    `${urnType}$pulumi-nodejs:dynamic/vpcPeering:${type}`,
    ...rest,
  ].join("::");
}
