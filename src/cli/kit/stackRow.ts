/** A stack, as the Pulumi CLI lists it. */
export interface StackRow {
  name: string;
  current?: boolean;
  updateInProgress?: boolean;
  /** Its page, on backends that have pages: these end with organization, project and stack. */
  url?: string;
}

/** Whose stack it is, as far as that is known. */
export interface Address {
  organization?: string | undefined;
  project?: string | undefined;
}

/** The row of the stack that is given, in one of the ways in which people write its name; else of the one that is selected. */
export function rowOf(rows: readonly StackRow[], stack: string | undefined): StackRow | undefined {
  // So the Pulumi CLI takes an empty one, too.
  if (stack === undefined || stack === "") return rows.find(({ current }) => current);
  return rows.find(({ name }) => name === stack) ?? rows.find((row) => namesOf(row).includes(stack));
}

/** Where a stack stands: as its page says, or its own name, if that is a longer one. A list has those of one project only. */
export function addressOf(row: StackRow | undefined, stack: string | undefined): Address {
  const [, organization, project] = partsOf(row) ?? [];
  if (organization !== undefined) return { organization, project };
  const above = (stack ?? "").split("/").slice(0, -1);
  return { organization: above[0], project: above[1] };
}

/** The names that a list leaves out, since the shortest that will do is enough for it. */
function namesOf(row: StackRow): string[] {
  const [, organization, project, name] = partsOf(row) ?? [];
  return organization === undefined ? [] : [`${organization}/${name}`, `${organization}/${project}/${name}`];
}

function partsOf(row: StackRow | undefined): RegExpExecArray | null {
  return /\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(row?.url ?? "");
}
