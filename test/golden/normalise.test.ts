import { CLOUDS } from "./clouds";
import { writtenBy } from "./fixtures";
import { normalised } from "./normalise";

interface State {
  deployment: { manifest: object; resources: Record<string, unknown>[] };
}

const { state } = writtenBy("c2607d0", "alicloud");

/** The state with a change made to it. */
function changed(change: (state: State) => void): string {
  const copy = JSON.parse(state) as State;
  change(copy);
  return JSON.stringify(copy);
}

/** Every object and list in a value, itself included. */
function partsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(partsOf)];
}

/** How often a change of one part of one resource is noticed, tried at each part that it applies to. */
function noticed(change: (part: Record<string, unknown>) => boolean): { tried: number; missed: number } {
  const before = normalised(state);
  const { deployment } = JSON.parse(state) as State;
  let [tried, missed] = [0, 0];
  deployment.resources.forEach((resource, at) => {
    partsOf(resource).forEach((_, part) => {
      const after = changed((copy) => {
        const found = partsOf(copy.deployment.resources[at])[part];
        if (found !== undefined && change(found)) tried += 1;
      });
      if (after !== JSON.stringify(JSON.parse(state)) && normalised(after) === before) missed += 1;
    });
  });
  return { tried, missed };
}

/** A resource has to have a URN, and what is another thing in every run is not compared. */
const LEFT_ALONE: readonly string[] = ["urn", "created", "modified", "ciphertext"];

const firstKey = (part: Record<string, unknown>, fits = (_: unknown) => true): string | undefined =>
  Object.keys(part).find((key) => !LEFT_ALONE.includes(key) && fits(part[key]));

describe("in any part of a state", () => {
  test.each<[string, (part: Record<string, unknown>) => boolean]>([
    [
      "a key of another name",
      (part) => {
        const key = Array.isArray(part) ? undefined : firstKey(part);
        if (key === undefined) return false;
        part[`${key}2`] = part[key];
        return Reflect.deleteProperty(part, key);
      },
    ],
    [
      "keys in another order",
      (part) => {
        const [key, ...others] = Array.isArray(part) ? [] : Object.keys(part);
        if (key === undefined || others.length === 0) return false;
        const value = part[key];
        Reflect.deleteProperty(part, key);
        part[key] = value;
        return true;
      },
    ],
    [
      "a value that is missing",
      (part) => {
        const key = firstKey(part);
        if (key === undefined) return false;
        if (Array.isArray(part)) part.shift();
        else Reflect.deleteProperty(part, key);
        return true;
      },
    ],
    [
      "another text or number",
      (part) => {
        const key = firstKey(part, (value) => typeof value !== "object");
        if (key === undefined) return false;
        part[key] = typeof part[key] === "number" ? part[key] + 1 : `2${String(part[key])}`;
        return true;
      },
    ],
  ])("%s is noticed", (_, change) => {
    const { tried, missed } = noticed(change);
    expect(tried).toBeGreaterThan(50);
    expect(missed).toBe(0);
  });
});

test("another resource, or one too few, is noticed", () => {
  expect(normalised(changed(({ deployment }) => deployment.resources.pop()))).not.toBe(normalised(state));
  const twice = changed(({ deployment }) => deployment.resources.push({ ...deployment.resources[0] }));
  expect(normalised(twice)).not.toBe(normalised(state));
});

test("another run's times, ids, keys of encryption, port and order of resources are not noticed", () => {
  const { deployment } = JSON.parse(state) as State;
  const ids = deployment.resources
    .filter(({ type }) => /^pulumi:providers:|:Connection$/.test(String(type)))
    .map(({ id }) => String(id));
  expect(ids.length).toBeGreaterThan(4);
  const otherRun = changed((copy) => {
    copy.deployment.manifest = { time: "2030-01-01T00:00:00Z", version: "v3.999.0" };
    copy.deployment.resources.reverse();
  })
    .replace(/"salt":"[^"]*"/, '"salt":"v1:other"')
    .replace(/"ciphertext":"[^"]*"/g, '"ciphertext":"v1:other"')
    .replace(/"(created|modified)":"[^"]*"/g, '"$1":"2030-01-01T00:00:00Z"')
    .replaceAll("http://127.0.0.1:0", "http://127.0.0.1:4321")
    .replaceAll("project:///node_modules/", "project:///../../elsewhere/node_modules/");
  const renamed = ids.reduce((text, id, at) => text.replaceAll(id, `other-id-${at}`), otherRun);
  expect(normalised(renamed)).toBe(normalised(state));
});

test.each(CLOUDS)("$cloud: 6c2a4d3 wrote what a16f7f5 wrote, so one of them is taken over", ({ cloud }) => {
  expect(normalised(writtenBy("6c2a4d3", cloud).state)).toBe(normalised(writtenBy("a16f7f5", cloud).state));
});
