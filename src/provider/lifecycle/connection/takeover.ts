import type { Peering } from "../../../model/peering";
import type { Caller } from "../resource";
import type { Subject } from "../steps/subject";
import type { Work } from "../work";
import { marksCanChange, otherOwner, whoseMark } from "./marks";
import type { ConnectionOutputs } from "./state";

/** Who has taken a connection over since, as its mark tells; not asked where marks cannot change. */
export async function takenOverBy(
  subject: Subject<Peering>,
  props: ConnectionOutputs,
  { owner }: Pick<Caller, "owner">,
): Promise<string | undefined> {
  if (owner === undefined || props.marker === undefined || !marksCanChange(props.cloud)) return undefined;
  const seen = await subject.observe();
  const other = seen && otherOwner(seen, props, owner);
  return other && whoseMark(other, owner);
}

/** Says on the row that a connection has another owner now. */
export function warnOfOther(id: string, whose: string, { context }: Work): void {
  context.warn(
    `Connection ${id} bears the mark of ${whose} now, which has taken it over. A delete here leaves it as it is. Take it out of this program, or take it back by \`pulumi state delete\` and \`adopt: "${id}"\`.`,
  );
}
