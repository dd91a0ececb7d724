import type { WorldInput } from "../../../emulator";
import { accountA, list, openBench } from "./support";

/** Five connections from VPC 0 to the VPCs 1 to 5. */
function fiveConnections(guesses: NonNullable<WorldInput["tencentcloud"]>["guesses"] = {}): WorldInput {
  const vpc = (n: number) => ({
    vpcId: `vpc-0000000${n}`,
    uin: accountA,
    region: "ap-guangzhou",
    cidrBlocks: [`10.${n}.0.0/16`],
  });
  return {
    tencentcloud: { vpcs: [0, 1, 2, 3, 4, 5].map(vpc), guesses },
    peerings: [1, 2, 3, 4, 5].map((n) => ({
      cloud: "tencentcloud" as const,
      id: `pcx-0000000${n}`,
      name: `peer-${9 - n}`,
      status: n === 5 ? ("rejected" as const) : ("active" as const),
      createdAt: `2026-01-0${n}T00:00:00Z`,
      requester: { vpcId: "vpc-00000000" },
      accepter: { vpcId: `vpc-0000000${n}` },
    })),
  };
}

const numbers = (rows: Record<string, unknown>[] | string) =>
  typeof rows === "string" ? rows : rows.map(({ PeeringConnectionId: id }) => Number(String(id).slice(-1)));
const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });

test.each<[string, object, number[] | string]>([
  ["everything, youngest first", {}, [5, 4, 3, 2, 1]],
  ["oldest first", { OrderField: "CreatedTime", OrderDirection: "ASC" }, [1, 2, 3, 4, 5]],
  ["by name", { OrderField: "PeeringConnectionName", OrderDirection: "ASC" }, [5, 4, 3, 2, 1]],
  ["a page", { Offset: 1, Limit: 2 }, [4, 3]],
  ["beyond the end", { Offset: 9, Limit: 2 }, []],
  ["two ids and a third", { PeeringConnectionIds: ["pcx-00000002", "pcx-00000004", "pcx-00000009"] }, [4, 2]],
  ["a VPC at one end", filter("vpc-id", "vpc-00000003"), [3]],
  ["either of two VPCs", filter("vpc-id", "vpc-00000003", "vpc-00000004"), [4, 3]],
  ["a state", filter("state", "REJECTED"), [5]],
  ["a part of a name", filter("peering-connection-name", "-7"), [2]],
  [
    "two filters",
    {
      Filters: [
        { Name: "state", Values: ["ACTIVE"] },
        { Name: "vpc-id", Values: ["vpc-00000005", "vpc-00000001"] },
      ],
    },
    [1],
  ],
  [
    "ids and filters",
    { PeeringConnectionIds: ["pcx-00000001"], ...filter("state", "ACTIVE") },
    "InvalidParameter.Coexist",
  ],
  ["an id of another shape", { PeeringConnectionIds: ["x"] }, "InvalidParameterValue.Malformed"],
  ["a filter that there is not", filter("tag:team", "x"), "InvalidParameter"],
  ["a state that cannot be asked for", filter("state", "DELETED"), "InvalidParameterValue"],
  ["too many at once", { Limit: 101 }, "InvalidParameterValue.Range"],
  ["a limit as a text", { Limit: "5" }, "InvalidParameter"],
  ["a filter that is none", { Filters: ["vpc-id"] }, "InvalidParameter"],
  ["another order", { OrderField: "State" }, "InvalidParameterValue"],
])("lists %s", async (_, params, expected) => {
  const { a } = await openBench(fiveConnections());
  expect(numbers(await list(a, params as Record<string, unknown>))).toEqual(expected);
});

test("a state that cannot be asked for is refused where there is nothing to list, too", async () => {
  const { a } = await openBench();
  expect(await list(a, filter("state", "DELETED"))).toBe("InvalidParameterValue");
});

test("the total is that of all pages", async () => {
  const { a } = await openBench(fiveConnections());
  expect((await a("DescribeVpcPeeringConnections", { Limit: 2 })).body["TotalCount"]).toBe(5);
});

test("what is guessed can be set", async () => {
  const { a } = await openBench(
    fiveConnections({
      vpcFilterIs: "source",
      nameFilterIsFuzzy: false,
      unknownIdIsEmpty: false,
      listMost: 3,
    }),
  );
  expect(numbers(await list(a, filter("vpc-id", "vpc-00000003")))).toEqual([]);
  expect(numbers(await list(a, filter("peering-connection-name", "-7")))).toEqual([]);
  expect(await list(a, { PeeringConnectionIds: ["pcx-00000009"] })).toBe("ResourceNotFound");
  expect(await list(a, { Limit: 4 })).toBe("InvalidParameterValue.Range");
});

test("VPCs are listed with texts for numbers", async () => {
  const { a } = await openBench();
  const ids = async (params: Record<string, unknown>) => {
    const { code, body } = await a("DescribeVpcs", params);
    return code ?? (body["VpcSet"] as { VpcId: string }[]).map(({ VpcId }) => VpcId);
  };
  expect(await ids({})).toEqual(["vpc-hub00001", "vpc-app00001", "vpc-dup00001"]);
  expect(await ids({ Offset: "1", Limit: "1" })).toEqual(["vpc-app00001"]);
  expect(await ids({ Limit: 1 })).toBe("InvalidParameter");
  expect(await ids({ VpcIds: ["vpc-par00001"] })).toBe("ResourceNotFound");
  expect(await ids(filter("vpc-id", "vpc-dup00001"))).toEqual(["vpc-dup00001"]);
  expect(await ids(filter("is-default", "false"))).toHaveLength(3);
  for (const none of [filter("is-default", "true"), filter("tag-key", "team"), filter("tag:team", "x")])
    expect(await ids(none)).toEqual([]);
});
