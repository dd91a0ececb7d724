import { keepSecret } from "../../../../src/io/secrets";
import { showOnRow } from "../../../../src/provider/engine/engineLog";
import type { Resource } from "../../../../src/provider/lifecycle/resource";
import type { Props } from "./dynamicSupport";
import { inputs, wrap } from "./dynamicSupport";

jest.mock("../../../../src/provider/engine/engineLog", () => ({ showOnRow: jest.fn() }));
jest.mock("../../../../src/provider/engine/progress", () => ({
  progressOn: (urn: string) => ({
    report: (text: string) => {
      mockProgress.push([urn, text]);
    },
    end: () => undefined,
  }),
}));
const mockProgress: [urn: string, text: string][] = [];
const shown = showOnRow as unknown as jest.Mock<void, [string | undefined, string, string]>;

beforeEach(() => {
  mockProgress.length = 0;
  shown.mockClear();
});

describe("a difference", () => {
  test("with a reason shows it on the resource's own row, for good, once, and keeps it from the engine", async () => {
    const provider = wrap({
      diff: () => ({ changes: true, replaces: ["status"], warning: "It was rejected." }),
    });
    // A preview with a refresh asks for it twice.
    for (let asked = 0; asked < 2; asked++) {
      expect(await provider.diff("i", inputs, inputs)).toEqual({ changes: true, replaces: ["status"] });
    }
    expect(shown.mock.calls).toEqual([
      [
        "urn:pulumi:prod::network::vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::hub-spoke",
        "It was rejected.",
        "warning",
      ],
    ]);
  });
});

describe("progress and warnings", () => {
  test.each(["Connection", "Acceptance", "Identity"] as const)(
    "of a %s are on its own row, with secrets blotted out",
    async (type) => {
      keepSecret("wrap-secret-5");
      const create: Resource<Props, Props>["create"] = (given, { row }) => {
        row.report("pending wrap-secret-5");
        row.warn("careful wrap-secret-5");
        return Promise.resolve({ id: "i", outs: given });
      };
      await wrap({ create }, type).create(inputs);
      const urn = `urn:pulumi:prod::network::vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:${type}::hub-spoke`;
      expect(mockProgress).toEqual([[urn, "pending [secret]"]]);
      expect(shown.mock.calls).toEqual([[urn, "careful [secret]", "warning"]]);
    },
  );

  test("find the row of a resource whose component stands within others, or has an odd name", async () => {
    const urn = "urn:pulumi:s::p::my:Parent$vpc-peering:index:VpcPeering::a::b c";
    const create: Resource<Props, Props>["create"] = (given, { row }) => {
      row.report("x");
      return Promise.resolve({ id: "i", outs: given });
    };
    await wrap({ create }).create({ ...inputs, __owner: { urn } });
    expect(mockProgress[0]?.[0]).toBe(
      "urn:pulumi:s::p::my:Parent$vpc-peering:index:VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::a::b c",
    );
  });
});
