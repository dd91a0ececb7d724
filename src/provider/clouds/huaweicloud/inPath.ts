import { PeeringError } from "../../../model/errors";
import { shown } from "../../../model/shown";
import { UUID } from "./inputs";

/** An id for a path, where it goes as it is: so it has to look like one. */
export function inPath(id: string, what: string): string {
  if (UUID.test(id)) return id;
  throw new PeeringError(`${shown(id)} is no id of a ${what}.`, {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: 'Give an id such as "22b76469-08e3-4937-8c1d-7aad34892be1".',
  });
}
