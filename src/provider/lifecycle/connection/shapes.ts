import { text, truth, value } from "../../clouds/kit/schema";
import { CLOUD, END, END_BLOCKS, optional, OWN_END, PROPERTIES, ROUTED, shapeOf, TEXTS } from "../shape";

const INPUTS = {
  cloud: CLOUD,
  requester: OWN_END,
  accepter: END,
  ...PROPERTIES,
  ...optional({
    waitFor: text,
    adopt: value((given) => ["boolean", "string"].includes(typeof given), "true, false or an id"),
    forceDelete: truth,
    preflight: truth,
    __isOwn: truth,
    __blocks: TEXTS,
    __routed: ROUTED,
  }),
};

/** What a connection's inputs and outputs are like. */
export const connectionShapes = {
  inputs: shapeOf(INPUTS),
  outputs: shapeOf({
    ...INPUTS,
    ...optional({
      status: text,
      since: text,
      marker: text,
      account: text,
      onlyRead: truth,
      __ends: END_BLOCKS,
    }),
  }),
};
