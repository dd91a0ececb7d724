import { PeeringError } from "../../../src/model/errors";
import { messages } from "../../../src/plugin/protocol";
import { serviceOf } from "../../../src/plugin/service";

const service = serviceOf({ version: "1.2.3", schemaFile: "none", engine: undefined });

test("an import that does not say its region, nor do the keys, is refused with how to say it", async () => {
  const request = new messages.ReadRequest()
    .setId("pcc-1")
    .setUrn("urn:pulumi:dev::net::vpc-peering:index:Connection::a");
  await expect(service.read(request)).rejects.toThrow(/"pcc-1" does not tell its region.*REGION\/ID/);
});

test("a component without an engine to make it in, and a resource of another package, are refused in words", async () => {
  await expect(service.construct(new messages.ConstructRequest())).rejects.toThrow(PeeringError);
  const request = new messages.CheckRequest().setUrn("urn:pulumi:dev::net::random:index:Id::a");
  await expect(service.check(request)).rejects.toThrow("There is no such resource");
});

test("it says its version", () => {
  expect(service.getPluginInfo({}).getVersion()).toBe("1.2.3");
});
