import fc from "fast-check";
import type { Properties } from "../../../src/model/properties";
import { effectOf } from "../../../src/model/effects";
import { changeable, changedSince, difference, withCleared } from "../../../src/model/difference";
import { ownTags } from "../../../src/model/properties";
import { peering, reordered, tags, without } from "../support/samples";

const declared: Properties = {
  name: "hub-spoke",
  description: "Hub to spoke",
  bandwidth: 200,
  tags: { team: "network", env: "prod" },
};

describe("what has to change on a connection", () => {
  test("is nothing if it is as declared", () => {
    expect(difference(declared, peering)).toBeUndefined();
  });

  test("is nothing if nothing is declared, whatever is there", () => {
    expect(difference({}, peering)).toBeUndefined();
  });

  test("is nothing for a tag `project` of one's own that is there as declared", () => {
    expect(difference({ tags: { project: "x" } }, { tags: { project: "x" } })).toBeUndefined();
  });

  test.each(["constructor", "toString"])("is a tag %s that nobody declares", (key) => {
    expect(difference({ tags: {} }, { tags: { [key]: "x" } })?.dropTags).toEqual([key]);
  });

  test("is each value that differs, and no other", () => {
    expect(difference({ ...declared, name: "new", bandwidth: 300 }, peering)).toEqual({
      set: { name: "new", bandwidth: 300 },
      setTags: {},
      dropTags: [],
    });
  });

  test.each(["name", "description", "linkType", "chargeType", "resourceGroupId"] as const)(
    "is a declared %s that is not there at all",
    (key) => {
      expect(difference({ [key]: "x" }, without(peering, key))).toEqual({
        set: { [key]: "x" },
        setTags: {},
        dropTags: [],
      });
    },
  );

  test("is the tags that are missing, those that have another value, and those that nobody declares", () => {
    const observed = { ...peering, tags: { team: "other", old: "x" } };
    expect(difference(declared, observed)).toEqual({
      set: {},
      setTags: { team: "network", env: "prod" },
      dropTags: ["old"],
    });
  });

  test("is every tag that is there, if none is declared in so many words", () => {
    expect(difference({ tags: {} }, peering)?.dropTags.sort()).toEqual(["env", "team"]);
  });

  test("leaves the tags alone if nothing is said of tags", () => {
    expect(difference(without(declared, "tags"), { ...peering, tags: { by: "hand" } })).toBeUndefined();
  });

  test.each(["acs:rm:rgId", "aliyun.source", "qcs:source"])(
    "is never the tag %s, which the cloud's own tools put there",
    (key) => {
      expect(difference(declared, { ...peering, tags: { ...declared.tags, [key]: "auto" } })).toBeUndefined();
    },
  );

  test("is never what a cloud cannot change: that is replaced", () => {
    expect(difference({ qosLevel: "PT" }, { ...peering, qosLevel: "AU" })).toBeUndefined();
  });

  test("is the owner's mark, where it is missing or another's", () => {
    const owner = { marker: "ours", stack: "acme/network/prod" };
    const nothingElse = { set: {}, setTags: {}, dropTags: [] };
    expect(difference({ owner }, peering)).toEqual({ ...nothingElse, owner });
    expect(difference({ owner }, { ...peering, owner: { marker: "theirs" } })).toEqual({
      ...nothingElse,
      owner,
    });
    expect(difference({ owner }, { ...peering, owner: { marker: "ours" } })).toBeUndefined();
    expect(difference({}, { ...peering, owner: { marker: "theirs" } })).toBeUndefined();
  });

  test("once done, leaves nothing to do, for any tags before and after", () => {
    fc.assert(
      fc.property(tags, tags, (wanted, there) => {
        const change = difference({ tags: wanted }, { tags: there });
        const left = Object.entries(there).filter(([key]) => !change?.dropTags.includes(key));
        const now = { ...Object.fromEntries(left), ...change?.setTags };
        expect(now).toEqual(wanted);
        expect(difference({ tags: wanted }, { tags: now })).toBeUndefined();
      }),
    );
  });

  test("is the least that does it: no tag that is right is touched", () => {
    fc.assert(
      fc.property(tags, tags, (wanted, there) => {
        const change = difference({ tags: wanted }, { tags: there });
        for (const [key, value] of Object.entries(change?.setTags ?? {})) expect(there[key]).not.toBe(value);
        for (const key of change?.dropTags ?? []) expect(Object.keys(wanted)).not.toContain(key);
      }),
    );
  });

  test("does not depend on the order of anything", () => {
    fc.assert(
      fc.property(tags, tags, (wanted, there) => {
        const [one, other] = [
          difference({ tags: wanted }, { tags: there }),
          difference({ tags: reordered(wanted) }, { tags: reordered(there) }),
        ];
        expect(other?.setTags).toEqual(one?.setTags);
        expect(other?.dropTags.sort()).toEqual(one?.dropTags.sort());
      }),
    );
  });
});

