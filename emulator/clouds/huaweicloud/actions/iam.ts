import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import type { WorldProject } from "../world";

/** Lists the account's projects. One without a name of its own stands for the key's project in every region. */
export const listProjects: Action = {
  run(context) {
    const wanted = context.query.get("name") ?? "";
    const rows = context.settings.projects
      .filter(({ domainId }) => domainId === context.caller.domainId)
      .filter((project) => isNamed(project, wanted, context))
      .map((project) => ({
        id: project.projectId,
        name: project.name ?? (wanted === "" ? "cn-north-4" : wanted),
        domain_id: project.domainId,
        parent_id: project.domainId,
        is_domain: false,
        enabled: true,
        description: "",
        links: { self: `${context.origin}/v3/projects/${project.projectId}` },
      }));
    const links = { self: `${context.origin}/v3/projects`, next: null, previous: null };
    return { status: 200, body: { projects: rows, links } };
  },
};

function isNamed(project: WorldProject, wanted: string, { caller }: ActionContext): boolean {
  if (wanted === "") return true;
  if (project.name !== undefined) return project.name === wanted;
  const isRegion = /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(wanted);
  return isRegion && project.projectId === caller.projectId;
}

/** Tells the caller's account. */
export const listAuthDomains: Action = {
  run({ caller, settings, origin }) {
    const domain = {
      id: caller.domainId,
      name: domainName(settings.projects, caller.domainId),
      enabled: true,
      description: "",
      links: { self: `${origin}/v3/domains/${caller.domainId}` },
    };
    const links = { self: `${origin}/v3/auth/domains`, next: null, previous: null };
    return { status: 200, body: { domains: [domain], links } };
  },
};

/** Lists the regions in which the world has VPCs. */
export const listRegions: Action = {
  run({ settings, origin }) {
    const ids = [...new Set(settings.vpcs.map(({ region }) => region))].sort();
    const regions = ids.map((id) => ({
      id,
      type: "public",
      description: "",
      links: { self: `${origin}/v3/regions/${id}` },
      locales: { "en-us": id, "zh-cn": id },
    }));
    return {
      status: 200,
      body: { regions, links: { self: `${origin}/v3/regions`, next: null, previous: null } },
    };
  },
};

/** Refuses to make a project: a client that asks for one has failed to find its own. */
export const createProject: Action = {
  run() {
    throw new ApiError(
      "iam",
      403,
      "Forbidden",
      "This emulator makes no projects: name the project's id instead.",
    );
  },
};

/** What an account is called. */
export function domainName(projects: readonly WorldProject[], domainId: string): string {
  return projects.find((project) => project.domainId === domainId)?.domainName ?? domainId;
}
