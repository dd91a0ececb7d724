import { z } from "zod";
import { guess } from "../../../core/guess";
import { shapeLetters } from "../errors";

/** Of calls: what Huawei Cloud documents nowhere, each with the answer assumed here. */
export const calls = {
  skewCode: guess(
    z.enum(["APIGW.0301", "APIGW.0303"]).default("APIGW.0301"),
    "The gateway's code for a signature that is more than 15 minutes old.",
    {
      from: "a page has the one, an example the other",
      unasked: "the clock of this machine would have to be wrong",
    },
  ),
  foreignProjectCode: guess(
    z.enum(["APIGW.0301", "APIGW.0302", "APIGW.0306"]).default("APIGW.0302"),
    "The gateway's code for a project that the keys have no right to.",
    { from: "the gateway's code for what is denied", probe: "foreignProject" },
  ),
  unknownPathShape: guess(
    z
      .enum(["gateway", "gatewayWithoutCode", "C", "E"])
      .transform((name) => (name === "C" || name === "E" ? shapeLetters[name] : name))
      .default("gateway"),
    "What a path gets that is no API: with the gateway's code, or without. `C` and `E` are older names for the two.",
    { from: "three shapes were met", unasked: "the package never asks for what is not there" },
  ),
  linksHold: guess(
    z.enum(["href", "marker", "nothing"]).default("href"),
    "What the entries of `connections_links` hold.",
    { from: "three documents show three shapes", probe: "links" },
  ),
  tenantFilterIs: guess(
    z.enum(["either", "requester", "accepter"]).default("either"),
    "Which end the filter `tenant_id` of a list looks at.",
    { from: "Terraform gives the accepter's, and a filter mostly means either", probe: "tenantFilter" },
  ),
};
