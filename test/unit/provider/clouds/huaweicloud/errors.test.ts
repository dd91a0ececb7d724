import { errorOf } from "../../../../../src/provider/clouds/huaweicloud/errors";
import { refusalOf } from "../../../../../src/provider/clouds/huaweicloud/refusal";
import type { ActionName } from "../../../../../src/provider/clouds/huaweicloud/actions";

const neutron = (type: string) => JSON.stringify({ NeutronError: { type, message: "Words", detail: "" } });
const error = (action: ActionName, status: number, body: string) =>
  errorOf(action, refusalOf(status, body, "req-1"));

describe("the six shapes of an error's body", () => {
  test.each([
    ["A", neutron("SomeType"), "neutron", "SomeType"],
    ["B", '{"code":"VPC.0103","message":"Words"}', "service", "VPC.0103"],
    ["C", '{"error_code":"APIGW.0301","error_msg":"Words"}', "gateway", "APIGW.0301"],
    ["D", '{"error":{"code":403,"message":"Words"}}', "service", "403"],
    ["E", '{"message":"Words","request_id":"r"}', "gateway", undefined],
  ])("%s is read", (_, body, shape, code) => {
    expect(refusalOf(409, body, undefined)).toMatchObject({ shape, message: "Words" });
    expect(refusalOf(409, body, undefined).code).toBe(code);
  });

  test.each(["", "<html>502</html>", "null", "[]", '{"peering":1}', '{"NeutronError":"text"}'])(
    "F, %j, is not, and told as such",
    (body) => {
      expect(refusalOf(502, body, undefined)).toMatchObject({ shape: "unreadable", status: 502 });
      expect(error("CreateVpcPeering", 502, body)).toMatchObject({
        kind: "transient",
        facts: { executed: "unknown", requestId: "req-1" },
      });
    },
  );

  test("the request's id comes from the header, else from the body", () => {
    expect(refusalOf(404, '{"message":"m","request_id":"r"}', undefined).requestId).toBe("r");
    expect(refusalOf(404, '{"message":"m","request_id":"r"}', "h").requestId).toBe("h");
  });
});

describe("what a refusal means", () => {
  test.each<[ActionName, number, string, string]>([
    ["ShowVpcPeering", 404, neutron("Anything"), "gone"],
    ["DeleteVpcPeering", 404, neutron("ResourceNotFound"), "gone"],
    ["ShowVpcPeering", 404, '{"code":"VPC.2204","message":"m"}', "gone"],
    ["ShowVpcPeering", 404, '{"message":"API not found","request_id":"r"}', "invalid"],
    ["ShowVpcPeering", 404, '{"error_code":"APIGW.0101","error_msg":"m"}', "invalid"],
    ["ShowVpcPeering", 404, "<html>", "invalid"],
    ["CreateVpcPeering", 404, neutron("ResourceNotFound"), "invalid"],
    ["CreateVpcPeering", 400, neutron("InvalidInput"), "invalid"],
    ["CreateVpcPeering", 409, neutron("NobodyKnows"), "duplicate"],
    ["CreateVpcPeering", 409, neutron("OverQuota"), "quota"],
    ["AcceptVpcPeering", 403, neutron("QuotaExceeded"), "quota"],
    ["AcceptVpcPeering", 409, neutron("NobodyKnows"), "wrongState"],
    ["RejectVpcPeering", 409, neutron("NobodyKnows"), "wrongState"],
    ["DeleteVpcPeering", 409, neutron("NobodyKnows"), "busy"],
    ["UpdateVpcPeering", 409, neutron("NobodyKnows"), "busy"],
    ["UpdateVpcPeering", 409, '{"code":"VPC.0103","message":"m"}', "busy"],
    ["ListVpcPeerings", 401, "", "credentials"],
    ["ListVpcPeerings", 401, '{"error_code":"APIGW.0303","error_msg":"m"}', "credentials"],
    ["ListVpcPeerings", 403, neutron("PolicyNotAuthorized"), "permission"],
    ["ListVpcPeerings", 403, '{"error_code":"APIGW.0302","error_msg":"m"}', "permission"],
    ["ListVpcPeerings", 429, "", "throttled"],
    ["ListVpcPeerings", 403, '{"error_code":"APIGW.0308","error_msg":"m"}', "throttled"],
    ["ListVpcPeerings", 408, "", "transient"],
    ["CreateVpcPeering", 500, neutron("OverQuota"), "transient"],
    ["CreateVpcPeering", 503, "", "transient"],
    ["KeystoneListProjects", 418, "{}", "unknown"],
  ])("%s, %d, %s: %s", (action, status, body, kind) => {
    expect(error(action, status, body).kind).toBe(kind);
  });

  test("throttling did nothing, a 5xx leaves it open, everything else was answered", () => {
    const executed = (status: number) => error("CreateVpcPeering", status, neutron("X")).facts.executed;
    expect([429, 500, 504, 409, 400].map(executed)).toEqual(["no", "unknown", "unknown", "yes", "yes"]);
  });

  test("no kind of refusal hangs on the words of a message", () => {
    const told = (message: string) =>
      error("CreateVpcPeering", 400, JSON.stringify({ NeutronError: { type: "X", message, detail: "" } }))
        .kind;
    expect(["Quota exceeded", "already exists", "not found"].map(told)).toEqual(Array(3).fill("invalid"));
  });

  test("a message says what to do, by which action, code and request", () => {
    expect(error("AcceptVpcPeering", 409, neutron("OverQuota")).message).toMatch(
      /^Words\. Delete connections that nobody uses, .* \[AcceptVpcPeering, OverQuota, request req-1\]$/,
    );
  });
});
