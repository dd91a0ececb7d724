import { accountOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { isCloudName } from "../../model/clouds";
import { defined } from "../../model/defined";
import { nameInUrn } from "../../model/owner";
import type { Side, SideInputs } from "../../model/peering";
import type { ResourceKind } from "../../model/resourceKinds";
import { kindOfType } from "../../model/resourceKinds";
import type { Route, TableChoice } from "../../model/route";
import type { EndName } from "../../model/ends";
import type { StateResource } from "../kit/pulumi";
import { isDefaultInstance } from "../kit/keyRings";
import type { Declared, DeclaredEnd, DeclaredRoutes, Role } from "./judge/known";

/** The values of a resource: its outputs, which also have the inputs, or the inputs alone. */
type Values = Readonly<Record<string, unknown>>;

/** Every connection that a state has anything of, by their names. */
export function declaredIn(resources: readonly StateResource[]): Declared[] {
  const found = new Map<string, Declared>();
  const noting = (kind: ResourceKind, note: (resource: StateResource, values: Values) => void): void => {
    for (const resource of resources) {
      const values = { ...resource.inputs, ...resource.outputs };
      if (kindOfType(resource.type) === kind && isCloudName(values["cloud"])) note(resource, values);
    }
  };
  const declaredAs = (
    role: Role,
    { urn }: StateResource,
    { id, cloud }: { id: unknown; cloud: unknown },
  ): Declared | undefined => {
    if (typeof id !== "string" || id === "") return undefined;
    const end = (): DeclaredEnd => ({ isManaged: false });
    const fresh = { name: nameInUrn(urn), cloud: cloud as CloudName, id, role, isAccepted: false };
    const declared = found.get(id) ?? { ...fresh, requester: end(), accepter: end() };
    found.set(id, declared);
    return declared;
  };

  noting("Connection", (resource, values) => {
    const isRead = values["onlyRead"] === true || resource.external === true;
    const { id } = resource;
    const declared = declaredAs(isRead ? "read" : "declared", resource, { id, cloud: values["cloud"] });
    if (declared === undefined) return;
    const own = defined({ account: textIn(values["account"]) });
    // Whoever only reads it may do so with the keys of either side.
    const keys = isRead ? {} : keysOf(resource);
    Object.assign(declared.requester, own, sideIn(values["requester"]), keys);
    Object.assign(declared.accepter, sideIn(values["accepter"]));
  });
  noting("Acceptance", (resource, values) => {
    const { id } = resource;
    const declared = declaredAs("accepted", resource, { id, cloud: values["cloud"] });
    if (declared === undefined) return;
    declared.isAccepted = true;
    const { accepter, peer } = { ...values, ...(values["standalone"] as object | undefined) } as Values;
    Object.assign(declared.accepter, sideIn(accepter), keysOf(resource));
    if (declared.role === "accepted") Object.assign(declared.requester, sideIn(peer));
  });
  noting("Routes", (resource, values) => {
    const declared = found.get(String(values["connectionId"]));
    if (declared === undefined) return;
    const end = declared[values["end"] as EndName];
    Object.assign(end, sideIn(values), keysOf(resource), { routes: routesIn(values) });
  });
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function keysOf({ provider = "" }: StateResource): Partial<DeclaredEnd> {
  const instance = provider.split("::").slice(0, -1).join("::");
  return isDefaultInstance(instance) || instance === "" ? { isManaged: true } : { isManaged: true, instance };
}

/** One end as a state has it: as inputs of a side, or as a side. */
function sideIn(value: unknown): Partial<Side> {
  const { vpcId, region, ...side } = (value ?? {}) as Partial<SideInputs & Side>;
  const account = textIn(accountOf(side)) ?? textIn(side.account);
  return defined({ vpcId: textIn(vpcId), region: textIn(region), account });
}

function routesIn(values: Values): DeclaredRoutes {
  const {
    tables = "all",
    destinations = [],
    exclude = [],
    routes = [],
  } = values as {
    tables?: TableChoice;
    destinations?: string[];
    exclude?: string[];
    routes?: Route[];
  };
  const isNarrow = tables !== "all" || values["__named"] === true || exclude.length > 0;
  return { tables, destinations, isNarrow, routes };
}

function textIn(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? text : undefined;
}
