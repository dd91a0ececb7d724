import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import type { ResourceKind } from "../../model/resourceKinds";
import { safely } from "../../model/shown";
import type { Settings } from "../clouds/cloud";
import type { Checked } from "../lifecycle/resource";
import type { AnyResource } from "../lifecycle/resources";
import type { Session } from "../lifecycle/session";
import { complaintsAboutTimeouts } from "../lifecycle/timeouts";
import type { Unwrapped } from "./dynamicProps";
import {
  assertStateWrapping,
  assertWrapping,
  requestOf,
  unwrapped,
  withWrapping,
  wrappedInputs,
  wrappedOutputs,
} from "./dynamicProps";
import { inEngineTerms } from "./failures";
import type { Props } from "./engineCalls";
import { EngineCalls } from "./engineCalls";

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
  sessionFor?: (settings: Settings) => Session,
): DynamicProvider {
  const calls = new EngineCalls(kind, resource, sessionFor);
  const by = (given: Unwrapped) => requestOf(kind, given);

  /** A failure of the check itself is one more complaint. */
  const checked = async (news: Unwrapped, olds: Unwrapped | undefined): Promise<Checked<object>> => {
    try {
      // What is wrong with limits of time is told beside all else.
      const hasLimits = complaintsAboutTimeouts(news.wrapping.timeouts).length === 0;
      const given = hasLimits ? news : { ...news, wrapping: { ...news.wrapping, timeouts: {} } };
      assertWrapping(given, "program");
      if (olds !== undefined) assertWrapping(olds, "state");
      return await calls.check(by(given), olds?.values);
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      return { inputs: news.values, complaints: [error.message] };
    }
  };

  return {
    // Done before the first await: the engine makes other calls without waiting for this one.
    configure({ config }) {
      calls.configure((key) => config.get(key));
      return Promise.resolve();
    },

    async check(olds, news) {
      const given = unwrapped(news);
      return await inEngineTerms(async () => {
        const before = Object.keys(olds).length === 0 ? undefined : unwrapped(olds);
        const { inputs, complaints } = await checked(given, before);
        const all = [...complaints, ...complaintsAboutTimeouts(given.wrapping.timeouts)];
        // The engine would print a named property's whole value, so the reason names it instead.
        const failures = all.map((complaint) => ({ property: "", reason: safely(redacted(complaint)) }));
        return { inputs: wrappedInputs(inputs, given.wrapping), failures };
      });
    },

    async diff(id, olds, news) {
      const [before, given] = [unwrapped(olds), unwrapped(news)];
      return await inEngineTerms(() => {
        assertStateWrapping(before);
        assertWrapping(given, "program");
        const compared = calls.diff(id, before.values, by(given));
        return Promise.resolve(withWrapping(compared, before.wrapping, given.wrapping));
      });
    },

    async create(inputs) {
      const given = unwrapped(inputs);
      const stored = (outs: object): Props => wrappedOutputs(kind, outs, given.wrapping);
      return await inEngineTerms(async () => {
        assertWrapping(given, "program");
        const { id, outs } = await calls.create(by(given));
        return { id, outs: stored(outs) };
      }, stored);
    },

    async update(id, olds, news) {
      const [before, given] = [unwrapped(olds), unwrapped(news)];
      // Old limits of time stay with a failed update, so that the next one still sees the new ones.
      const { __provider } = given.wrapping;
      const keep = (outs: object): Props => wrappedOutputs(kind, outs, { ...before.wrapping, __provider });
      return await inEngineTerms(async () => {
        assertStateWrapping(before);
        assertWrapping(given, "program");
        const outs = await calls.update(id, before.values, by(given));
        return { outs: wrappedOutputs(kind, outs, given.wrapping) };
      }, keep);
    },

    async read(id, props) {
      const given = unwrapped(props);
      return await inEngineTerms(async () => {
        assertStateWrapping(given);
        const now = await calls.read(id, by(given));
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
        assertStateWrapping(given);
        await calls.delete(id, by(given));
      });
    },
  };
}
