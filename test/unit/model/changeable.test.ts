import { diffConnection } from "../../../src/provider/lifecycle/connection/diff";
import type { ConnectionInputs } from "../../../src/provider/lifecycle/connection/inputs";
import type { ConnectionOutputs } from "../../../src/provider/lifecycle/connection/state";
import { inputsOf, outputsOf } from "../../../src/provider/lifecycle/connection/state";
import { whyReplaced } from "../../../src/model/effects";
import { changeable } from "../../../src/model/difference";
import { outputs, peering, without } from "../support/samples";

const declared = { name: "hub", bandwidth: 10, tags: { a: "1" } };

test("what a cloud cannot change on a connection is left out", () => {
  expect(changeable(declared, "alicloud")).toEqual(declared);
  expect(changeable(declared, "tencentcloud")).toEqual({ name: "hub", bandwidth: 10 });
  expect(changeable(declared, "huaweicloud")).toEqual({ name: "hub" });
});

test("a replacement that may surprise has a reason", () => {
  expect(whyReplaced("tags", "tencentcloud")).toBe("Tencent Cloud takes tags only when a connection is made");
  expect(whyReplaced("tags", "alicloud")).toBeUndefined();
  expect(whyReplaced("requester.vpcId", "tencentcloud")).toBeUndefined();
});

const onTencent: ConnectionOutputs = {
  ...without(outputs, "description", "linkType", "resourceGroupId"),
  cloud: "tencentcloud",
  chargeType: "POSTPAID_BY_DAY_MAX",
};

test("on Tencent Cloud other tags are no drift", () => {
  const seen = { ...peering, chargeType: "POSTPAID_BY_DAY_MAX", tags: { by: "hand" } };
  const now = outputsOf(onTencent, seen, onTencent.marker ?? "");
  expect(now.tags).toEqual(onTencent.tags);
  expect(inputsOf(onTencent, seen).tags).toEqual(onTencent.tags);
});

test("on Tencent Cloud a change of tags replaces, and says why; what is not declared any more goes with it", () => {
  const news: ConnectionInputs = { ...without(onTencent, "tags", "chargeType"), cloud: "tencentcloud" };
  expect(diffConnection(onTencent, news)).toEqual({
    replaces: ["tags"],
    deleteBeforeReplace: true,
    warning:
      "Tencent Cloud takes tags only when a connection is made: it will be deleted and made anew. To keep it, put the old value back.",
  });
});
