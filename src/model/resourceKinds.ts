/**
 * The kinds of resources, as their types name them, and the export of `pulumi-vpc-peering/provider` that serves each.
 * Both names are stored in every state, so they stay for ever.
 */
export const RESOURCE_KINDS = {
  Connection: "connection",
  Acceptance: "acceptance",
  Identity: "identity",
  Routes: "routes",
} as const;

/** A kind of resource. */
export type ResourceKind = keyof typeof RESOURCE_KINDS;

/** The export that serves a kind. */
export type HandlerName = (typeof RESOURCE_KINDS)[ResourceKind];

/** The kinds of which a component has one at each end. */
const IS_OF_AN_END: Record<ResourceKind, boolean> = {
  Connection: false,
  Acceptance: false,
  Identity: false,
  Routes: true,
};

/** The name, or URN, of a component's resource, which begins with the component's own. */
export function nameOfPart(kind: ResourceKind, component: string, end: unknown): string {
  return IS_OF_AN_END[kind] && typeof end === "string" ? `${component}-${end}` : component;
}

/** The name of the component that a resource of this name is a part of. */
export function componentOfPart(kind: ResourceKind, name: string): string {
  return IS_OF_AN_END[kind] ? name.replace(/-(requester|accepter)$/, "") : name;
}

/** The type of a resource of the plugin: `vpc-peering:index:Connection`. */
export function pluginTokenOf(kind: ResourceKind): string {
  return `vpc-peering:index:${kind}`;
}

/** The kind of resource of a type, through whichever door; undefined for types of other packages. */
export function kindOfType(type: string): ResourceKind | undefined {
  return KINDS_BY_TYPE.get(type);
}

/** The function of the plugin that answers whose keys an instance has. */
export const IDENTITY_FUNCTION = "vpc-peering:index:getIdentity";

/** The type of a dynamic resource, as previews show it: `pulumi-nodejs:dynamic/vpcPeering:Connection`. */
export function typeTokenOf(kind: ResourceKind): string {
  return `pulumi-nodejs:dynamic/vpcPeering:${kind}`;
}

const KINDS_BY_TYPE = new Map(
  (Object.keys(RESOURCE_KINDS) as ResourceKind[]).flatMap((kind) =>
    [typeTokenOf(kind), pluginTokenOf(kind)].map((type): [string, ResourceKind] => [type, kind]),
  ),
);
