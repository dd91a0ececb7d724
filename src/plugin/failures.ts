import { messageIn } from "../provider/engine/failures";
import { Unfinished } from "../provider/lifecycle/resource";
import { Any, grpc, messages, Status } from "./protocol";
import { toStruct } from "./struct";
import type { Grpc } from "./protocol";

/**
 * A failure as the engine reads it: in words, and where the resource exists, with its id and all that is known of it, so
 * that neither is lost.
 */
export function asStatus(error: unknown): Partial<Grpc.StatusObject> {
  const { UNKNOWN: code } = grpc.status;
  if (!(error instanceof Unfinished)) return { code, details: messageIn(error) };
  const details = messageIn(error.cause);
  const kept = new messages.ErrorResourceInitFailed();
  kept.setId(error.id);
  kept.setProperties(toStruct(error.properties));
  kept.setReasonsList([details]);
  const packed = new Any();
  packed.pack(kept.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new Status();
  status.setCode(code);
  status.setMessage(details);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  // By this name gRPC carries what a failure says besides its text.
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code, details, metadata };
}
