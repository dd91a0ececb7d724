import { text } from "../../clouds/kit/schema";
import { CLOUD, optional, REGION, shapeOf } from "../shape";

const INPUTS = { cloud: CLOUD, where: REGION.optional() };

/** What an identity's inputs and outputs are like. */
export const identityShapes = {
  inputs: shapeOf(INPUTS),
  outputs: shapeOf({ ...INPUTS, ...optional({ accountId: text, projectId: text, region: text }) }),
};
