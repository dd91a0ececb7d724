import { accountKeyOf } from "../../../model/account";
import type { CloudName } from "../../../model/clouds";
import { factsOf } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import type { Peering, Side, SideInputs } from "../../../model/peering";
import type { Properties, PropertyName } from "../../../model/properties";
import { markProperty, ownTags, PROPERTY_NAMES } from "../../../model/properties";
import type { Complaints } from "../../clouds/cloud";

/** What a program says of a connection's properties. */
export interface Said {
  properties: Properties;
  /** What it cannot say, and why: these properties stay as they are. */
  unsaid: readonly string[];
  /** Why the connection cannot be taken over as it is; nothing if it can. */
  refusal: string | undefined;
}

type Complain = Complaints["connection"];

/** Every property that is set on a connection, as far as a program can declare it without changing it. */
export function propertiesSaid(cloud: CloudName, peering: Peering, complain: Complain): Said {
  const all = propertiesSet(cloud, peering);
  const told = (properties: Properties): string[] => complain(inputsOf(cloud, peering, properties));
  const refused = (Object.keys(all) as PropertyName[]).filter(
    (name) => told(without(all, [name])).length < told(all).length,
  );
  const properties = without(all, refused);
  const base = told(properties);
  // Without a name in the program, `up` would give it another one; and what bears the mark has to have room for it.
  const needed = refused.filter((name) => name === "name" || name === markProperty(cloud));
  const unnamed = all.name === undefined ? ["It has no name, and `pulumi up` would give it one."] : [];
  const why = [
    ...unnamed,
    ...base,
    ...needed.flatMap((name) =>
      told(
        without(
          all,
          refused.filter((other) => other !== name),
        ),
      ),
    ),
  ];
  return {
    properties,
    unsaid: refused
      .filter((name) => !isOnlyBetweenRegions(name, all, { cloud, peering, complain }))
      .flatMap((name) =>
        told(
          without(
            all,
            refused.filter((other) => other !== name),
          ),
        ),
      ),
    refusal: why.length === 0 ? undefined : [...new Set(why)].join(" "),
  };
}

/** What is set: not the tags that the cloud puts on by itself, nor texts and tags that are empty. */
function propertiesSet(cloud: CloudName, peering: Peering): Properties {
  const { properties: known } = factsOf(cloud);
  const tags = Object.entries(ownTags(peering.tags ?? {})).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = { ...peering, tags: tags.length === 0 ? undefined : Object.fromEntries(tags) };
  const names = PROPERTY_NAMES.filter((name) => known[name] !== undefined && values[name] !== "");
  return defined(Object.fromEntries(names.map((name) => [name, values[name]])));
}

/** What the accepter can say of a connection on its own side, as far as it is set and can be declared. */
export function labelsSaid(
  cloud: CloudName,
  peering: Peering,
  complain: (labels: Properties) => string[],
): Properties {
  const said = Object.entries(propertiesSet(cloud, peering)).filter(
    ([name, value]) =>
      (factsOf(cloud).accepterLabels as readonly string[]).includes(name) &&
      complain({ [name]: value }).length === 0,
  );
  return Object.fromEntries(said);
}

/** An end as a program declares it, with its owner. */
export function endSaid(cloud: CloudName, { vpcId, region, account }: Side): SideInputs {
  return { vpcId, region, ...(account === "" ? {} : { [accountKeyOf(cloud)]: account }) };
}

/** What a cloud shows of every connection, though it means something between two regions only. */
function isOnlyBetweenRegions(
  name: PropertyName,
  all: Properties,
  { cloud, peering, complain }: { cloud: CloudName; peering: Peering; complain: Complain },
): boolean {
  if (peering.requester.region !== peering.accepter.region) return false;
  const elsewhere = { ...peering, accepter: { ...peering.accepter, region: "xx-elsewhere" } };
  const cost = (of: Peering): number =>
    complain(inputsOf(cloud, of, all)).length - complain(inputsOf(cloud, of, without(all, [name]))).length;
  return cost(elsewhere) < cost(peering);
}

function inputsOf(cloud: CloudName, peering: Peering, properties: Properties): Record<string, unknown> {
  const [requester, accepter] = [endSaid(cloud, peering.requester), endSaid(cloud, peering.accepter)];
  return { cloud, requester, accepter, ...properties, adopt: peering.id };
}

function without(properties: Properties, names: readonly PropertyName[]): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => !(names as readonly string[]).includes(name)),
  );
}
