import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Context } from "../context";
import { oncePer } from "../kit/memo";
import type { Caller } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";
import { namedProject } from "./keys";

/** A project as IAM lists it. */
export interface Project {
  id: string;
  name: string;
}

/** Answers the project that calls in a region are made in: the one that is named, else the one that IAM knows by name. */
export function projectOf(settings: Settings, call: Caller<ActionName, Request>) {
  return oncePer(async (region: string, context: Context): Promise<string> => {
    const { id, name = region } = await namedProject(settings);
    if (id !== undefined) return id;
    if (region === "") throw noRegion();
    const { projects } = await call("KeystoneListProjects", { region, query: { name } }, context);
    return theOnly(projects as Project[], name);
  });
}

/** The one project of a name. None is ever made: a client of this cloud's own makes one where it finds none. */
function theOnly(projects: readonly Project[], name: string): string {
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

/** The error where neither a region nor a project is named. */
export function noRegion(): PeeringError {
  return new PeeringError("No region is named, and the project's id is not either.", {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: "Name `region` of the HuaweicloudProvider, or `huaweicloud:region`.",
  });
}
