import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Settings } from "../../../../src/provider/clouds/cloud";
import {
  keySource as alicloud,
  regionOf as regionOfAlicloud,
} from "../../../../src/provider/clouds/alicloud/keys";
import {
  keySource as huaweicloud,
  namedProject,
  regionOf as regionOfHuaweicloud,
} from "../../../../src/provider/clouds/huaweicloud/keys";
import {
  keySource as tencentcloud,
  regionOf as regionOfTencentcloud,
} from "../../../../src/provider/clouds/tencentcloud/keys";
import { PeeringError } from "../../../../src/model/errors";
import { withEnvironment } from "../../support/environment";

const mockHome = jest.fn<string, []>();

// The keys of whoever runs these tests are none of their business.
jest.mock("node:os", () => ({ ...jest.requireActual<object>("node:os"), homedir: () => mockHome() }));

const environment = withEnvironment(/^(ALI(BABA)?_?CLOUD|TENCENTCLOUD|HUAWEICLOUD|HW|OS)_/);

beforeEach(() => {
  mockHome.mockReturnValue(environment.home);
});

const noRoles = (): Promise<never> => Promise.reject(new Error("no role is taken on here"));
const nowhere = { metadataUrl: "http://127.0.0.1:9/" };

interface Sample {
  file: string;
  /** What the cloud's own tool writes, and the keys in it. */
  good: object;
  keys: object;
  /** Asks for the keys of the file, by name where the tool's default is somebody else's to read. */
  find: (path: string) => Promise<unknown>;
}

const SAMPLES: Record<string, Sample> = {
  alicloud: {
    file: ".aliyun/config.json",
    good: {
      current: "default",
      profiles: [{ name: "default", mode: "AK", access_key_id: "the-id", access_key_secret: "the-secret" }],
    },
    keys: { accessKeyId: "the-id", accessKeySecret: "the-secret" },
    find: async (path) =>
      await alicloud((key) => (key === "alicloud:sharedCredentialsFile" ? path : undefined), noRoles)(),
  },
  tencentcloud: {
    file: ".tccli/default.credential",
    good: { secretId: "the-id", secretKey: "the-secret" },
    keys: { secretId: "the-id", secretKey: "the-secret" },
    find: async () => await tencentcloud(() => undefined, noRoles, { ...nowhere, home: environment.home })(),
  },
  huaweicloud: {
    file: ".hcloud/config.json",
    good: {
      current: "default",
      profiles: [{ name: "default", accessKeyId: "the-id", secretAccessKey: "the-secret" }],
    },
    keys: { accessKey: "the-id", secretKey: "the-secret" },
    find: async (path) => {
      environment.set({ HW_SHARED_CONFIG_FILE: path });
      return await huaweicloud(() => undefined, noRoles)();
    },
  },
};

describe.each(Object.entries(SAMPLES))("a file of keys of %s", (_, { file, good, keys, find }) => {
  const write = (text: string): string => {
    const path = join(environment.home, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const text = JSON.stringify(good, undefined, 2);

  test.each([
    ["as its tool writes it", text],
    ["with the mark that Windows' tools begin a text with", `\uFEFF${text}`],
    ["with their line ends", text.replaceAll("\n", "\r\n")],
  ])("is read %s", async (_, written) => {
    expect(await find(write(written))).toEqual(keys);
  });

  test.each([
    ...["null", "5", "[]", "", "the-secret", '{"profiles": null}', '{"profiles": {}}', "{"],
    '{"current": 5, "profiles": [null, 5, "the-secret", []]}',
    '{"current": "default", "profiles": [{"name": "default", "mode": 5, "accessKeyId": 5}], "secretId": {}}',
  ])("that holds %s is refused in a sentence, which does not quote it", async (written) => {
    const told = await find(write(written)).then(
      () => "nothing was refused",
      (error: unknown) => error,
    );
    expect(told).toBeInstanceOf(PeeringError);
    expect(told).toMatchObject({ facts: { kind: "credentials" } });
    expect(String(told)).not.toContain("the-secret");
  });
});

describe("what stands in hosts and headers is refused if it cannot, wherever it comes from", () => {
  const REGIONS: Record<string, (settings: Settings) => Promise<string | undefined>> = {
    alicloud: regionOfAlicloud,
    tencentcloud: (settings) => regionOfTencentcloud(settings, environment.home),
    huaweicloud: regionOfHuaweicloud,
  };

  test.each(Object.entries(REGIONS))("a region on %s", async (cloud, regionOf) => {
    const settings = (region: string) => (key: string) => (key === `${cloud}:region` ? region : undefined);
    expect(await regionOf(settings(" cn-north-4\r\n"))).toBe("cn-north-4");
    for (const bad of ["cn\nnorth", "cn north", '"cn-north-4"', "华北", "a/b", "a.b"]) {
      await expect(regionOf(settings(bad))).rejects.toThrow(
        `The region is ${JSON.stringify(bad)}: it must be letters, digits and hyphens.`,
      );
    }
  });

  test("a project on Huawei Cloud", async () => {
    environment.set({ HW_PROJECT_ID: "aaaa\nbbbb" });
    await expect(namedProject(() => undefined)).rejects.toThrow('The project\'s id is "aaaa\\nbbbb"');
  });
});
