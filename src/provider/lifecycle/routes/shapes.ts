import { z } from "zod";
import { listOf, oneOf, text, truth } from "../../clouds/kit/schema";
import { CLOUD, END, optional, OWN_END_MEMBERS, shapeOf, TEXTS } from "../shape";

const INPUTS = {
  cloud: CLOUD,
  ...OWN_END_MEMBERS,
  connectionId: text,
  end: oneOf("requester", "accepter"),
  peer: END,
  tables: z.union([TEXTS, text]),
  ...optional({
    destinations: TEXTS,
    exclude: TEXTS,
    ipv6: truth,
    preflight: truth,
    __blocks: TEXTS,
    __own: TEXTS,
    __unseen: truth,
    __accepted: truth,
    __named: truth,
  }),
};

const PLACES = listOf(shapeOf({ table: text, destination: text }), "a list of places");
const ROUTES = listOf(shapeOf({ table: text, destination: text, status: text }), "a list of routes");

/** What the inputs and outputs of routes are like. */
export const routesShapes = {
  inputs: shapeOf(INPUTS),
  outputs: shapeOf({ ...INPUTS, ...optional({ routes: ROUTES, account: text, __lost: PLACES }) }),
};
