import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { nameInUrn } from "../../model/owner";
import type { ResourceKind } from "../../model/resourceKinds";
import { safely } from "../../model/shown";
import type { Settings } from "../clouds/cloud";
import type { Caller, Checked } from "../lifecycle/resource";
import type { AnyResource } from "../lifecycle/resources";
import type { Session } from "../lifecycle/session";
import { assertKnown } from "../lifecycle/shape";
import { complaintsAboutTimeouts } from "../lifecycle/timeouts";
import type { Props, Unwrapped } from "./dynamicProps";
import {
  assertSound,
  assertState,
  assertWrapping,
  unwrapped,
  urnOf,
  withTimeouts,
  wrappedInputs,
  wrappedOutputs,
} from "./dynamicProps";
import { inEngineTerms } from "./failures";
import { Announcer, onRow } from "./row";
import { sharedSession } from "./sessions";

/** What the engine calls, by the names and shapes that Pulumi's dynamic providers have. */
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

/**
 * The engine's door for dynamic resources: gives it one kind of resource. What only dynamic resources have is taken off
 * on the way in and put back on the way out, and every trap between the two is taken care of here.
 */
export function dynamicProvider(
  kind: ResourceKind,
  resource: AnyResource,
  sessionFor: (settings: Settings) => Session = sharedSession,
): DynamicProvider {
  let session = sessionFor(() => undefined);
  const announcer = new Announcer();

  const called = async <T>(given: Unwrapped, operation: (caller: Caller) => Promise<T>): Promise<T> => {
    const { __owner: owner, timeouts = {} } = given.wrapping;
    const end = session.traffic.begin();
    return await onRow(urnOf(kind, given), (row) => operation({ session, row, owner, timeouts })).finally(
      end,
    );
  };

  const { shapes } = resource;

  /** A failure of the check itself is one more complaint. */
  const checked = async (news: Unwrapped, olds: Unwrapped | undefined): Promise<Checked<object>> => {
    try {
      // What is wrong with limits of time is told beside all else.
      const hasLimits = complaintsAboutTimeouts(news.wrapping.timeouts).length === 0;
      const given = hasLimits ? news : { ...news, wrapping: { ...news.wrapping, timeouts: {} } };
      assertWrapping(given, "program");
      if (olds !== undefined) assertSound(olds, shapes.inputs, "state");
      return await called(given, (caller) => resource.check(news.values, caller, olds?.values));
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      return { inputs: news.values, complaints: [error.message] };
    }
  };

  return {
    // Assigned before the first await: the engine makes other calls without waiting for this one.
    configure({ config }) {
      session = sessionFor((key) => config.get(key));
      return Promise.resolve();
    },

    async check(olds, news) {
      const given = unwrapped(news);
      return await inEngineTerms(async () => {
        const before = Object.keys(olds).length === 0 ? undefined : unwrapped(olds);
        const { inputs, complaints, warnings = [], notes = [] } = await checked(given, before);
        const urn = urnOf(kind, given);
        for (const warning of warnings) announcer.say(urn, warning, "warning");
        for (const note of notes) announcer.say(urn, note, "note");
        const all = [...complaints, ...complaintsAboutTimeouts(given.wrapping.timeouts)];
        // The engine would print a named property's whole value, so the reason names it instead.
        const failures = all.map((complaint) => ({ property: "", reason: safely(redacted(complaint)) }));
        return { inputs: wrappedInputs(inputs, given.wrapping), failures };
      });
    },

    async diff(id, olds, news) {
      const [before, given] = [unwrapped(olds), unwrapped(news)];
      return await inEngineTerms(() => {
        assertState(before, shapes.outputs);
        assertSound(given, shapes.inputs, "program");
        const { __owner: owner } = given.wrapping;
        const compared = resource.diff(id, before.values, given.values, owner);
        const isReplaced = (compared.replaces ?? []).length > 0;
        if (isReplaced) session.holders.release({ kind, id });
        else session.holders.hold({ kind, id }, owner);
        const { warning, note, ...answer } = withTimeouts(compared, before.wrapping, given.wrapping);
        if (warning !== undefined) announcer.say(urnOf(kind, given), warning, "warning");
        if (note !== undefined) announcer.say(urnOf(kind, given), note, "note");
        return Promise.resolve(answer);
      });
    },

    async create(inputs) {
      const given = unwrapped(inputs);
      const stored = (outs: object): Props => wrappedOutputs(kind, outs, given.wrapping);
      return await inEngineTerms(async () => {
        assertSound(given, shapes.inputs, "program");
        assertKnown(given.values, "program");
        const { id, outs } = await called(given, (caller) => resource.create(given.values, caller));
        session.holders.hold({ kind, id }, given.wrapping.__owner);
        return { id, outs: stored(outs) };
      }, stored);
    },

    async update(id, olds, news) {
      const [before, given] = [unwrapped(olds), unwrapped(news)];
      // Old limits of time stay with a failed update, so that the next one still sees the new ones.
      const { __provider } = given.wrapping;
      const keep = (outs: object): Props => wrappedOutputs(kind, outs, { ...before.wrapping, __provider });
      return await inEngineTerms(async () => {
        assertState(before, shapes.outputs);
        assertSound(given, shapes.inputs, "program");
        assertKnown(given.values, "program");
        const outs = await called(given, (caller) =>
          resource.update(id, before.values, given.values, caller),
        );
        return { outs: wrappedOutputs(kind, outs, given.wrapping) };
      }, keep);
    },

    async read(id, props) {
      const given = unwrapped(props);
      return await inEngineTerms(async () => {
        assertState(given, shapes.outputs);
        const now = await called(given, (caller) => resource.read(id, given.values, caller));
        if (now === undefined) return {};
        const { props: outs, inputs } = now;
        return {
          id,
          props: wrappedOutputs(kind, outs, given.wrapping),
          ...(inputs === undefined ? {} : { inputs: wrappedInputs(inputs, given.wrapping) }),
        };
      });
    },

    async delete(id, props) {
      const given = unwrapped(props);
      await inEngineTerms(async () => {
        assertState(given, shapes.outputs);
        const taker = session.holders.otherThan({ kind, id }, given.wrapping.__owner);
        await called(given, async (caller) => {
          if (taker === undefined) await resource.delete(id, given.values, caller);
          else caller.row.warn(`${kind} ${id} is left as it is: ${nameInUrn(taker)} has taken it over.`);
        });
      });
    },
  };
}
