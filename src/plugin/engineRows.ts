import type { Send } from "../provider/engine/engineLog";
import { EngineClient, grpc, LogRequest, LogSeverity } from "./protocol";

/** Shows lines on the rows of resources, by the engine at an address. */
export function rowsOf(address: string): Send {
  const client = new EngineClient(address, grpc.credentials.createInsecure());
  return (urn, text, kind) => {
    const request = new LogRequest();
    request.setSeverity(kind === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setUrn(urn);
    request.setEphemeral(kind === "progress");
    request.setMessage(text);
    client.log(request, () => undefined);
  };
}
