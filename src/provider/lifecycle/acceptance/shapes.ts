import { recordOf, text, truth } from "../../clouds/kit/schema";
import { CLOUD, END, END_BLOCKS, optional, OWN_END, REGION, ROUTED, shapeOf, TEXTS } from "../shape";

const LABELS = optional({ tags: recordOf(text, "an object of texts"), resourceGroupId: text });

const STANDALONE = {
  ...LABELS,
  ...optional({
    connectionId: text,
    requester: END,
    expect: END,
    decision: text,
    onDelete: text,
    pendingTimeout: text,
  }),
};

/** What an acceptance's inputs and outputs are like. */
export const acceptanceShapes = {
  inputs: shapeOf({
    cloud: CLOUD,
    accepter: OWN_END,
    ...STANDALONE,
    ...optional({ preflight: truth, __blocks: TEXTS, __routed: ROUTED }),
  }),
  outputs: shapeOf({
    cloud: CLOUD,
    region: REGION,
    ...optional({
      status: text,
      standalone: shapeOf({ ...STANDALONE, accepter: OWN_END.optional() }),
      __routed: ROUTED,
      __ends: END_BLOCKS,
      peer: shapeOf(optional({ vpcId: text, region: text, account: text })),
    }),
  }),
};
