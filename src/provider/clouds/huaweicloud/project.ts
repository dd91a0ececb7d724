import { PeeringError } from "../../../model/errors";

/** A project as IAM lists it. */
export interface Project {
  id: string;
  name: string;
}

/** The one project of a name. None is ever made: a client of this cloud's own makes one where it finds none. */
export function theOnly(projects: readonly Project[], name: string): string {
  const matching = projects.filter((project) => project.name === name);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only.id;
  const found =
    matching.length === 0
      ? `There is no project "${name}" that these keys can see.`
      : `There are ${matching.length} projects "${name}": ${matching.map(({ id }) => id).join(", ")}.`;
  throw new PeeringError(found, {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: "Name the project's id: `projectId` of the HuaweicloudProvider, or `huaweicloud:projectId`.",
  });
}
