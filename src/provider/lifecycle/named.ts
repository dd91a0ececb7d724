import type { CloudName } from "../../model/clouds";
import { CLOUDS, factsOf, isCloudName } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { shown } from "../../model/shown";
import type { Session } from "./session";

/** A connection that exists, as its id and what stands before it name it; for routes, the VPC whose tables they are in, too. */
export interface Named {
  cloud: CloudName;
  /** That of the keys' side. */
  region: string;
  id: string;
  vpcId?: string;
}

/** How an id is written from which all else follows: for a connection, and for the routes of one of its ends. */
const FORMS = { connection: "REGION/ID", routes: "REGION/ID/VPC" };

/**
 * Reads `ID`, `REGION/ID` or `CLOUD/REGION/ID`, and of routes the same with `/VPC` at the end. The cloud is told by the id
 * where that is enough, and the region by the keys' settings.
 */
export async function namedBy(text: string, what: keyof typeof FORMS, session: Session): Promise<Named> {
  const parts = text.split("/");
  const vpcId = what === "routes" ? parts.pop() : undefined;
  const id = parts.pop() ?? "";
  const first = parts[0] ?? "";
  const cloud = isCloudName(first) ? first : CLOUDS.find((one) => factsOf(one).connectionIds.test(id));
  const [place, ...more] = isCloudName(first) ? parts.slice(1) : parts;
  if (id === "" || vpcId === "" || more.length > 0) throw unfit(text, `has to be ${FORMS[what]}`);
  if (cloud === undefined)
    throw unfit(
      text,
      `does not tell which cloud it is of (${CLOUDS.join(", ")}). Put that before it: CLOUD/${FORMS[what]}`,
    );
  const { module } = await session.open(cloud);
  const region = place ?? (await module.region(session.settings));
  if (region === undefined)
    throw unfit(text, `does not tell its region, nor do the keys' settings. Put it before: ${FORMS[what]}`);
  const complaints = module.complaints.existing({ cloud, id, requester: { region } });
  if (complaints.length > 0) throw new PeeringError(complaints.join(" "), { kind: "invalid" });
  return { cloud, region, id, ...(vpcId === undefined ? {} : { vpcId }) };
}

function unfit(text: string, why: string): PeeringError {
  return new PeeringError(`The id ${shown(text)} ${why}.`, { kind: "invalid" });
}
