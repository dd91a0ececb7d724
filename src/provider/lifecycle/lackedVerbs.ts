import { factsOf } from "../../model/clouds";
import type { Cloud } from "../clouds/cloud";

/** What a `VpcPeering` asks for that needs a verb which its cloud lacks, told at preview. */
export function lackedByConnection(cloud: Cloud, { adopt }: { adopt?: boolean | string }): string[] {
  if (adopt !== true || cloud.find !== undefined) return [];
  const { title } = factsOf(cloud.name);
  return [
    `adopt is true: ${title} cannot look a connection up by its VPCs. Give the id of the one to take over.`,
  ];
}

/** What an acceptance asks for. */
interface Asked {
  decision?: string;
  onDelete?: string;
  connectionId?: string;
}

/** What an acceptance asks for that needs a verb which its cloud lacks, told at preview. */
export function lackedByAcceptance(cloud: Cloud, { decision, onDelete, connectionId }: Asked): string[] {
  const { title } = factsOf(cloud.name);
  const isStandalone = decision !== undefined;
  const rules: [boolean, string][] = [
    [
      cloud.accept !== undefined || (isStandalone && decision !== "accept"),
      `${title} has no acceptance of connections. Leave it out.`,
    ],
    [
      cloud.reject !== undefined || decision !== "reject",
      `decision is "reject": ${title} cannot reject a connection. Leave the request alone, or delete it.`,
    ],
    [
      cloud.reject !== undefined || onDelete !== "reject",
      `onDelete is "reject": ${title} cannot reject a connection. Use "keep" or "delete".`,
    ],
    [
      cloud.find !== undefined || !isStandalone || connectionId !== undefined,
      `connectionId is missing: ${title} cannot look a request up by its VPCs.`,
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}
