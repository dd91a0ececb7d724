import { tencentcloud } from "../../../model/clouds/tencentcloud";
import type { Meaning, MeaningTable } from "../kit/errorCodes";
import { meaningIn } from "../kit/errorCodes";

/** What codes mean as an answer to a call about routes. */
const MEANINGS: MeaningTable = [
  [
    "InvalidParameterValue.Duplicate UnsupportedOperation.Ecmp UnsupportedOperation.EcmpWithUserRoute UnsupportedOperation.EcmpWithCcnRoute",
    {
      kind: "duplicate",
      remedy: "The route table leads there already: remove that route, or leave the destination out.",
    },
  ],
  [
    "ResourceNotFound ResourceNotFound.* UnsupportedOperation.RecordNotExists",
    {
      kind: "gone",
      remedy:
        "The route table, the route or the connection is gone: run `pulumi refresh`, then `pulumi up`. A table is found only in the region of its VPC.",
    },
  ],
  [
    "InvalidParameterValue.RouteNextHopInvalid",
    {
      kind: "wrongState",
      remedy:
        "Routes need an active connection that joins the table's own VPC: look at its status, run `pulumi refresh`, then `pulumi up`.",
    },
  ],
  [
    "LimitExceeded LimitExceeded.*",
    {
      kind: "quota",
      remedy: `A route table can have ${tencentcloud.routing.perTable} routes: remove some, join destinations to larger blocks, or ask for more in the console (limit route-table-max-policies).`,
    },
  ],
  [
    "InvalidParameterValue.CidrNotInPeerVpc",
    {
      kind: "invalid",
      remedy:
        "A destination has to lie within a block of the other VPC, primary or secondary: give such a one.",
    },
  ],
  [
    "InvalidParameterValue.VpcCidrConflict InvalidParameterValue.VpcCidrOverlapRoute InvalidParameterValue.SubnetOverlapRoute",
    {
      kind: "invalid",
      remedy: "A destination cannot be within a block of the table's own VPC: leave it out.",
    },
  ],
  [
    "UnsupportedOperation.ConflictWithDockerRoute",
    {
      kind: "invalid",
      remedy: "A container network of this VPC has these addresses: leave the destination out.",
    },
  ],
  [
    "UnsupportedOperation.SystemRoute",
    { kind: "permission", remedy: "The cloud itself wrote this route, and nobody else can change it." },
  ],
  [
    "UnsupportedOperation.DisabledNotifyCcn",
    {
      kind: "invalid",
      remedy: "The route is published to a Cloud Connect Network: withdraw it there first.",
    },
  ],
];

/** What a code means as an answer to this action, if that is about routes and this is a matter of theirs. */
export function routeMeaning(code: string, action: string): Meaning | undefined {
  if (!action.includes("Route")) return undefined;
  if (/^(AuthFailure\.)?UnauthorizedOperation/.test(code)) {
    const remedy = `Allow these keys \`vpc:${action}\` in CAM (see "With routes" in docs/tencentcloud.md).`;
    return { kind: "permission", remedy };
  }
  const known = meaningIn(MEANINGS, code);
  return known.kind === "unknown" ? undefined : known;
}