describe("the tags that people gave", () => {
  test("are all but those of the clouds", () => {
    const mixed = { team: "network", "acs:rm:rgId": "1", "my-acs:x": "2", notaliyun: "3" };
    expect(ownTags(mixed)).toEqual(without(mixed, "acs:rm:rgId"));
  });
});

describe("a change of", () => {
  test.each([
    "cloud",
    "requester.vpcId",
    "requester.region",
    "requester.account",
    "accepter.vpcId",
    "accepter.region",
    "accepter.account",
  ] as const)("%s replaces the connection on every cloud", (name) => {
    const effects = (["alicloud", "tencentcloud", "huaweicloud"] as const).map((cloud) =>
      effectOf(name, cloud),
    );
    expect(effects).toEqual(["replace", "replace", "replace"]);
  });

  test("qosLevel replaces it, since Tencent Cloud cannot change it", () => {
    expect(effectOf("qosLevel", "tencentcloud")).toBe("replace");
  });

  test.each(["name", "description", "tags", "bandwidth", "linkType", "resourceGroupId"] as const)(
    "%s is made in place on Alibaba Cloud",
    (name) => {
      expect(effectOf(name, "alicloud")).toBe("inPlace");
    },
  );

  test.each(["timeouts", "forceDelete", "adopt"] as const)(
    "%s is written to the state and nowhere else",
    (name) => {
      expect(effectOf(name, "alicloud")).toBe("stateOnly");
    },
  );
});

describe("what a cloud can change on a connection that exists", () => {
  const all: Properties = { ...declared, qosLevel: "PT", resourceGroupId: "rg-1" };

  test("is everything that is declared on Alibaba Cloud", () => {
    expect(changeable(declared, "alicloud")).toEqual(declared);
  });

  test("is no tags on Tencent Cloud, which takes them at creation only", () => {
    expect(changeable(all, "tencentcloud")).not.toHaveProperty("tags");
    expect(changeable(all, "tencentcloud")).toMatchObject({ name: "hub-spoke", bandwidth: 200 });
  });

  test("is the description on Huawei Cloud", () => {
    expect(changeable(all, "huaweicloud")).toMatchObject({ description: "Hub to spoke" });
  });
});

describe("what was declared once and is not any more", () => {
  test("is cleared where the cloud can do that", () => {
    const before = { description: "Old", tags: { old: "x" } };
    expect(withCleared(before, {}, "alicloud")).toEqual({ tags: {} });
    expect(withCleared(before, {}, "huaweicloud")).toEqual({ description: "" });
  });

  test("and was never declared is left alone", () => {
    expect(withCleared({}, { name: "n" }, "alicloud")).toEqual({ name: "n" });
    expect(withCleared({ tags: { a: "1" } }, { tags: { b: "2" } }, "alicloud")).toEqual({ tags: { b: "2" } });
  });
});

describe("what an update has to write", () => {
  const before: Properties = { name: "hub", bandwidth: 100, tags: { team: "network", env: "prod" } };
  const seen: Properties = { ...before, name: "by-hand", tags: { team: "core", env: "prod", billing: "x" } };

  test("is nothing where the program says what it said, whatever others did", () => {
    expect(changedSince(before, before, seen)).toEqual({});
  });

  test("is each value that the program changed, and no other", () => {
    expect(changedSince(before, { ...before, bandwidth: 200 }, seen)).toEqual({ bandwidth: 200 });
  });

  test("is of tags those that changed, over those that are there", () => {
    const now = { ...before, tags: { team: "network", env: "test", new: "1" } };
    expect(changedSince(before, now, seen)).toEqual({
      tags: { team: "core", billing: "x", env: "test", new: "1" },
    });
    expect(changedSince(before, { ...before, tags: { env: "prod" } }, seen)).toEqual({
      tags: { env: "prod", billing: "x" },
    });
  });

  test("is any tag that has the name of what every object has", () => {
    const now = { tags: { constructor: "a", toString: "b" } };
    expect(changedSince({}, now, {})).toEqual(now);
  });
});
