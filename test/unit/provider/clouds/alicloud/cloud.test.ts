import { writeFileSync } from "node:fs";
import path from "node:path";
import { systemClock } from "../../../../../src/io/clock";
import { PeeringError } from "../../../../../src/model/errors";
import { alicloud } from "../../../../../src/provider/clouds/alicloud";
import type { Cloud } from "../../../../../src/provider/clouds/cloud";
import { contextOn } from "../../../../support/context";
import { withEnvironment } from "../../../support/environment";
import { spec } from "../../../support/samples";
import { serve } from "../../../support/serve";

const environment = withEnvironment(/^ALI(BABA)?_?CLOUD/);

const open = (more: Record<string, unknown>): Required<Cloud> => {
  const settings: Record<string, unknown> = {
    "alicloud:accessKey": "LTAI",
    "alicloud:secretKey": "secret-key",
    ...more,
  };
  return alicloud.open((key) => settings[key]) as Required<Cloud>;
};
const context = (limitMs = 800) => contextOn(systemClock, limitMs);
const ref = { id: "pcc-1", region: "r" };

test.each(["http://nowhere.invalid", "127.0.0.1:4566", "nonsense"])(
  "the endpoint %s is refused in words, before any request",
  async (endpoint) => {
    const asked = (async () => await open({ "alicloud:endpoint": endpoint }).whoAmI({}, context()))();
    await expect(asked).rejects.toThrow(PeeringError);
    await expect(asked).rejects.toThrow(/https:\/\//);
  },
);

describe("an answer without the field that is needed is an error", () => {
  const asking = async () =>
    open({ "alicloud:endpoint": await serve('{"RequestId":"1"}'), "alicloud:region": "r" });

  test("of create", async () => {
    const seed = { marker: "m", attempt: 0 };
    await expect((await asking()).create({ spec, seed }, context())).rejects.toThrow(PeeringError);
  });

  test("of whoAmI", async () => {
    await expect((await asking()).whoAmI({}, context())).rejects.toThrow(PeeringError);
  });

  test("of get", async () => {
    await expect((await asking()).get(ref, context())).rejects.toThrow(PeeringError);
  });
});

test.each(["alicloud:accessKey", "alicloud:securityToken"])(
  "a line break at the end of %s is a user's mistake, not a bug of ours",
  async (key) => {
    const cloud = open({ "alicloud:endpoint": await serve("{}"), [key]: "LTAI5t\n" });
    await expect(cloud.get(ref, context())).rejects.toThrow(PeeringError);
  },
);

test("a broken file of profiles is no matter for who has keys and regions elsewhere", async () => {
  const file = path.join(environment.home, "config.json");
  writeFileSync(file, "{");
  environment.set({ ALICLOUD_SHARED_CREDENTIALS_FILE: file });
  const cloud = open({ "alicloud:endpoint": await serve('{"AccountId":"1"}') });
  expect(await cloud.whoAmI({}, context(60_000))).toMatchObject({ account: "1" });
});
