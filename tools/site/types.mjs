import { Converter, ReferenceType, ReflectionKind, UnionType } from "typedoc";

/** Types of the emulator that tests see under a name without arguments. */
const EXPORTED_AS = new Map([
  ["WorldInputOf", "WorldInput"],
  ["WorldOf", "World"],
  ["RequestRow", "RequestRow"],
]);

/** Unions that are put together by types which say nothing to a reader. */
const UNIONS = new Set(["VpcPeeringArgs"]);

/**
 * Types that programs cannot name, and where it is said what they are. A page of a type is one folder deep, so these
 * addresses hold on each.
 */
export const TOLD_ELSEWHERE = {
  HubMembers: "../docs/reference.html#arguments-of-vpchub",
  MeshMembers: "../docs/reference.html#arguments-of-vpcmesh",
  PeeringOn: "../docs/reference.html#arguments-of-vpcpeering",
  PeeringProperties: "../docs/reference.html#arguments-of-vpcpeering",
};

/**
 * Shows types as what they are, instead of how they are made.
 *
 * @param {import("typedoc").Application} app
 */
export function simplifyTypes(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const { project } = context;
    const named = project.getReflectionsByKind(ReflectionKind.Interface | ReflectionKind.TypeAlias);
    for (const alias of named.filter(({ name }) => UNIONS.has(name))) {
      Object.assign(alias, { type: unionOf(context, alias) });
    }
    for (const one of project.getReflectionsByKind(ReflectionKind.Property | ReflectionKind.Parameter)) {
      const { type } = /** @type {import("typedoc").DeclarationReflection} */ (one);
      if (!(type instanceof ReferenceType) || type.typeArguments === undefined) continue;
      const target = named.find(({ name }) => name === EXPORTED_AS.get(type.name));
      if (target === undefined) continue;
      Object.assign(one, { type: ReferenceType.createResolvedReference(target.name, target, project) });
    }
  });
}

/** The members of a union, by the compiler. @param {import("typedoc").Context} context @param {import("typedoc").Reflection} alias */
function unionOf(context, alias) {
  const symbol = context.getSymbolFromReflection(alias);
  const [program] = context.programs;
  if (symbol === undefined || program === undefined) throw new Error(`${alias.name} is not declared`);
  context.setActiveProgram(program);
  const type = context.checker.getDeclaredTypeOfSymbol(symbol);
  const members = type.isUnion() ? type.types : [type];
  const union = new UnionType(members.map((member) => context.converter.convertType(context, member)));
  context.setActiveProgram(undefined);
  return union;
}
