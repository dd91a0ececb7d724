import { z } from "zod";
import { milliseconds, no, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";
import { refusal } from "./refusal";

/** Of routes: what Huawei Cloud documents nowhere, each with the answer assumed here. */
export const routes = {
  unknownHop: guess(
    refusal(404, "VPC.0105", "Neutron Error: the peering %s could not be found."),
    "What a route gets to a connection that is not there. `%s` is its id.",
    { from: "the network layer's not-found, as the older version wraps it", probe: "unknownHop" },
  ),
  foreignHop: guess(
    refusal(400, "VPC.0105", "Neutron Error: the peering %s is not one of this VPC."),
    "What a route gets to a connection of other VPCs.",
    { from: "the guides speak of the own connection only", probe: "foreignHop" },
  ),
  inactiveHop: guess(
    refusal(400, "VPC.0105", "Neutron Error: the peering is %s."),
    "What a route gets to a connection that is not active. `%s` is its status.",
    { from: "the guides accept first, and no sample says otherwise", probe: "inactiveHop" },
  ),
  pendingHopIsTaken: guess(no, "Whether a route may lead to a connection that is not accepted yet.", {
    from: "the guides accept first, and no sample says otherwise",
    probe: "inactiveHop",
  }),
  duplicateRoute: guess(
    refusal(400, "VPC.2812", "The route destination %s already exists."),
    "What a route gets to where its table leads already, wherever that is. `%s` is the destination.",
    { from: "a field report has the code; its neighbours have 400", probe: "duplicateRoute" },
  ),
  sameAddIsFine: guess(no, "Whether a route that is there already, with the same next hop, is a success.", {
    from: "the rule speaks of destinations alone",
    probe: "duplicateRoute",
  }),
  missingMod: guess(
    refusal(400, "VPC.0101", "The route to %s does not exist."),
    "What a change gets of a route that is not there. `%s` is the destination.",
    { from: "an input that is wrong", probe: "missingMod" },
  ),
  missingDel: guess(
    refusal(400, "VPC.0101", "The route to %s does not exist."),
    "What a removal gets of a route that is not there. `%s` is the destination.",
    { from: "an input that is wrong", probe: "missingDel" },
  ),
  missingDelIsFine: guess(no, "Whether the removal of a route that is not there is a success.", {
    from: "Terraform does not tolerate a failure there",
    probe: "missingDel",
  }),
  delComparesHop: guess(no, "Whether a removal that names a next hop spares a route that leads elsewhere.", {
    from: "only the destination is required",
    probe: "delHop",
  }),
  routesOverQuota: guess(
    refusal(409, "VPC.0114", "Quota exceeded for resources: ['routetable_contain_routes']."),
    "What a table gets with more routes than the quota.",
    { from: "sibling quotas have 409", unasked: "a quota would have to be used up" },
  ),
  putIsAtomic: guess(
    yes,
    "Whether a change of a table does all or nothing; if not, it goes as far as it comes.",
    { from: "one table, one answer, no list of failures", probe: "atomicPut" },
  ),
  putOverwritesWithinMs: guess(
    milliseconds(0),
    "Within which time after a change of a table another one overwrites what it wrote.",
    {
      from: "a change names what it adds and removes, not the whole table",
      unasked: "two changes would have to meet by chance",
    },
  ),
  supernetsAreTaken: guess(yes, "Whether destinations may contain subnets of the VPC.", {
    from: "the guide's own table has one, though a field's text reads otherwise",
    probe: "supernet",
  }),
  hostBitsRefused: guess(
    yes,
    "Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16.",
    { from: "a legal block is asked for", probe: "hostBits" },
  ),
  destinationsAreNormalised: guess(
    yes,
    "Whether destinations of IPv6 are shown compressed and in lower case; if not, as they were written.",
    { from: "other services do", probe: "ipv6Text" },
  ),
  listShowsRoutes: guess(no, "Whether lists of tables show routes, too.", {
    from: "of three documents one shows them",
    probe: "tables",
  }),
  showIsBare: guess(no, "Whether a table is read without the object around it.", {
    from: "of two samples one is",
    probe: "tables",
  }),
  tablesLookLike: guess(
    z.enum(["documented", "privateEdition"]).default("documented"),
    "Which edition tables look like: the private one has nulls, and further fields.",
    { from: "the public edition's samples", probe: "tables" },
  ),
  oldRoutesShowAllTables: guess(
    no,
    "Whether version 2.0 of the API knows routes of other tables than the default one.",
    {
      from: "Terraform looks for such routes in the default table",
      unasked: "the package never asks that version, and asks only what it calls",
    },
  ),
  routesOutlivePeering: guess(no, "Whether the routes of a connection stay when it is deleted.", {
    from: "the guide says that the routes go",
    probe: "routesGo",
  }),
};
